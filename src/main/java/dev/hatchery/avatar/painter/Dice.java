package dev.hatchery.avatar.painter;

import java.util.Random;

/** Chance that is the same on every machine for the same words and seed. */
public final class Dice {
  private final Random random;

  /** The chance that belongs to these words and this seed. */
  public Dice(String words, long seed) {
    long hash = seed * 0x9E3779B97F4A7C15L + 1;
    for (int i = 0; i < words.length(); i++) {
      hash = (hash ^ words.charAt(i)) * 0x100000001B3L;
    }
    random = new Random(hash);
  }

  /** A number from a to b. */
  public double between(double a, double b) {
    return a + (b - a) * random.nextDouble();
  }

  /** A whole number from 0 to bound - 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of these. */
  @SafeVarargs
  public final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** True that share of the times. */
  public boolean chance(double share) {
    return random.nextDouble() < share;
  }
}
