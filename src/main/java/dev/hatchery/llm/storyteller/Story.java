package dev.hatchery.llm.storyteller;

import dev.hatchery.protocol.Persona;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells who a companion is: pure, and the same for the same description and seed. */
final class Story {

  private static final int BACKSTORY_LONGEST = 480;
  private static final int TRAITS_MOST = 4;
  private static final int TRAITS_LEAST = 3;
  private static final List<String> SPARE_TRAITS = List.of("kind", "observant", "loyal", "hopeful");

  private final DescriptionReader reader = new DescriptionReader(new Lexicon());
  private final Map<List<String>, List<Sentence>> sentences =
      Sentence.all().stream().collect(Collectors.groupingBy(Sentence::needs));
  private final Clashes clashes = new Clashes();

  /** Tells of {@code description}, any text of 1 to 2,000 characters. */
  Persona tell(String description, long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L ^ description.strip().hashCode());
    Reading reading = reader.read(description, random);
    String name = reading.name().isEmpty() ? Naming.name(hints(reading), random) : reading.name();
    Draft draft = new Draft(reading, random);
    draft.write();
    return new Persona(name, draft.spoken(name), draft.traits(), AvatarPrompt.of(reading));
  }

  // What a creature does hints twice as much as what it is.
  private static List<Entry> hints(Reading reading) {
    List<Entry> hints = new ArrayList<>(List.of(reading.species()));
    reading.found().stream().filter(entry -> entry.is("role")).forEach(hints::add);
    return hints;
  }

  /** The sentences of one story as they are chosen. */
  private final class Draft {

    private final Reading reading;
    private final Random random;
    private final List<Sentence> chosen = new ArrayList<>();
    private final Set<String> shown;

    Draft(Reading reading, Random random) {
      this.reading = reading;
      this.random = random;
      this.shown = new LinkedHashSet<>(reading.traits());
      if (shown.isEmpty()) {
        reading.found().stream()
            .filter(entry -> entry.is("temper"))
            .map(Entry::key)
            .limit(1)
            .forEach(shown::add);
      }
    }

    void write() {
      add(reading.opening().needs());
      int more = reading.addition().isEmpty() ? 2 : 1;
      for (List<String> topic : topics()) {
        if (chosen.size() <= more) {
          add(topic);
        }
      }
    }

    /** What the user said comes first, then what it is, then anything at all. */
    private List<List<String>> topics() {
      List<String> said = new ArrayList<>();
      List<String> born = new ArrayList<>();
      for (String fact : reading.facts()) {
        if (fact.startsWith("kind:") || fact.startsWith("tag:")) {
          born.add(fact);
        } else {
          said.add(fact);
        }
      }
      Collections.shuffle(said.subList(0, Math.min(3, said.size())), random);
      if (born.size() > 1) {
        Collections.shuffle(born.subList(1, born.size()), random);
      }
      List<List<String>> topics = new ArrayList<>();
      said.forEach(fact -> topics.add(List.of(fact)));
      int kindAt = said.size() > 2 && random.nextInt(3) == 0 ? 1 : topics.size();
      topics.add(kindAt, List.of(born.getFirst()));
      topics.add(List.of("end"));
      if (born.size() > 1 && random.nextInt(3) == 0) {
        topics.add(topics.size() - 1, List.of(born.get(1)));
      }
      return topics;
    }

    private void add(List<String> needs) {
      List<Sentence> candidates = new ArrayList<>(sentences.getOrDefault(needs, List.of()));
      Collections.shuffle(candidates, random);
      candidates.stream().filter(this::fits).findFirst().ifPresent(this::choose);
    }

    private boolean fits(Sentence candidate) {
      boolean repeats = chosen.stream().anyMatch(other -> clashes.echo(other, candidate));
      return !repeats && clashes.agree(candidate.trait(), shown);
    }

    private void choose(Sentence sentence) {
      chosen.add(sentence);
      shown.add(sentence.trait());
    }

    String spoken(String name) {
      Voice voice = new Voice(name, reading.pronoun(), words());
      List<String> said = new ArrayList<>();
      chosen.forEach(sentence -> said.add(voice.say(sentence)));
      if (!reading.addition().isEmpty()) {
        said.add(1, reading.addition());
      }
      while (said.size() > 1 && String.join(" ", said).length() > BACKSTORY_LONGEST) {
        said.removeLast();
      }
      return Plain.cut(String.join(" ", said), BACKSTORY_LONGEST);
    }

    private Map<String, String> words() {
      Map<String, String> words = new HashMap<>();
      words.put("phrase", reading.phrase());
      words.put("clause", reading.clause());
      words.put("relative", reading.relative());
      words.put("thing", reading.thing());
      return words;
    }

    List<String> traits() {
      List<String> traits = new ArrayList<>(shown.stream().distinct().limit(TRAITS_MOST).toList());
      for (String spare : SPARE_TRAITS) {
        if (traits.size() < TRAITS_LEAST && !traits.contains(spare)) {
          traits.add(spare);
        }
      }
      return traits;
    }
  }
}
