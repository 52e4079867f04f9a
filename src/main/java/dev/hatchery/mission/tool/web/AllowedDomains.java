package dev.hatchery.mission.tool.web;

import java.util.List;

/**
 * Which sites may be read.
 *
 * @param patterns {@code example.org} for that host alone, {@code *.example.org} for all below it,
 *     {@code *} for every public one; lower case
 */
public record AllowedDomains(List<String> patterns) {
  private static final String EVERY = "*";

  public AllowedDomains {
    patterns = List.copyOf(patterns);
  }

  /** Whether there is none. */
  boolean none() {
    return patterns.isEmpty();
  }

  /**
   * Whether pages of {@code host} may be read, which is in lower case and has no dot at its end.
   */
  boolean allow(String host) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, host));
  }

  private static boolean matches(String pattern, String host) {
    return pattern.equals(EVERY)
        || (pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
  }
}
