package dev.hatchery.cli.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is reported of a run.
 *
 * @param type the event's type
 * @param data an object
 * @param run the run's id, number or its owner's name for it; null where the server finds it
 * @param eventId made by us, so that a report whose answer was lost is recorded once
 */
public record Emission(String type, Facts data, @Nullable String run, String eventId) {
  /** One that was never sent before. */
  public static Emission of(String type, Facts data, @Nullable String run) {
    return new Emission(type, data, run, UUID.randomUUID().toString());
  }

  byte[] json() {
    return Facts.emission(this);
  }
}
