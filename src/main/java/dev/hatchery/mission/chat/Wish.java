package dev.hatchery.mission.chat;

import dev.hatchery.protocol.Brief;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message asks for. */
public sealed interface Wish {
  /** One thing to do. */
  record OneStep(String objective) implements Wish {}

  /** Several things to do, in this order; at least two. */
  record Steps(List<String> objectives) implements Wish {
    public Steps {
      objectives = List.copyOf(objectives);
    }
  }

  /** Another word on what was asked for before; null leaves it as it is. */
  record Change(
      @Nullable String objective, @Nullable String scope, Brief.@Nullable Priority priority)
      implements Wish {}

  /** Nobody could say what; this asks back. */
  record Unclear(String question) implements Wish {}
}
