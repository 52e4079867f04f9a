package dev.hatchery.llm;

import java.time.Duration;

/**
 * How long a model may take.
 *
 * @param idle without sending anything
 * @param firstByte without sending anything at first, if it is local and may have to load
 * @param total with all attempts; a local model's begins with its first byte
 */
public record Patience(Duration idle, Duration firstByte, Duration total) {}
