package dev.hatchery.mission.tool.custom;

import dev.hatchery.config.Secret;
import dev.hatchery.config.ToolEntry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entries of tools for tests. */
final class Entries {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private Entries() {}

  /** A command; one that sleeps is given a second. */
  static ToolEntry command(String... command) {
    var sleeps = String.join(" ", command).contains("sleep 1234567");
    return new ToolEntry(
        Set.of(ToolEntry.Purpose.WRITE),
        0.7,
        List.of(command),
        Map.of(),
        null,
        ToolEntry.Method.POST,
        Secret.NONE,
        sleeps ? SOON : PATIENT,
        false);
  }

  static ToolEntry server(URI url, ToolEntry.Method method) {
    return new ToolEntry(
        Set.of(ToolEntry.Purpose.SEARCH),
        0.7,
        List.of(),
        Map.of(),
        url,
        method,
        new Secret("key-1"),
        PATIENT,
        true);
  }
}
