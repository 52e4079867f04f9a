package dev.hatchery.avatar.painter;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that each species answers to, and the colours it comes in when nothing is said. */
final class Names {
  private static final String TABLE =
      """
      LIZARD: EMBER LIME TEAL:
        lizard salamander newt crocodile=GREEN alligator=GREEN
        crocodilian reptile
      DRAGON: RED TEAL PURPLE:
        dragon dragonet wyvern drake dinosaur dino wyrm hydra
      FOX: EMBER:
        fox vixen kitsune fennec coyote jackal
      WOLF: GREY SILVER:
        wolf werewolf husky=SILVER
      CAT: AMBER GREY BLACK CREAM:
        cat kitten kitty tomcat lynx panther=BLACK leopard=GOLD cheetah=YELLOW jaguar feline
      TIGER: EMBER:
        tiger
      LION: AMBER:
        lion lioness=GOLD griffin=GOLD gryphon sphinx
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
        raccoon racoon badger=GREY tanuki lemur skunk=BLACK
      OTTER: BROWN:
        otter beaver=BROWN seal=SILVER weasel ferret mole platypus walrus marten stoat mongoose
        meerkat
      DEER: TAN BROWN:
        deer fawn stag reindeer moose elk antelope doe giraffe=GOLD
      GOAT: CREAM GREY:
        goat ram ibex faun satyr
      SHEEP: CREAM:
        sheep lamb alpaca=CREAM llama=CREAM
      COW: WHITE BROWN:
        cow bull ox calf yak bison buffalo minotaur
      PIG: PINK:
        pig piglet boar=BROWN hippo=SILVER tapir
      ELEPHANT: SILVER SKY:
        elephant mammoth
      MONKEY: BROWN:
        monkey=BROWN ape gorilla chimp orangutan=EMBER sloth
      FROG: GREEN LIME:
        frog toad tadpole froglet
      HORSE: BROWN CREAM:
        horse pony foal zebra=WHITE donkey=GREY mule centaur
      UNICORN: WHITE PINK LILAC:
        unicorn pegasus alicorn
      HEDGEHOG: BROWN CHOCOLATE:
        hedgehog porcupine echidna
      BAT: PURPLE BLACK INDIGO:
        bat vampire
      IMP: LIME MINT LILAC PEACH:
        imp goblin=GREEN elf=PEACH gnome=PEACH troll=GREEN fairy=PEACH pixie sprite wizard=PEACH witch=PEACH sorcerer=PEACH dwarf=PEACH
        leprechaun=PEACH gremlin=LIME knight=PEACH pirate=PEACH girl=PEACH boy=PEACH
      MONSTER: PURPLE TURQUOISE MAGENTA:
        monster beast yeti=WHITE furball bigfoot ogre kaiju fluffball demon=RED alien gargoyle=GREY
        chimera
      GOLEM: GREY:
        golem boulder rock giant titan colossus
      OWL: GOLD BROWN:
        owl owlet owlbear
      PENGUIN: NAVY BLACK:
        penguin puffin=BLACK auk
      BIRD: SKY CORAL YELLOW:
        bird robin=CORAL sparrow=BROWN parrot=LIME chick=YELLOW chicken hen rooster=RED duck=GREEN duckling=YELLOW goose=WHITE raven=BLACK
        crow=BLACK magpie=BLACK eagle=BROWN hawk=BROWN falcon=BROWN phoenix=EMBER pigeon=GREY dove=WHITE finch hummingbird=TURQUOISE swan=WHITE
        flamingo=PINK peacock=TURQUOISE toucan=BLACK cockatoo canary=YELLOW kingfisher=TURQUOISE heron=WHITE pelican seagull=WHITE gull=WHITE
        stork=WHITE nightingale wren=BROWN swallow firebird=EMBER
      JELLYFISH: LILAC PINK SKY:
        jellyfish jelly medusa
      OCTOPUS: CORAL PURPLE TEAL:
        octopus squid kraken cuttlefish
      SNAIL: LILAC MINT PEACH:
        snail slug
      GHOST: WHITE SKY:
        ghost spirit phantom wraith spook poltergeist wisp banshee djinn genie
      SLIME: MINT TURQUOISE LIME:
        slime blob ooze droplet puddle pudding jello dumpling
      ROBOT: SILVER TEAL CORAL:
        robot android automaton droid bot machine computer mech teapot toaster
      FISH: EMBER TURQUOISE YELLOW:
        fish goldfish=EMBER koi=EMBER pufferfish clownfish=EMBER seahorse anglerfish shark=SILVER mermaid=TURQUOISE trout
        salmon carp eel guppy
      WHALE: BLUE NAVY:
        whale dolphin=SILVER narwhal orca=BLACK manatee leviathan porpoise
      BEE: YELLOW:
        bee bumblebee honeybee wasp hornet firefly
      MOTH: LILAC CREAM SKY:
        moth=SILVER butterfly dragonfly mayfly
      BEETLE: RED:
        beetle ladybug ladybird bug insect ant cricket=GREEN grasshopper=GREEN scarab=GREEN mantis=GREEN
        cicada
      MUSHROOM: RED CORAL LILAC:
        mushroom toadstool fungus shroom mycelium
      CACTUS: GREEN:
        cactus succulent
      SPROUT: LIME GREEN:
        tree sprout plant seedling bonsai oak treant=GREEN leaf acorn=BROWN dryad=GREEN turnip=ROSE radish=ROSE
        carrot=EMBER onion=PEACH pumpkin=EMBER potato=BROWN mandrake
      FLOWER: PINK YELLOW LILAC:
        flower sunflower=YELLOW daisy=WHITE rose=ROSE tulip lotus dandelion=YELLOW orchid blossom
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
      GECKO: GREEN LIME:
        gecko chameleon iguana
      AXOLOTL: PINK:
        axolotl
      SPIDER: BLACK PURPLE:
        spider tarantula
      CRAB: CORAL RED:
        crab lobster crayfish shrimp
      """;

  private static final Map<Species, String> WORDS = new EnumMap<>(Species.class);
  private static final Map<String, Hue> OWN = new HashMap<>();
  private static final Map<Species, String> HUES = new EnumMap<>(Species.class);

  static {
    Species species = Species.LIZARD;
    for (String line : TABLE.split("\n", -1)) {
      String[] part = line.split(":", -1);
      if (part.length == 3) {
        species = Species.valueOf(part[0]);
        HUES.put(species, part[1].strip());
      } else if (!line.isBlank()) {
        for (String word : line.strip().split(" ", -1)) {
          learn(species, word);
        }
      }
    }
  }

  private Names() {}

  /** Learns a word, or a word with the colour that it means: {@code raven=BLACK}. */
  private static void learn(Species species, String entry) {
    int equals = entry.indexOf('=');
    String word = equals < 0 ? entry : entry.substring(0, equals);
    WORDS.merge(species, word, (a, b) -> a + " " + b);
    if (equals > 0) {
      OWN.put(word, Hue.valueOf(entry.substring(equals + 1)));
    }
  }

  /** The colour that goes without saying with this word, as with a raven, or null. */
  static @Nullable Hue own(String word) {
    Hue exact = OWN.get(word);
    return exact != null ? exact : OWN.get(Words.bare(word));
  }

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
