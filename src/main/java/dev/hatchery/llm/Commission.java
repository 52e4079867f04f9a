package dev.hatchery.llm;

/**
 * What a language model is asked to write a persona for.
 *
 * @param description the user's words, 1 to 2,000 characters, untrusted
 * @param seed models that can repeat themselves answer the same for the same seed
 */
public record Commission(String description, long seed) {}
