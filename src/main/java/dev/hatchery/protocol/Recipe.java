package dev.hatchery.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mission to be had again.
 *
 * @param owner whose it is, or null where it is built in
 * @param brief its objective may have gaps, such as {@code {topic}}
 * @param createdAt when it was kept, or null where it is built in
 */
public record Recipe(
    RecipeId id, @Nullable Owner owner, String name, Brief brief, @Nullable Instant createdAt) {}
