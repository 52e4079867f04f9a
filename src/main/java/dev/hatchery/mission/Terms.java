package dev.hatchery.mission;

import dev.hatchery.protocol.Usd;
import java.time.Duration;

/**
 * What holds for every mission of a server.
 *
 * @param monthlyLimit what one owner may spend in a calendar month
 * @param leastConfidence below it no tool is chosen, 0 to 1
 * @param patience how long a tool may take
 */
public record Terms(Prices prices, Usd monthlyLimit, double leastConfidence, Duration patience) {}
