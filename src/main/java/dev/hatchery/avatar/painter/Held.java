package dev.hatchery.avatar.painter;

/** What a creature can hold: in front of the chest, or at its side. */
public enum Held {
  LANTERN(true, "lantern lamp candle torch lanterns nightlight lighthouse"),
  CUP(false, "tea cup teacup coffee cocoa mug chai soup chocolate drinking espresso"),
  BOOK(
      false,
      "book books reading reads read library librarian poem poems poet poetry stories story storyteller novel writer scholar diary professor teacher grimoire"),
  KEY(true, "key keys lock locksmith secret secrets door doors treasure"),
  UMBRELLA(true, "umbrella parasol rain rainy"),
  BRUSH(true, "paint paints painter painting paintbrush brush artist art palette draws colours"),
  BALLOON(true, "balloon balloons party birthday circus floating"),
  BLOOM(true, "flower flowers rose bouquet gardener garden gardening florist blossom daisy tulip"),
  WAND(
      true, "wand magic magical wizard witch spell spells sorcerer fairy magician enchanted staff"),
  LETTER(false, "letter letters post postman mail messenger envelope courier delivers delivery"),
  TELESCOPE(
      true,
      "telescope astronomer stargazer stargazing navigator captain sailor explorer map maps pirate"),
  POTION(false, "potion potions alchemist bottle chemist ink inkwell elixir apothecary perfume"),
  CAKE(
      false,
      "cake cupcake baker bakes baking bread cookie cookies pastry muffin cook chef pie bun cooking"),
  STAR(false, "star stars wish wishes starlight collector collects"),
  HEART(false, "heart love loves loving kind kindness"),
  LUTE(
      false,
      "music guitar lute ukulele banjo musician song songs bard melody sings singing violin singer drum drummer flute piano trumpet band"),
  HAMMER(
      true,
      "hammer builder build builds blacksmith tools wrench mechanic tinkerer inventor repairs fixes engineer mends carpenter"),
  SWORD(true, "sword knight warrior guardian brave hero dagger samurai"),
  HONEY(false, "honey jar jam pot nectar beekeeper"),
  FISHING(true, "fishing fisher fisherman angler rod");

  private final boolean atSide;
  private final String words;

  Held(boolean atSide, String words) {
    this.atSide = atSide;
    this.words = words;
  }

  /** Whether it is held out at the side. */
  public boolean atSide() {
    return atSide;
  }

  String words() {
    return words;
  }
}
