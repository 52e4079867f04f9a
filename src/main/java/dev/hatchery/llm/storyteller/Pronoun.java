package dev.hatchery.llm.storyteller;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** How a companion is spoken of: as its user does, otherwise he or she by the seed. */
enum Pronoun {
  HE("he", "him", "his"),
  SHE("she", "her", "her"),
  IT("it", "it", "its"),
  THEY("they", "them", "their");

  private static final Set<String> HER = Set.of("she", "her", "hers", "herself");
  private static final Set<String> HIS = Set.of("he", "him", "his", "himself");
  private static final Set<String> WOMEN =
      Set.of(
          "queen",
          "princess",
          "witch",
          "grandmother",
          "grandma",
          "granny",
          "aunt",
          "woman",
          "girl",
          "mermaid",
          "empress",
          "vixen",
          "lioness",
          "hen",
          "sister",
          "mother",
          "mum",
          "mom",
          "anna",
          "emma",
          "lucy",
          "mary",
          "rosie",
          "lady",
          "nun",
          "ballerina",
          "duchess",
          "seamstress",
          "shepherdess");
  private static final Set<String> MEN =
      Set.of(
          "king",
          "prince",
          "wizard",
          "grandfather",
          "grandpa",
          "uncle",
          "man",
          "boy",
          "emperor",
          "rooster",
          "stag",
          "brother",
          "father",
          "dad",
          "tom",
          "steve",
          "bob",
          "max",
          "jack",
          "gentleman",
          "monk",
          "duke",
          "merman",
          "tomcat",
          "bull",
          "ram",
          "viking",
          "postman",
          "fisherman",
          "snowman");
  private static final Set<String> ITS = Set.of("it", "its", "itself");
  private static final Set<String> THEIR = Set.of("they", "them", "their", "themself");

  final String subject;
  final String object;
  final String possessive;

  Pronoun(String subject, String object, String possessive) {
    this.subject = subject;
    this.object = object;
    this.possessive = possessive;
  }

  static Pronoun of(List<String> words, Random random) {
    Pronoun tossed = random.nextBoolean() ? SHE : HE;
    Map<Set<String>, Pronoun> signs = new LinkedHashMap<>();
    signs.put(HER, SHE);
    signs.put(HIS, HE);
    signs.put(WOMEN, SHE);
    signs.put(MEN, HE);
    signs.put(ITS, IT);
    signs.put(THEIR, THEY);
    return signs.entrySet().stream()
        .filter(sign -> words.stream().anyMatch(sign.getKey()::contains))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(tossed);
  }
}
