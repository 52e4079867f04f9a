package dev.hatchery.avatar.painter;

import dev.hatchery.avatar.painter.bodies.Creature;
import dev.hatchery.avatar.painter.habitats.Scenery;
import dev.hatchery.avatar.painter.parts.Sparks;

/** Plans a whole picture from the words of a prompt. */
final class Studio {
  private Studio() {}

  /** The plan of the picture for these words; the same words and seed give the same plan. */
  static Sketch sketch(String prompt, long seed) {
    Dice dice = new Dice(prompt, seed);
    Subject subject = Subject.of(prompt, dice);
    Sketch sketch = new Sketch();
    new Scenery(sketch, subject.habitat(), dice).draw();
    Cel wash = sketch.washHere();
    Creature.draw(sketch, subject);
    Sparks.draw(sketch, subject.habitat(), dice);
    Wash.lay(wash, sketch.silhouette(), subject, dice);
    Stipple.strew(sketch);
    return sketch;
  }
}
