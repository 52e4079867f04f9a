package dev.hatchery.mission;

import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Intent;
import dev.hatchery.protocol.Run;

/** Tells what a brief asks for. */
@FunctionalInterface
public interface Classifier {
  /** What it asks for; may wait, on a virtual thread of a verticle. */
  Intent classify(Run run, Brief brief);
}
