package dev.hatchery.protocol;

import java.time.Instant;

/**
 * What came of a mission.
 *
 * @param title one line for people
 */
public record Artifact(
    ArtifactId id,
    Owner owner,
    RunId mission,
    String title,
    ArtifactContent content,
    Instant createdAt) {}
