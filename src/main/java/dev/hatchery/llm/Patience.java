package dev.hatchery.llm;

import java.time.Duration;

/**
 * How long a model may take.
 *
 * @param idle without sending anything
 * @param total with all attempts
 */
public record Patience(Duration idle, Duration total) {}
