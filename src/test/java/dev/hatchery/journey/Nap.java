package dev.hatchery.journey;

/**
 * How long a node did nothing while the time went on.
 *
 * @param from by {@link System#nanoTime}
 * @param to the same
 */
record Nap(String node, long from, long to) {}
