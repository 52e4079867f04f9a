package dev.hatchery.mission.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.mission.IntentRules;
import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.Gaps;
import dev.hatchery.protocol.Recipe;
import dev.hatchery.protocol.Recipes.Filling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltInTest {
  private static final Map<String, String> WORDS =
      Map.of(
          "topic", "heat pumps",
          "url", "https://example.com/a",
          "price", "120",
          "percent", "19",
          "one", "bread",
          "other", "cake",
          "recipient", "my aunt",
          "subject", "the garden");

  @Test
  void fiveAreBuiltInAndEachIsUnderstoodWithoutAModel() {
    var rules = new IntentRules();
    var intents =
        BuiltIn.recipes().stream()
            .map(recipe -> rules.classify(new Gaps(recipe.brief().objective()).filled(WORDS)))
            .toList();

    assertThat(intents)
        .extracting(intent -> intent.category())
        .containsExactly(
            Category.SEARCH, Category.EXTRACT, Category.CALCULATE, Category.SEARCH, Category.WRITE);
    assertThat(intents).allSatisfy(intent -> assertThat(intent.confidence()).isGreaterThan(0.6));
    assertThat(BuiltIn.recipes()).extracting(Recipe::name).doesNotHaveDuplicates();
  }

  @Test
  void whatStandsInAGapIsButWords() {
    assertThat(
            filled("About {a}, {b} and {a}", new Filling("a", "{b} $1 \\"), new Filling("b", "x")))
        .isEqualTo("About {b} $1 \\, x and {b} $1 \\");
  }

  @Test
  void everyGapIsFilledAndNoOther() {
    assertThat(refusal("About {a}")).isEqualTo("Say what stands for {a}.");
    assertThat(refusal("About {a}", new Filling("a", "x"), new Filling("b", "y")))
        .isEqualTo("This recipe has only the gaps a.");
    assertThat(refusal("About bees", new Filling("a", "x"))).isEqualTo("This recipe has no gaps.");
    assertThat(refusal("About {a}", new Filling("a", "x".repeat(2000))))
        .isEqualTo("The objective becomes longer than 2,000 characters.");
    assertThat(filled("About {a}", new Filling("a", "🦊".repeat(1994)))).endsWith("🦊");
  }

  private static String filled(String objective, Filling... fillings) {
    var brief = new Brief(objective, null, List.of(), Brief.Priority.NORMAL, null);
    return Filled.brief(brief, List.of(fillings)).objective();
  }

  private static String refusal(String objective, Filling... fillings) {
    var detail = new StringBuilder();
    assertThatThrownBy(() -> filled(objective, fillings))
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> detail.append(refused.problem().detail()));
    return detail.toString();
  }
}
