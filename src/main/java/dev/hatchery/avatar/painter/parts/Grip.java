package dev.hatchery.avatar.painter.parts;

import dev.hatchery.avatar.painter.Curve;
import dev.hatchery.avatar.painter.Held;
import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import java.awt.BasicStroke;
import java.awt.Shape;

/** Two small arms for round bodies, and what they hold. */
public final class Grip {
  private Grip() {}

  /**
   * Draws arms and the thing held.
   *
   * @param y the height of the hands
   * @param half half the width of the body at that height
   */
  public static void draw(Sketch sketch, Subject subject, Tone tone, double y, double half) {
    Held held = subject.held();
    if (held == null) {
      arm(sketch, tone, 256 - half + 6, y - 26, 256 - half - 22, y + 4);
      arm(sketch, tone.back(), 256 + half - 6, y - 26, 256 + half + 22, y + 4);
    } else if (held.atSide()) {
      double hand = 256 + half + 34;
      arm(sketch, tone, 256 - half + 6, y - 26, 256 - half - 18, y + 6);
      arm(sketch, tone.back(), 256 + half - 10, y - 18, hand, y - 10);
      HeldThing.draw(sketch, subject, held, hand + 4, y - (held == Held.LANTERN ? 6 : 14), .95);
      sketch.form("hand", Shapes.oval(hand, y - 10, 17, 15), tone).shade(.25).light(.14);
    } else {
      HeldThing.draw(sketch, subject, held, 256, y, .92);
      sketch.form("hand", Shapes.oval(216, y + 12, 19, 16), tone).shade(.25).light(.14);
      sketch.form("hand", Shapes.oval(296, y + 12, 19, 16), tone.back()).shade(.25).light(.14);
    }
  }

  private static void arm(
      Sketch sketch, Tone tone, double x, double y, double handX, double handY) {
    double bend = (handX - x) * .9;
    Shape line =
        Curve.of("M" + x + " " + y + "Q" + (x + bend) + " " + y + " " + handX + " " + handY);
    Shape arm =
        new BasicStroke(27, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(line);
    sketch.form("arm", arm, tone).shade(.16).light(.08);
  }
}
