package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;

/** A creature of any body plan. */
public final class Creature {
  private Creature() {}

  /** Puts the creature into the sketch, in front of what is there. */
  public static void draw(Sketch sketch, Subject subject) {
    switch (subject.species().plan()) {
      case CRITTER -> new Critter(sketch, subject).draw();
      case BOULDERS -> new Boulders(sketch, subject).draw();
      case UPRIGHT -> new Upright(sketch, subject).draw();
      case DOME -> new Dome(sketch, subject, subject.cloudy()).draw();
      case SNAIL -> new Snail(sketch, subject).draw();
      case GHOST -> new Ghost(sketch, subject).draw();
      case ROBOT -> new Robot(sketch, subject).draw();
      case SWIMMER -> new Swimmer(sketch, subject).draw();
      case INSECT -> new Insect(sketch, subject).draw();
      case PLANT -> Plant.draw(sketch, subject);
      case CELESTIAL -> new Celestial(sketch, subject).draw();
      case TURTLE -> new Turtle(sketch, subject).draw();
      case CRAB -> new Crab(sketch, subject).draw();
      case SERPENT -> new Serpent(sketch, subject).draw();
    }
  }
}
