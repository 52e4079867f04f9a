package dev.hatchery.avatar.painter;

/** The sign above a creature's head. */
public enum Signature {
  FLAME("fire flame fiery ember lava volcano phoenix burning firebird spark sparks"),
  SPROUT(
      "moss mossy leaf leafy plant forest tree garden gardener green sprout nature spring bonsai"),
  GEAR("clockwork gear gears robot steampunk mechanical machine inventor tinkerer cog engineer"),
  CLOUD("cloud cloudy rain rainy fog mist weather storm stormy dreams dreamy"),
  STAR("star stars starry astronomer wish space cosmic galaxy night stargazing celestial"),
  CRYSTAL("crystal gem gems diamond cave amethyst jewel treasure"),
  MOON("moon moonlit moonlight lunar midnight sleepy night nocturnal"),
  HEART("heart love loving kind kindness friendly romantic"),
  DROP("water sea ocean river lake drop rain tear tears"),
  CAP("mushroom mushrooms fungus toadstool"),
  NOTE("music song songs musician singing sings melody bard sing jazz"),
  BOLT("lightning electric thunder energy storm power"),
  FLAKE("snow ice icy frost frosty winter cold frozen snowy polar"),
  BLOSSOM("flower flowers blossom rose petal cherry sakura bloom daisy"),
  BULB("idea ideas clever curious thinker science scientist"),
  BUBBLES("bubbles bubble soap underwater fish jellyfish"),
  LEAF("autumn tea leaves maple wind herb herbs");

  private final String words;

  Signature(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
