package dev.hatchery.protocol;

import java.time.Duration;

/**
 * How long a run still takes, as a range.
 *
 * @param p50 it is as likely to take longer as to take less
 * @param p90 nine of ten take less; never below {@code p50}
 */
public record Eta(Duration p50, Duration p90) {}
