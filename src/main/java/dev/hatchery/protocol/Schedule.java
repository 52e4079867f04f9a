package dev.hatchery.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mission that is carried out anew at certain times; a mission has one schedule at most. That its
 * owner made it is the approval of every mission that comes of it.
 *
 * @param mission whose brief is carried out
 * @param nextAt when it is due, or null never again
 * @param lastMission the one that was made last, or null
 * @param recipe by which its mission was made, or null; it is carried out also when that is gone
 */
public record Schedule(
    RunId mission,
    Owner owner,
    Timing timing,
    @Nullable Instant nextAt,
    @Nullable Instant lastFiredAt,
    @Nullable RunId lastMission,
    @Nullable RecipeId recipe) {}
