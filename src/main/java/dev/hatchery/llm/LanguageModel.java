package dev.hatchery.llm;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** A language model that writes personas. */
public interface LanguageModel {

  /** The name in events and analytics, such as {@code storyteller}. */
  String name();

  /**
   * Streams the answer's text to {@code pieces}, in order, on the caller's context. Completes when
   * the answer is whole; once {@code cancelled} completes it ends early and the result fails with
   * {@link java.util.concurrent.CancellationException}.
   */
  Future<Void> write(Commission commission, Consumer<String> pieces, Future<Void> cancelled);
}
