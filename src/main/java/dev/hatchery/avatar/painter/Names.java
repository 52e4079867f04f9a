package dev.hatchery.avatar.painter;

import java.util.EnumMap;
import java.util.Map;

/** The words that each species answers to, and the colours it comes in when nothing is said. */
final class Names {
  private static final String TABLE =
      """
      LIZARD: EMBER LIME TEAL:
        lizard gecko salamander newt chameleon iguana axolotl crocodile alligator
        crocodilian reptile
      DRAGON: RED TEAL PURPLE:
        dragon dragonet wyvern drake dinosaur dino wyrm hydra
      FOX: EMBER:
        fox vixen kitsune fennec coyote jackal
      WOLF: GREY SILVER:
        wolf werewolf husky
      CAT: AMBER GREY BLACK CREAM:
        cat kitten kitty tomcat lynx panther leopard cheetah jaguar feline
      TIGER: EMBER:
        tiger
      LION: AMBER:
        lion lioness griffin gryphon sphinx
      DOG: TAN BROWN CREAM:
        dog puppy pup hound corgi terrier dachshund poodle beagle
      BEAR: BROWN CHOCOLATE:
        bear cub grizzly teddy wombat capybara
      PANDA: WHITE:
        panda
      KOALA: GREY SILVER:
        koala
      RABBIT: WHITE TAN SILVER:
        rabbit bunny hare jackalope
      MOUSE: SILVER TAN:
        mouse mice rat shrew dormouse mouselet chinchilla
      HAMSTER: AMBER TAN:
        hamster gerbil guinea guineapig lemming vole
      SQUIRREL: RUST:
        squirrel chipmunk
      RACCOON: SILVER GREY:
        raccoon racoon badger tanuki lemur skunk
      OTTER: BROWN:
        otter beaver seal weasel ferret mole platypus walrus marten stoat mongoose
        meerkat
      DEER: TAN BROWN:
        deer fawn stag reindeer moose elk antelope doe giraffe
      GOAT: CREAM GREY:
        goat ram ibex faun satyr
      SHEEP: CREAM:
        sheep lamb alpaca llama
      COW: WHITE BROWN:
        cow bull ox calf yak bison buffalo minotaur
      PIG: PINK:
        pig piglet boar hippo tapir
      ELEPHANT: SILVER SKY:
        elephant mammoth
      MONKEY: BROWN:
        monkey ape gorilla chimp orangutan sloth
      FROG: GREEN LIME:
        frog toad tadpole froglet
      HORSE: BROWN CREAM:
        horse pony foal zebra donkey mule centaur
      UNICORN: WHITE PINK LILAC:
        unicorn pegasus alicorn
      HEDGEHOG: BROWN CHOCOLATE:
        hedgehog porcupine echidna
      BAT: PURPLE BLACK INDIGO:
        bat vampire
      IMP: LIME MINT LILAC PEACH:
        imp goblin elf gnome troll fairy pixie sprite wizard witch sorcerer dwarf
        leprechaun gremlin knight pirate girl boy
      MONSTER: PURPLE TURQUOISE MAGENTA:
        monster beast yeti furball bigfoot ogre kaiju fluffball demon alien gargoyle
        chimera
      GOLEM: GREY:
        golem boulder rock giant titan colossus
      OWL: GOLD BROWN:
        owl owlet owlbear
      PENGUIN: NAVY BLACK:
        penguin puffin auk
      BIRD: SKY CORAL YELLOW:
        bird robin sparrow parrot chick chicken hen rooster duck duckling goose raven
        crow magpie eagle hawk falcon phoenix pigeon dove finch hummingbird swan
        flamingo peacock toucan cockatoo canary kingfisher heron pelican seagull gull
        stork nightingale wren swallow firebird
      JELLYFISH: LILAC PINK SKY:
        jellyfish jelly medusa
      OCTOPUS: CORAL PURPLE TEAL:
        octopus squid kraken cuttlefish
      SNAIL: LILAC MINT PEACH:
        snail slug hermit crab lobster
      GHOST: WHITE SKY:
        ghost spirit phantom wraith spook poltergeist wisp banshee djinn genie
      SLIME: MINT TURQUOISE LIME:
        slime blob ooze droplet puddle pudding jello dumpling
      ROBOT: SILVER TEAL CORAL:
        robot android automaton droid bot machine computer mech teapot toaster
      FISH: EMBER TURQUOISE YELLOW:
        fish goldfish koi pufferfish clownfish seahorse anglerfish shark mermaid trout
        salmon carp eel guppy
      WHALE: BLUE NAVY:
        whale dolphin narwhal orca manatee leviathan porpoise
      BEE: YELLOW:
        bee bumblebee honeybee wasp hornet firefly
      MOTH: LILAC CREAM SKY:
        moth butterfly dragonfly mayfly
      BEETLE: RED:
        beetle ladybug ladybird bug insect ant cricket grasshopper scarab spider mantis
        cicada
      MUSHROOM: RED CORAL LILAC:
        mushroom toadstool fungus shroom mycelium
      CACTUS: GREEN:
        cactus succulent
      SPROUT: LIME GREEN:
        tree sprout plant seedling bonsai oak treant leaf acorn dryad turnip radish
        carrot onion pumpkin potato mandrake
      FLOWER: PINK YELLOW LILAC:
        flower sunflower daisy rose tulip lotus dandelion orchid blossom
      STAR: YELLOW:
        star starling comet meteor starfish
      MOON: CREAM SILVER:
        moon crescent
      SUN: AMBER YELLOW:
        sun flame fire candle lantern lamp bulb
      CLOUD: WHITE:
        cloud cloudlet fog mist storm snowflake snowman
      TURTLE: GREEN TEAL OLIVE:
        turtle tortoise terrapin armadillo
      SERPENT: TEAL GREEN PURPLE:
        snake serpent worm caterpillar inchworm centipede cobra python naga millipede
        noodle
      """;

  private static final Map<Species, String> WORDS = new EnumMap<>(Species.class);
  private static final Map<Species, String> HUES = new EnumMap<>(Species.class);

  static {
    Species species = Species.LIZARD;
    for (String line : TABLE.split("\n", -1)) {
      String[] part = line.split(":", -1);
      if (part.length == 3) {
        species = Species.valueOf(part[0]);
        HUES.put(species, part[1].strip());
      } else if (!line.isBlank()) {
        WORDS.merge(species, line.strip(), (a, b) -> a + " " + b);
      }
    }
  }

  private Names() {}

  /** The words, with single spaces between. */
  static String words(Species species) {
    return WORDS.getOrDefault(species, "");
  }

  /** The usual colours. */
  static Hue[] hues(Species species) {
    String[] names = HUES.getOrDefault(species, "GREY").split(" ", -1);
    Hue[] hues = new Hue[names.length];
    for (int i = 0; i < names.length; i++) {
      hues[i] = Hue.valueOf(names[i]);
    }
    return hues;
  }
}
