package dev.hatchery.avatar.painter;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * The creature that will be painted: what the words say, and chance where they are silent.
 *
 * @param glow the warm crescent in the eyes
 * @param held what it holds, or null
 * @param worn what it wears, or null
 * @param signature the sign above its head, or null when a hat is there
 */
public record Subject(
    Species species,
    Build build,
    Tone skin,
    Tone accent,
    Color glow,
    Habitat habitat,
    Mood mood,
    @Nullable Held held,
    @Nullable Worn worn,
    @Nullable Signature signature,
    boolean cloudy,
    boolean mechanical) {

  private static final Hue[] ACCENTS = {
    Hue.TEAL, Hue.CORAL, Hue.GOLD, Hue.INDIGO, Hue.ROSE, Hue.MINT, Hue.AMBER
  };

  /** Reads a prompt. */
  public static Subject of(String prompt, Dice dice) {
    Reading reading = new Reading(prompt);
    Species species = reading.species();
    if (species == null) {
      species =
          dice.of(
              Species.IMP,
              Species.MONSTER,
              Species.LIZARD,
              Species.CAT,
              Species.SLIME,
              Species.OWL);
    }
    Hue hue = skin(reading, species, dice);
    Tone skin = reading.colours().shaded(hue);
    Hue second = reading.colours().accent();
    Hue accent = second != null && second != hue ? second : contrast(hue, dice);
    Hue eyes = reading.colours().eyes();
    Color glow = eyes != null ? Tone.of(eyes.color()).light() : new Color(0xffb95f);
    Wearing wearing = Wearing.of(reading, species, dice);
    return new Subject(
        species,
        build(reading, species, dice),
        skin,
        accent.tone(),
        glow,
        reading.habitat() != null ? reading.habitat() : species.habitat(),
        reading.mood() != null ? reading.mood() : dice.of(Mood.GENTLE, Mood.GENTLE, Mood.HAPPY),
        wearing.held(),
        wearing.worn(),
        wearing.signature(),
        species == Species.CLOUD || reading.says("cloud", "cloudy", "fog", "rain", "weather"),
        reading.says(
            "clockwork",
            "mechanical",
            "robot",
            "robotic",
            "gear",
            "steampunk",
            "brass",
            "automaton"));
  }

  private static Hue skin(Reading reading, Species species, Dice dice) {
    Hue said = reading.colours().skin();
    if (species == Species.GOLEM && (said == Hue.GREEN || said == Hue.EMBER)) {
      return said == Hue.GREEN ? Hue.GREY : Hue.BLACK;
    }
    Hue usual = dice.of(Names.hues(species));
    Hue own = reading.colours().own();
    return said != null ? said : own != null ? own : usual;
  }

  private static Hue contrast(Hue hue, Dice dice) {
    int first = dice.below(ACCENTS.length);
    double own = Oklch.of(hue.color()).hue();
    for (int i = 0; i < ACCENTS.length; i++) {
      Hue choice = ACCENTS[(first + i) % ACCENTS.length];
      if (apart(own, choice) >= 60) {
        return choice;
      }
    }
    return ACCENTS[first];
  }

  private static double apart(double hue, Hue other) {
    return Math.abs((Oklch.of(other.color()).hue() - hue + 540) % 360 - 180);
  }

  private static Build build(Reading reading, Species species, Dice dice) {
    Build build = species.build();
    if (reading.says(
        "winged", "wing", "flying", "fairy", "angel", "pegasus", "griffin", "gryphon")) {
      build = build.with(build.wings() == Build.Wings.BAT ? Build.Wings.BAT : Build.Wings.FEATHER);
    }
    if (reading.says("horned", "horn", "demon") && build.horns() == Build.Horns.NONE) {
      build = build.with(Build.Horns.SMALL);
    }
    if (reading.says("pegasus")) {
      build = build.with(Build.Horns.NONE);
    }
    if (reading.says("narwhal")) {
      build = build.with(Build.Horns.UNICORN);
    }
    if (reading.says("antler", "jackalope", "antlered")) {
      build = build.with(Build.Horns.ANTLERS);
    }
    if (build.coat() == Build.Coat.STRIPES && species == Species.CAT && dice.chance(.4)) {
      build = build.with(Build.Coat.PLAIN);
    }
    return coat(reading, build);
  }

  private static Build coat(Reading reading, Build build) {
    if (reading.says("striped", "stripe", "stripes", "tabby", "zebra")) {
      return build.with(Build.Coat.STRIPES);
    }
    if (reading.says(
        "spotted", "spot", "dotted", "speckled", "freckled", "leopard", "giraffe", "cheetah")) {
      return build.with(Build.Coat.SPOTS);
    }
    return reading.says("fluffy", "fuzzy", "furry", "shaggy", "fluff")
            && build.coat() == Build.Coat.PLAIN
        ? build.with(Build.Coat.FUR)
        : build;
  }
}
