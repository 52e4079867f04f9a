package dev.hatchery.wire;

import org.jspecify.annotations.Nullable;

/**
 * One server-sent event.
 *
 * @param id the id it carries itself, or null when it carries none
 * @param type {@code message} when the stream names none
 * @param data its data lines, joined by line feeds
 */
public record StreamEvent(@Nullable String id, String type, String data) {}
