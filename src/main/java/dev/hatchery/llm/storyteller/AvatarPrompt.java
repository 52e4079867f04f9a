package dev.hatchery.llm.storyteller;

import java.util.ArrayList;
import java.util.List;

/** What the painter is told: the user's own words first, then what can be seen. */
final class AvatarPrompt {

  private static final int LONGEST = 400;

  private AvatarPrompt() {}

  static String of(Reading reading) {
    List<String> seen = new ArrayList<>();
    seen.add(body(reading));
    seen.add(colours(reading));
    looks(reading, "stuff").stream().limit(1).forEach(seen::add);
    seen.add(looks(reading, "temper").stream().findFirst().orElse("friendly eyes"));
    held(reading).forEach(held -> seen.add("with " + held));
    seen.add(looks(reading, "place").stream().findFirst().orElse(reading.species().habitat()));
    return Plain.cut(lead(reading) + String.join("; ", seen), LONGEST - 1) + ".";
  }

  // Words that say nothing to a painter are kept, behind words that do.
  private static String lead(Reading reading) {
    String own = Plain.capital(reading.own().replaceAll("[\\s.,;:!?-]+$", ""));
    boolean unclear = reading.opening() == Opening.UNCLEAR;
    String before = unclear || own.isEmpty() ? Plain.capital(reading.phrase()) + ". " : "";
    return own.isEmpty() || own.equalsIgnoreCase(reading.noun()) ? before : before + own + ". ";
  }

  private static List<String> held(Reading reading) {
    return reading.thing().isEmpty()
        ? looks(reading, "role").stream().limit(1).toList()
        : List.of(reading.thing());
  }

  private static String body(Reading reading) {
    String size = looks(reading, "size").stream().findFirst().map(look -> look + " ").orElse("");
    return Plain.capital(size + reading.noun()) + ", " + reading.species().look();
  }

  private static String colours(Reading reading) {
    List<String> said = looks(reading, "colour");
    return said.isEmpty()
        ? reading.species().colours()
        : String.join(" and ", said.subList(0, Math.min(2, said.size())));
  }

  private static List<String> looks(Reading reading, String kind) {
    return reading.found().stream().filter(entry -> entry.is(kind)).map(Entry::look).toList();
  }
}
