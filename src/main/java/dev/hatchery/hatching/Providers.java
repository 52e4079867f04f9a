package dev.hatchery.hatching;

/**
 * Who works on this node's hatchings, by the names in its settings.
 *
 * @param writer such as {@code ollama}
 * @param painter such as {@code mflux}
 */
public record Providers(String writer, String painter) {}
