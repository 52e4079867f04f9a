package dev.hatchery.cli.client;

import dev.hatchery.wire.StreamEvent;

/** What a feed tells whoever follows it. */
public sealed interface Signal {
  /** An event; numbered ones come once and in order. */
  record Arrived(StreamEvent event) implements Signal {}

  /** The connection broke; it is being made again. */
  record Cut() implements Signal {}

  /** The connection stands again. */
  record Restored() implements Signal {}

  /** Nothing more will come, though no ending came: the run itself tells how it ended. */
  record Over() implements Signal {}

  /** The server says that there is no such stream. */
  record Refused(Refusal refusal) implements Signal {}

  /** There was no server for too long. */
  record GaveUp() implements Signal {}

  /** Nothing more will come: to read it failed as nothing should. */
  record Broke(RuntimeException why) implements Signal {}
}
