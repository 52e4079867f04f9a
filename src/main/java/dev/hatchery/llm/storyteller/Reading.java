package dev.hatchery.llm.storyteller;

import java.util.List;

/**
 * What the storyteller understood.
 *
 * @param own the user's words, safe to show, at most 180 characters; may be empty
 * @param name the name the user gave, or empty
 * @param species what it is, as said or, where nothing was, as the seed chose
 * @param noun the species in the user's word where that is English, "otter" rather than "badger"
 * @param found everything the words mean, the species apart
 * @param phrase "a shy fire lizard with a lantern", ready for a sentence
 * @param relative "who …" as the user said it, or empty
 * @param clause the same without "who"
 * @param addition a whole further sentence of the user's, or empty
 * @param thing what it holds or wears, with its article, or empty
 * @param traits the user's own words for its temper
 * @param facts what sentences may ask for, most telling first
 */
record Reading(
    String own,
    String name,
    Entry species,
    String noun,
    List<Entry> found,
    String phrase,
    String relative,
    String clause,
    String addition,
    String thing,
    List<String> traits,
    List<String> facts,
    Opening opening,
    Pronoun pronoun) {

  Reading {
    found = List.copyOf(found);
    traits = List.copyOf(traits);
    facts = List.copyOf(facts);
  }
}
