package dev.hatchery.avatar.painter;

import dev.hatchery.avatar.painter.Build.Coat;
import dev.hatchery.avatar.painter.Build.Ears;
import dev.hatchery.avatar.painter.Build.Head;
import dev.hatchery.avatar.painter.Build.Horns;
import dev.hatchery.avatar.painter.Build.Muzzle;
import dev.hatchery.avatar.painter.Build.Tail;
import dev.hatchery.avatar.painter.Build.Wings;

/** The creatures this painter has learned, each with the words it answers to. */
public enum Species {
  LIZARD(Build.of(Head.PEAR).with(Tail.LIZARD).with(Coat.SPOTS), Habitat.EMBER_CANYON),
  DRAGON(
      Build.of(Head.PEAR).with(Horns.SMALL).with(Tail.SPADE).with(Coat.SCALES).with(Wings.BAT),
      Habitat.EMBER_CANYON),
  FOX(
      Build.of(Head.WEDGE).with(Ears.POINTED).with(Tail.BUSHY).with(Muzzle.MASK),
      Habitat.TEA_HILLS),
  WOLF(
      Build.of(Head.WEDGE).with(Ears.POINTED).with(Tail.BUSHY).with(Muzzle.MASK).with(Coat.FUR),
      Habitat.SNOW_FIELD),
  CAT(
      Build.of(Head.CHEEKS).with(Ears.CAT).with(Tail.THIN).with(Muzzle.SMALL).with(Coat.STRIPES),
      Habitat.NIGHT_CITY),
  TIGER(
      Build.of(Head.CHEEKS)
          .with(Ears.ROUND)
          .with(Tail.RINGED)
          .with(Muzzle.SMALL)
          .with(Coat.STRIPES),
      Habitat.OLD_FOREST),
  LION(
      Build.of(Head.ROUND).with(Ears.ROUND).with(Tail.TUFT).with(Muzzle.SMALL).with(Coat.MANE),
      Habitat.DESERT),
  DOG(
      Build.of(Head.ROUND).with(Ears.FLOPPY).with(Tail.CURL).with(Muzzle.BROAD).with(Coat.PATCHES),
      Habitat.MEADOW),
  BEAR(Build.of(Head.ROUND).with(Ears.ROUND).with(Muzzle.BROAD).with(Coat.FUR), Habitat.OLD_FOREST),
  PANDA(
      Build.of(Head.ROUND).with(Ears.ROUND).with(Muzzle.SMALL).with(Coat.PANDA), Habitat.TEA_HILLS),
  KOALA(Build.of(Head.ROUND).with(Ears.BIG).with(Muzzle.SMALL).with(Coat.FUR), Habitat.OLD_FOREST),
  RABBIT(Build.of(Head.ROUND).with(Ears.LONG).with(Tail.PUFF).with(Muzzle.TEETH), Habitat.MEADOW),
  MOUSE(Build.of(Head.ROUND).with(Ears.BIG).with(Tail.THIN).with(Muzzle.SMALL), Habitat.LIBRARY),
  HAMSTER(
      Build.of(Head.CHEEKS).with(Ears.ROUND).with(Tail.PUFF).with(Muzzle.TEETH).with(Coat.PATCHES),
      Habitat.MEADOW),
  SQUIRREL(
      Build.of(Head.ROUND).with(Ears.CAT).with(Tail.BUSHY).with(Muzzle.TEETH), Habitat.OLD_FOREST),
  RACCOON(
      Build.of(Head.CHEEKS).with(Ears.CAT).with(Tail.RINGED).with(Muzzle.MASK).with(Coat.BANDIT),
      Habitat.NIGHT_CITY),
  OTTER(
      Build.of(Head.ROUND).with(Ears.ROUND).with(Tail.FLAT).with(Muzzle.BROAD), Habitat.BLUE_COAST),
  DEER(
      Build.of(Head.LONG)
          .with(Ears.LEAF)
          .with(Horns.ANTLERS)
          .with(Tail.PUFF)
          .with(Muzzle.SMALL)
          .with(Coat.SPOTS),
      Habitat.OLD_FOREST),
  GOAT(
      Build.of(Head.LONG).with(Ears.LEAF).with(Horns.CURLED).with(Tail.PUFF).with(Muzzle.SMALL),
      Habitat.TEA_HILLS),
  SHEEP(
      Build.of(Head.ROUND).with(Ears.LEAF).with(Tail.PUFF).with(Muzzle.SMALL).with(Coat.WOOL),
      Habitat.MEADOW),
  COW(
      Build.of(Head.LONG)
          .with(Ears.LEAF)
          .with(Horns.OX)
          .with(Tail.TUFT)
          .with(Muzzle.NOSTRILS)
          .with(Coat.PATCHES),
      Habitat.MEADOW),
  PIG(Build.of(Head.ROUND).with(Ears.CAT).with(Tail.CURL).with(Muzzle.SNOUT), Habitat.MEADOW),
  ELEPHANT(Build.of(Head.ROUND).with(Ears.HUGE).with(Tail.TUFT).with(Muzzle.TRUNK), Habitat.DESERT),
  MONKEY(
      Build.of(Head.ROUND).with(Ears.BIG).with(Tail.THIN).with(Muzzle.MASK).with(Coat.FUR),
      Habitat.OLD_FOREST),
  FROG(Build.of(Head.WIDE).with(Muzzle.WIDE).with(Coat.SPOTS), Habitat.OLD_FOREST),
  HORSE(
      Build.of(Head.LONG).with(Ears.CAT).with(Tail.HAIR).with(Muzzle.NOSTRILS).with(Coat.MANE),
      Habitat.MEADOW),
  UNICORN(
      Build.of(Head.LONG)
          .with(Ears.CAT)
          .with(Horns.UNICORN)
          .with(Tail.HAIR)
          .with(Muzzle.NOSTRILS)
          .with(Coat.MANE),
      Habitat.DAWN_SKY),
  HEDGEHOG(
      Build.of(Head.WEDGE).with(Ears.ROUND).with(Muzzle.MASK).with(Coat.SPINES), Habitat.TEA_HILLS),
  BAT(
      Build.of(Head.CHEEKS).with(Ears.POINTED).with(Muzzle.SMALL).with(Coat.FUR).with(Wings.BAT),
      Habitat.NIGHT_CITY),
  IMP(Build.of(Head.ROUND).with(Ears.ELF), Habitat.OLD_FOREST),
  MONSTER(
      Build.of(Head.PEAR).with(Horns.OX).with(Tail.TUFT).with(Muzzle.WIDE).with(Coat.FUR),
      Habitat.CRYSTAL_CAVE),
  GOLEM(Plan.BOULDERS, Habitat.OLD_FOREST),
  OWL(Plan.UPRIGHT, Habitat.NIGHT_CITY),
  PENGUIN(Plan.UPRIGHT, Habitat.SNOW_FIELD),
  BIRD(Plan.UPRIGHT, Habitat.MEADOW),
  JELLYFISH(Plan.DOME, Habitat.UNDERWATER),
  OCTOPUS(Plan.DOME, Habitat.UNDERWATER),
  SNAIL(Plan.SNAIL, Habitat.BLUE_COAST),
  GHOST(Plan.GHOST, Habitat.LIBRARY),
  SLIME(Plan.GHOST, Habitat.CRYSTAL_CAVE),
  ROBOT(Plan.ROBOT, Habitat.NIGHT_CITY),
  FISH(Plan.SWIMMER, Habitat.UNDERWATER),
  WHALE(Plan.SWIMMER, Habitat.UNDERWATER),
  BEE(Plan.INSECT, Habitat.MEADOW),
  MOTH(Plan.INSECT, Habitat.NIGHT_CITY),
  BEETLE(Plan.INSECT, Habitat.MEADOW),
  MUSHROOM(Plan.PLANT, Habitat.OLD_FOREST),
  CACTUS(Plan.PLANT, Habitat.DESERT),
  SPROUT(Plan.PLANT, Habitat.MEADOW),
  FLOWER(Plan.PLANT, Habitat.MEADOW),
  STAR(Plan.CELESTIAL, Habitat.SPACE),
  MOON(Plan.CELESTIAL, Habitat.SPACE),
  SUN(Plan.CELESTIAL, Habitat.DAWN_SKY),
  CLOUD(Plan.DOME, Habitat.DAWN_SKY),
  TURTLE(Plan.TURTLE, Habitat.BLUE_COAST),
  SERPENT(Plan.SERPENT, Habitat.DESERT),
  GECKO(Build.of(Head.PEAR).with(Tail.LIZARD).with(Coat.SPOTS), Habitat.OLD_FOREST),
  AXOLOTL(
      Build.of(Head.WIDE).with(Ears.LEAF).with(Tail.LIZARD).with(Muzzle.WIDE), Habitat.UNDERWATER),
  SPIDER(Plan.INSECT, Habitat.NIGHT_CITY),
  CRAB(Plan.CRAB, Habitat.BLUE_COAST);

  private final Plan plan;

  @SuppressWarnings(
      "ImmutableEnumChecker") // a record of enums is immutable, though it cannot say so
  private final Build build;

  private final Habitat habitat;

  Species(Build build, Habitat habitat) {
    this(Plan.CRITTER, build, habitat);
  }

  Species(Plan plan, Habitat habitat) {
    this(plan, Build.of(Head.ROUND), habitat);
  }

  Species(Plan plan, Build build, Habitat habitat) {
    this.plan = plan;
    this.build = build;
    this.habitat = habitat;
  }

  /** How it is built. */
  public Plan plan() {
    return plan;
  }

  /** The details of its build; of use to the critters only. */
  public Build build() {
    return build;
  }

  /** Where it lives when nothing is said. */
  public Habitat habitat() {
    return habitat;
  }

  /** Whether its words often mean something else: a cloud, a star, a lamp, a flower. */
  boolean doubtful() {
    return plan == Plan.CELESTIAL
        || plan == Plan.PLANT
        || this == CLOUD
        || this == GOLEM
        || this == IMP
        || this == ROBOT
        || this == MONSTER;
  }
}
