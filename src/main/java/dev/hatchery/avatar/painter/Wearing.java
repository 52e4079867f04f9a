package dev.hatchery.avatar.painter;

import org.jspecify.annotations.Nullable;

/** What a creature carries, wears and has above its head: never nothing at all, never two hats. */
record Wearing(@Nullable Held held, @Nullable Worn worn, @Nullable Signature signature) {

  static Wearing of(Reading reading, Species species, Dice dice) {
    Held held = reading.held();
    Worn worn = reading.worn();
    Signature signature = reading.signature();
    if (held == null && worn == null && species.plan() != Plan.DOME) {
      boolean holds = dice.chance(.45);
      held =
          holds
              ? dice.of(
                  Held.LANTERN, Held.CUP, Held.BOOK, Held.KEY, Held.BLOOM, Held.STAR, Held.HEART)
              : null;
      worn = holds ? null : usual(species, dice);
    }
    if (hat(worn) || bare(reading, species)) {
      signature = null;
    } else if (signature == null) {
      signature = usual(reading.habitat() != null ? reading.habitat() : species.habitat(), dice);
    }
    return new Wearing(held, worn, signature);
  }

  private static Worn usual(Species species, Dice dice) {
    Worn worn = dice.of(Worn.SCARF, Worn.BOWTIE, Worn.BELL, Worn.FLOWERS);
    return worn == Worn.FLOWERS && species.plan() != Plan.CRITTER ? Worn.SCARF : worn;
  }

  /** A cloud needs no cloud above it, and horns no flame unless it is asked for. */
  private static boolean bare(Reading reading, Species species) {
    boolean crowned =
        species == Species.DRAGON
            || species == Species.UNICORN
            || species == Species.DEER
            || species == Species.BIRD
            || species == Species.SPROUT;
    return species == Species.CLOUD
        || species.plan() == Plan.CELESTIAL
        || (crowned && reading.signature() == null)
        || (reading.signature() == Signature.CLOUD && species == Species.JELLYFISH);
  }

  private static boolean hat(@Nullable Worn worn) {
    return worn == Worn.WIZARD_HAT
        || worn == Worn.TOP_HAT
        || worn == Worn.CHEF_HAT
        || worn == Worn.CROWN
        || worn == Worn.STRAW_HAT
        || worn == Worn.FLOWERS;
  }

  private static Signature usual(Habitat habitat, Dice dice) {
    return switch (habitat) {
      case EMBER_CANYON -> Signature.FLAME;
      case OLD_FOREST -> dice.of(Signature.SPROUT, Signature.CAP, Signature.LEAF);
      case DAWN_SKY -> Signature.CLOUD;
      case NIGHT_CITY -> dice.of(Signature.MOON, Signature.STAR);
      case TEA_HILLS -> dice.of(Signature.LEAF, Signature.SPROUT);
      case BLUE_COAST -> dice.of(Signature.DROP, Signature.BUBBLES);
      case SNOW_FIELD -> Signature.FLAKE;
      case DESERT -> dice.of(Signature.BLOSSOM, Signature.STAR);
      case UNDERWATER -> Signature.BUBBLES;
      case LIBRARY -> dice.of(Signature.BULB, Signature.NOTE);
      case SPACE -> Signature.STAR;
      case MEADOW -> dice.of(Signature.BLOSSOM, Signature.SPROUT, Signature.HEART);
      case CRYSTAL_CAVE -> Signature.CRYSTAL;
    };
  }
}
