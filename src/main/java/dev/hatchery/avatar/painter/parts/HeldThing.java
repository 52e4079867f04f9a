package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Held;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import java.util.Locale;

/** The thing held, drawn around the point where the hand or the two hands hold it. */
public final class HeldThing {
  private HeldThing() {}

  /** Draws the thing with its grip at a point. */
  public static void draw(
      Sketch sketch, Subject subject, Held held, double x, double y, double scale) {
    String label = "the " + held.name().toLowerCase(Locale.ROOT);
    Brush brush = new Brush(sketch, label, x, y, scale);
    if (held.atSide()) {
      new HeldAtSide(sketch, subject, brush, x, y).draw(held);
    } else {
      new HeldInFront(subject, brush).draw(held);
    }
  }
}
