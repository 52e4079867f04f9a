package dev.hatchery.run;

/**
 * How many runs work at a time.
 *
 * @param all on this node
 * @param perOwner of one owner, where there are users
 */
public record Slots(int all, int perOwner) {}
