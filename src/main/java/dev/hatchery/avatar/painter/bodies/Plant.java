package dev.hatchery.avatar.painter.bodies;

import dev.hatchery.avatar.painter.Shapes;
import dev.hatchery.avatar.painter.Sketch;
import dev.hatchery.avatar.painter.Subject;
import dev.hatchery.avatar.painter.Tone;
import dev.hatchery.avatar.painter.parts.Face;
import dev.hatchery.avatar.painter.parts.Pose;
import dev.hatchery.avatar.painter.parts.Signatures;
import dev.hatchery.avatar.painter.parts.WornThing;

/** Things that grow, with a face: mushroom, cactus, flower, sprout. */
final class Plant {
  private Plant() {}

  static void draw(Sketch sketch, Subject subject) {
    Pose pose =
        switch (subject.species()) {
          case MUSHROOM -> {
            new Mushroom(sketch, subject).draw();
            yield Mushroom.POSE;
          }
          case CACTUS -> {
            new Cactus(sketch, subject).draw();
            yield Cactus.POSE;
          }
          case FLOWER -> {
            new Blossom(sketch, subject).draw();
            yield Blossom.POSE;
          }
          default -> {
            new Sprout(sketch, subject).draw();
            yield Sprout.POSE;
          }
        };
    WornThing.atNeck(sketch, subject, pose);
    WornThing.onHead(sketch, subject, pose);
  }

  static void feet(Sketch sketch, Tone tone) {
    for (int side = -1; side <= 1; side += 2) {
      sketch.form("foot", Shapes.oval(256 + side * 38, 432, 28, 14), tone).shade(.2).light(.12);
    }
  }

  static void face(Sketch sketch, Subject subject, Pose pose, double blush) {
    new Face(sketch, subject, pose).eyes().mouth().blush(blush, pose.eyeY() + 34);
  }

  static void sign(Sketch sketch, Subject subject, double crown) {
    if (subject.signature() != null) {
      Signatures.draw(sketch, subject.signature(), 256, crown);
    }
  }
}
