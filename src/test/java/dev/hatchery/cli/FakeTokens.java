package dev.hatchery.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tokens in memory. */
final class FakeTokens implements TokenBook {
  private static final Instant MADE = Instant.parse("2026-11-25T04:00:00Z");

  private final List<Entry> entries = new ArrayList<>();
  private long last;

  @Override
  public Made create(String user, boolean readOnly) {
    var entry = new Entry(++last, user, readOnly, MADE);
    entries.add(entry);
    return new Made(entry, "hatchery_secret" + last);
  }

  @Override
  public List<Entry> list() {
    return List.copyOf(entries);
  }

  @Override
  public int revoke(String which) {
    var before = entries.size();
    entries.removeIf(
        entry -> entry.user().equals(which) || Long.toString(entry.number()).equals(which));
    return before - entries.size();
  }
}
