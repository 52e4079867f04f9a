package dev.hatchery.llm.storyteller;

import java.util.List;
import java.util.Set;

/**
 * Something that words can mean.
 *
 * @param kind species, role, temper, place, thing, colour, stuff or size
 * @param key its plain English name within the kind
 * @param words what people write for it, as {@link Plain#key} spells them
 * @param tags what else is true of a species, such as {@code wings}
 * @param stems beginnings of names that hint at it
 * @param colours of a species, for the painter
 * @param habitat of a species, for the painter
 * @param look what the painter is told
 */
record Entry(
    String kind,
    String key,
    List<String> words,
    Set<String> tags,
    List<String> stems,
    String colours,
    String habitat,
    String look) {

  Entry {
    words = List.copyOf(words);
    tags = Set.copyOf(tags);
    stems = List.copyOf(stems);
  }

  boolean is(String other) {
    return kind.equals(other);
  }

  /** How sentences ask for it, such as {@code role:baker}. */
  String fact() {
    return (is("species") ? "kind" : kind) + ":" + key;
  }
}
