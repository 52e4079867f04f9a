package dev.hatchery.cli.view;

import dev.hatchery.cli.screen.Ink;
import java.util.Locale;

/** How far a criterion or a story is. */
enum Mark {
  WAITING("○", Ink.SOFT),
  IN_WORK("⏳", Ink.PLAIN),
  MET("✅", Ink.PLAIN),
  NOT_MET("✗", Ink.TROUBLE);

  private final String sign;
  private final Ink ink;

  Mark(String sign, Ink ink) {
    this.sign = sign;
    this.ink = ink;
  }

  /** One character, of one or two columns. */
  String sign() {
    return sign;
  }

  Ink ink() {
    return ink;
  }

  /** Whether nothing more will happen to it. */
  boolean settled() {
    return this == MET || this == NOT_MET;
  }

  /** What a server means: a story is passed, a criterion met. */
  static Mark of(String status) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "in_work" -> IN_WORK;
      case "met", "passed", "completed", "success", "succeeded" -> MET;
      case "not_met", "failed" -> NOT_MET;
      default -> WAITING;
    };
  }
}
