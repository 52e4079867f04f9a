package dev.hatchery.avatar.painter;

import java.awt.Color;

/**
 * Where a creature lives: four stops of sky from top to bottom, the disc, the shadow, the sparks.
 */
public enum Habitat {
  EMBER_CANYON(
      "#2e1c3c #8d3550 #ec7a54 #ffc27a",
      "#ffcf8a",
      .55,
      "#180c1e",
      "#ffe3a3",
      "canyon volcano volcanic lava ember embers dusk rocks cliff forge"),
  OLD_FOREST(
      "#12343a #2f6a5f #8fb78a #d7dfa2",
      "#eff2c8",
      .5,
      "#071b1f",
      "#f6f3b4",
      "forest woods woodland jungle swamp thicket moss mossy grove mushrooms bog"),
  DAWN_SKY(
      "#3d4a8f #8f83c9 #f2b4b6 #ffe0b5",
      "#fff3d6",
      .42,
      "#8a6a9c",
      "#fff8df",
      "sky cloud clouds dawn sunrise heaven weather rainbow wind storm thunder rain"),
  NIGHT_CITY(
      "#0e1838 #20366b #4f6aa3 #8d9cc7",
      "#f6e9c0",
      .85,
      "#0a1430",
      "#fff6dc",
      "city town towers tower roof rooftop rooftops street streets night midnight moon moonlight moonlit clock clockwork"),
  TEA_HILLS(
      "#5f8f8a #b9c9a4 #f4d9a0 #f7c27c",
      "#fdeec2",
      .75,
      "#1b3a31",
      "#e08a3c",
      "tea hill hills terrace terraces autumn village farm valley vineyard mist misty orchard"),
  BLUE_COAST(
      "#142a4a #2f6d8c #9cc7bd #f4d7a8",
      "#e6f2dc",
      .4,
      "#081c2c",
      "#fff6dc",
      "coast beach sea shore lighthouse harbour harbor island bay lake river pond pier ocean"),
  SNOW_FIELD(
      "#31517f #7fa6cc #d3e2ee #f9e6dd",
      "#fff6e6",
      .7,
      "#5b7ea6",
      "#ffffff",
      "snow snowy ice icy winter arctic antarctic glacier frost frozen polar blizzard mountain mountains alpine peak"),
  DESERT(
      "#4d6f9c #a9bfc0 #f5d9a4 #f3b272",
      "#fff1c9",
      .75,
      "#7a4a33",
      "#fff3cf",
      "desert dune dunes sand oasis savanna savannah cactus pyramid"),
  UNDERWATER(
      "#0d2f52 #17638a #3fa3b5 #a5dcc9",
      "#d6f5e4",
      .3,
      "#0a2a45",
      "#e6fbff",
      "underwater reef coral deep seabed lagoon bubbles aquarium undersea"),
  LIBRARY(
      "#33203a #5f3642 #9c5a48 #d99a62",
      "#ffdf9c",
      .6,
      "#1e1020",
      "#ffe9b0",
      "library books bookshop bookshelf bookshelves study archive museum room workshop attic kitchen school bakery"),
  SPACE(
      "#0b0f2b #251d57 #5a3a86 #b06a9c",
      "#f6d9f0",
      .4,
      "#0a0a22",
      "#fff6ff",
      "space galaxy cosmos cosmic planet stars starry nebula orbit universe asteroid astronaut comet"),
  MEADOW(
      "#5ba0c9 #a9d3d6 #eaf0c4 #fbe3a0",
      "#fffbdc",
      .8,
      "#2f6146",
      "#fff3f6",
      "meadow field fields garden flowers flower spring grass greenhouse park clover blossoms summer sunny"),
  CRYSTAL_CAVE(
      "#1c1838 #3b2f6b #6a5aa8 #9fb4dc",
      "#d9e6ff",
      .4,
      "#120e28",
      "#e2f2ff",
      "cave cavern crystal crystals grotto mine gem gems underground tunnel dungeon");

  private final String sky;
  private final Color disc;
  private final double haze;
  private final Color shadow;
  private final Color spark;
  private final String words;

  Habitat(String sky, String disc, double haze, String shadow, String spark, String words) {
    this.sky = sky;
    this.disc = Color.decode(disc);
    this.haze = haze;
    this.shadow = Color.decode(shadow);
    this.spark = Color.decode(spark);
    this.words = words;
  }

  /** The four colours of the sky, the highest first. */
  public Color[] sky() {
    String[] stops = sky.split(" ", -1);
    Color[] colors = new Color[stops.length];
    for (int i = 0; i < stops.length; i++) {
      colors[i] = Color.decode(stops[i]);
    }
    return colors;
  }

  /** The colour of the disc behind the head. */
  public Color disc() {
    return disc;
  }

  /** How dense the disc is, 0..1. */
  public double haze() {
    return haze;
  }

  /** The colour of the shadow on the ground. */
  public Color shadow() {
    return shadow;
  }

  /** The colour of what sparkles in the air. */
  public Color spark() {
    return spark;
  }

  String words() {
    return words;
  }
}
