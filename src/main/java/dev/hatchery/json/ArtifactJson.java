package dev.hatchery.json;

import dev.hatchery.protocol.Artifact;
import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.ArtifactKind;
import java.time.Instant;
import java.util.Locale;

/**
 * What came of a mission, as clients see it.
 *
 * @param kind of the content: {@code cards}, {@code equation}, {@code table}, {@code chart} or
 *     {@code words}
 */
public record ArtifactJson(
    String artifactId,
    String missionId,
    String title,
    String kind,
    ArtifactContent content,
    Instant createdAt,
    Links links) {

  /** Where it is looked at and taken along. */
  public record Links(String preview, String export) {}

  /** The shape of this artifact. */
  public static ArtifactJson of(Artifact artifact) {
    var path = "/artifacts/" + artifact.id();
    return new ArtifactJson(
        artifact.id().value(),
        artifact.mission().value(),
        artifact.title(),
        ArtifactKind.of(artifact.content()).name().toLowerCase(Locale.ROOT),
        artifact.content(),
        artifact.createdAt(),
        new Links(path + "/preview", path + "/export"));
  }
}
