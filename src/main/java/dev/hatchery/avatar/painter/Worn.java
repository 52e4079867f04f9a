package dev.hatchery.avatar.painter;

/** What a creature can wear. */
public enum Worn {
  SCARF("scarf scarves shawl knitted knits knitting muffler winter"),
  BOWTIE("bowtie tie gentleman butler waiter polite elegant fancy tuxedo dapper suit"),
  BELL("bell bells collar medal medallion necklace pendant amulet locket"),
  GLASSES(
      "glasses spectacles monocle professor librarian scholar bookish nerdy accountant teacher wise"),
  GOGGLES("goggles pilot aviator inventor diver engineer mechanic tinkerer steampunk"),
  WIZARD_HAT("wizard witch sorcerer mage magician hat magic magical"),
  TOP_HAT("tophat gentleman magician detective bowler"),
  CHEF_HAT("chef baker cook bakes baking cooking"),
  CROWN("crown king queen prince princess royal tiara emperor"),
  FLOWERS("wreath garland floral daisies"),
  HEADPHONES("headphones music dj radio listens podcast gamer"),
  STRAW_HAT("straw farmer gardening sunhat fisherman summer beekeeper"),
  CAPE("cape cloak superhero hero vampire guardian knight"),
  HELMET("astronaut cosmonaut spaceman helmet spacesuit"),
  BACKPACK(
      "backpack rucksack traveller traveler hiker explorer adventurer satchel bag courier wanderer");

  private final String words;

  Worn(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
