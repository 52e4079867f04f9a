package dev.hatchery.llm;

import java.util.function.Consumer;

/** Hears one answer while a model writes it. */
@FunctionalInterface
public interface Listener extends Consumer<String> {

  /** Hears the next piece of the answer's text. */
  @Override
  void accept(String piece);

  /** Something came that is no text: the model thinks, or its server says that it still works. */
  default void alive() {}

  /** Hears how many tokens the provider itself has counted in the answer so far. */
  default void tokens(int count) {}

  /** Hears how many tokens the provider itself has counted in what it was asked. */
  default void tokensRead(int count) {}
}
