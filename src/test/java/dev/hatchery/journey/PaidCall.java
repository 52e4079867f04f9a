package dev.hatchery.journey;

/**
 * Something that costs money, by the clock that all processes of a machine share.
 *
 * @param run whose it was
 * @param attempt which epoch of the run, or 0 where whoever was called cannot know
 * @param node who called
 * @param from by {@link System#nanoTime}
 * @param to when it was known to be at work last
 */
record PaidCall(String run, long attempt, String node, long from, long to) {}
