package dev.hatchery.avatar.painter;

/** What sets one sitting creature with head, body and four limbs apart from another. */
public record Build(
    Head head, Ears ears, Horns horns, Tail tail, Muzzle muzzle, Coat coat, Wings wings) {
  /** The outline of the head. */
  public enum Head {
    PEAR,
    WEDGE,
    ROUND,
    CHEEKS,
    LONG,
    WIDE
  }

  /** The kind of ears. */
  public enum Ears {
    NONE,
    POINTED,
    CAT,
    ROUND,
    BIG,
    LONG,
    FLOPPY,
    LEAF,
    HUGE,
    ELF
  }

  /** What grows on the head. */
  public enum Horns {
    NONE,
    SMALL,
    ANTLERS,
    CURLED,
    UNICORN,
    OX
  }

  /** The kind of tail. */
  public enum Tail {
    NONE,
    LIZARD,
    BUSHY,
    THIN,
    PUFF,
    CURL,
    FLAT,
    TUFT,
    RINGED,
    HAIR,
    SPADE
  }

  /** What lies around the mouth. */
  public enum Muzzle {
    NONE,
    MASK,
    SMALL,
    SNOUT,
    TEETH,
    TRUNK,
    BROAD,
    NOSTRILS,
    WIDE
  }

  /** The pattern on the skin. */
  public enum Coat {
    PLAIN,
    SPOTS,
    STRIPES,
    PATCHES,
    PANDA,
    BANDIT,
    MANE,
    WOOL,
    SPINES,
    SCALES,
    FUR
  }

  /** What wings it has. */
  public enum Wings {
    NONE,
    BAT,
    FEATHER
  }

  /** The plainest creature with such a head. */
  public static Build of(Head head) {
    return new Build(head, Ears.NONE, Horns.NONE, Tail.NONE, Muzzle.NONE, Coat.PLAIN, Wings.NONE);
  }

  /** The same with other ears. */
  public Build with(Ears other) {
    return new Build(head, other, horns, tail, muzzle, coat, wings);
  }

  /** The same with another tail. */
  public Build with(Tail other) {
    return new Build(head, ears, horns, other, muzzle, coat, wings);
  }

  /** The same with another muzzle. */
  public Build with(Muzzle other) {
    return new Build(head, ears, horns, tail, other, coat, wings);
  }

  /** The same with other wings. */
  public Build with(Wings other) {
    return new Build(head, ears, horns, tail, muzzle, coat, other);
  }

  /** The same with other horns. */
  public Build with(Horns other) {
    return new Build(head, ears, other, tail, muzzle, coat, wings);
  }

  /** The same with another coat. */
  public Build with(Coat other) {
    return new Build(head, ears, horns, tail, muzzle, other, wings);
  }
}
