package dev.hatchery.protocol;

/**
 * What a run is of a larger one.
 *
 * @param weight what part of it, in percent
 */
public record Part(RunId whole, double weight) {}
