package dev.hatchery.llm;

/**
 * What a model has written.
 *
 * @param model its name
 * @param tokens how many it has read and written, counted by its provider or guessed
 */
record Draft(String text, String model, long tokens) {}
