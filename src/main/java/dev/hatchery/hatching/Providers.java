package dev.hatchery.hatching;

import dev.hatchery.protocol.ModelName;

/**
 * Who works on this node's hatchings, by the names in its settings.
 *
 * @param writer such as {@code ollama:llama3.2}
 * @param painter such as {@code mflux}
 */
public record Providers(ModelName writer, String painter) {}
