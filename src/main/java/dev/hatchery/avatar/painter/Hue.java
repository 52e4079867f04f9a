package dev.hatchery.avatar.painter;

import java.awt.Color;

/** The colours that words may ask for, as this painter mixes them. */
public enum Hue {
  RED("#d9503f", "red scarlet crimson ruby cherry strawberry vermilion"),
  EMBER("#ea6235", "orange ginger ember tangerine pumpkin carrot fire fiery flame lava"),
  AMBER("#e79a3c", "amber honey caramel marigold apricot"),
  YELLOW("#f2cb4e", "yellow lemon sunny canary butter mustard saffron"),
  GOLD("#d9a441", "gold golden brass brassy bronze clockwork"),
  COPPER("#cc7a4b", "copper coppery terracotta clay"),
  RUST("#b5562f", "rust rusty russet auburn cinnamon"),
  BROWN("#9c6a42", "brown chestnut hazel wooden wood acorn walnut"),
  CHOCOLATE("#75503c", "chocolate cocoa coffee espresso umber"),
  TAN("#d6b07d", "tan beige sand sandy fawn biscuit"),
  CREAM("#f3e2c2", "cream creamy ivory vanilla pearl pearly"),
  WHITE("#f5f1fb", "white polar snowy snow milky cloudy cloud paper frosted"),
  SILVER("#b9c3cf", "silver silvery chrome steel metal metallic tin iron moonlit"),
  GREY("#98a298", "grey gray stone stony ash ashen granite slate pebble"),
  BLACK("#474459", "black ebony obsidian jet midnight shadow shadowy ink inky dark"),
  LIME("#a9cf57", "lime chartreuse pear"),
  GREEN("#6aab4f", "green emerald leaf leafy grass grassy mossy fern jade"),
  OLIVE("#929a4c", "olive sage khaki"),
  MINT("#8ed4b2", "mint minty seafoam pistachio"),
  TEAL("#3f9d99", "teal"),
  TURQUOISE("#47bcbd", "turquoise aqua cyan aquamarine"),
  SKY("#8cc4ea", "azure ice icy frost frosty glacier glacial"),
  BLUE("#4f86cf", "blue sapphire cobalt cornflower blueberry"),
  NAVY("#46599c", "navy"),
  INDIGO("#645bb8", "indigo starry cosmic galaxy nebula"),
  PURPLE("#8c62ba", "purple violet plum grape amethyst"),
  LILAC("#b79cd0", "lilac lavender mauve periwinkle"),
  MAGENTA("#c8559c", "magenta fuchsia raspberry"),
  PINK("#f2a0b8", "pink rosy blush sakura bubblegum"),
  ROSE("#e0748c", "rose"),
  CORAL("#f2826c", "coral salmon"),
  PEACH("#f7b88d", "peach peachy");

  private final Color color;
  private final String words;

  Hue(String hex, String words) {
    this.color = Color.decode(hex);
    this.words = words;
  }

  /** The base colour. */
  public Color color() {
    return color;
  }

  /** The base colour with its shade and light. */
  public Tone tone() {
    return Tone.of(color);
  }

  String words() {
    return words;
  }
}
