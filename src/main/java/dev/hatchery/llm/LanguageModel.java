package dev.hatchery.llm;

import io.vertx.core.Future;

/** A language model. */
public interface LanguageModel {

  /** The name in events and analytics, such as {@code storyteller}. */
  String name();

  /**
   * Asks once and streams the answer's text to {@code listener}, in order, on the caller's context.
   * Completes when the provider has said that the answer is whole; fails with a {@link
   * ModelException} otherwise, whatever text was heard before. Once {@code cancelled} completes it
   * ends early, takes the request or process with it, and the result fails with {@link
   * java.util.concurrent.CancellationException}.
   */
  Future<Void> write(Commission commission, Listener listener, Future<Void> cancelled);

  /** Whether it runs on this machine, where it may load for minutes before its first byte. */
  default boolean local() {
    return false;
  }

  /** Asks for one token to find out whether it works; never fails. */
  default Future<Checkup> check() {
    return Future.succeededFuture(new Checkup(true, "The %s is built in.".formatted(name())));
  }
}
