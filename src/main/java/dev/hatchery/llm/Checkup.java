package dev.hatchery.llm;

/**
 * Whether a model works.
 *
 * @param sentence what was found, and what to do when it does not work; holds no keys
 */
public record Checkup(boolean well, String sentence) {}
