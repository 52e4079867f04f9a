package dev.hatchery.mission.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Brief;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages ask for. */
class InterpreterTest {
  private final Interpreter interpreter =
      new Interpreter(objective -> objective.split(" ").length < 2 ? 0 : 1, 0.5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is 17 % of 2,400?",
        "Find pages about salt and pepper",
        "Write a poem in which she said \"wait, then read it\"",
        "Compare salt, then pepper",
        "How long is the Nile and who measured it?",
        "- Find the longest river",
      })
  void oneThingIsOneStep(String message) {
    assertThat(interpreter.read(message)).isInstanceOf(Wish.OneStep.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Find pages about owls, then write a poem about them|Find pages about owls|write a poem"
            + " about them",
        "First, search for the height of K2 and then calculate it in feet.|search for the height of"
            + " K2|calculate it in feet.",
        "Read https://example.org/a. Summarise it|Read https://example.org/a|Summarise it",
        "Look up the price of tea and work out what 3 kg cost|Look up the price of tea|work out"
            + " what 3 kg cost",
        "Find a recipe; finally translate it to German|Find a recipe|translate it to German",
      })
  void whatIsStrungTogetherIsTakenApart(String message, String first, String second) {
    assertThat(interpreter.read(message)).isEqualTo(new Wish.Steps(List.of(first, second)));
  }

  @Test
  void aListIsItsItems() {
    var message = "Please do this:\n1. Find owls\n 2) Count the owls and then some\n\n3. Write it";
    assertThat(interpreter.read(message))
        .isEqualTo(
            new Wish.Steps(List.of("Find owls", "Count the owls and then some", "Write it")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "change it to find pages about bats|find pages about bats",
        "No, change the objective to: Read a page, then a second|Read a page, then a second",
        "Actually, search for bats instead|search for bats",
        "Instead, write a limerick|write a limerick",
      })
  void anotherObjectiveIsAChange(String message, String objective) {
    assertThat(interpreter.read(message)).isEqualTo(new Wish.Change(objective, null, null));
  }

  @Test
  void scopeAndPriorityAreChangedInTheirWords() {
    assertThat(interpreter.read("Set the scope to Europe since 1990"))
        .isEqualTo(new Wish.Change(null, "Europe since 1990", null));
    assertThat(interpreter.read("Please make it high priority!"))
        .isEqualTo(new Wish.Change(null, null, Brief.Priority.HIGH));
    assertThat(interpreter.read("change its priority to low"))
        .isEqualTo(new Wish.Change(null, null, Brief.Priority.LOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "hello", "?", "it"})
  void whatNobodyUnderstandsIsAskedBackOnce(String message) {
    assertThat(interpreter.read(message))
        .isInstanceOfSatisfying(
            Wish.Unclear.class, unclear -> assertThat(unclear.question()).endsWith("?"));
  }

  @Test
  void theStepThatNobodyUnderstandsIsNamed() {
    assertThat(interpreter.read("- Find owls\n- Hm"))
        .isEqualTo(new Wish.Unclear("What shall step 2 do: “Hm”?"));
  }

  @Property
  void aListOfMoreStepsThanOneRunHasIsAskedAbout(@ForAll @IntRange(min = 11, max = 40) int steps) {
    assertThat(interpreter.read("- Find owls\n".repeat(steps))).isInstanceOf(Wish.Unclear.class);
  }

  @Property
  void anyTextMeansSomething(@ForAll @Size(max = 200) List<Character> letters) {
    var message = new StringBuilder();
    letters.forEach(message::append);
    assertThat(interpreter.read(message.toString())).isNotNull();
  }
}
