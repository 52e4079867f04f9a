package dev.hatchery.avatar.painter;

/** The body plans: how a creature is built, whatever its species. */
public enum Plan {
  CRITTER,
  BOULDERS,
  UPRIGHT,
  DOME,
  SNAIL,
  GHOST,
  ROBOT,
  SWIMMER,
  INSECT,
  PLANT,
  CELESTIAL,
  TURTLE,
  SERPENT,
  CRAB
}
