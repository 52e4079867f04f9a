package dev.hatchery.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The run that an event is about, as far as watchers choose by it.
 *
 * @param number see {@link Run}
 * @param name what its owner calls it, or null
 */
public record Subject(RunId runId, long number, Owner owner, RunKind kind, @Nullable String name) {}
