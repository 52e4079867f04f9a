package dev.hatchery.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PersonaProgressTest {

  private static final String ANSWER =
      """
      {"name":"Pellow","backstory":"He said \\"hm\\": twice.","personality_traits":["a: b","c"],
       "avatar_prompt":"a heron"}\
      """;

  @Property(tries = 500)
  void anyChunkingOfATextEndsAtTheSameFractionAndNeverFalls(
      @ForAll @StringLength(max = 400) String noise,
      @ForAll @LongRange(min = 1, max = 2_000) long typical,
      @ForAll long seed) {
    String text = noise + ANSWER + noise;
    PersonaProgress whole = new PersonaProgress(typical);
    whole.piece(text);
    PersonaProgress chunked = new PersonaProgress(typical);
    double before = 0;
    for (String chunk : chunks(text, seed)) {
      chunked.piece(chunk);
      assertThat(chunked.fraction()).isGreaterThanOrEqualTo(before).isLessThan(1);
      before = chunked.fraction();
    }
    assertThat(before).isEqualTo(whole.fraction());
    assertThat(chunked.tokens()).isEqualTo(whole.tokens());
  }

  private static Iterable<String> chunks(String text, long seed) {
    Random random = new Random(seed);
    var chunks = new ArrayList<String>();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + random.nextInt(12));
      chunks.add(text.substring(at, end));
      at = end;
    }
    return chunks;
  }

  @Test
  void fieldsThatAreWholeCountEvenInAShortAnswer() {
    PersonaProgress progress = new PersonaProgress(100_000);
    progress.piece(ANSWER.substring(0, ANSWER.indexOf(",\"personality")));
    assertThat(progress.fraction()).isEqualTo(0.45);
    progress.piece(ANSWER.substring(ANSWER.indexOf(",\"personality")));
    assertThat(progress.fraction()).isEqualTo(0.95);
  }

  @Test
  void charactersAreMeasuredAgainstTheTypicalLength() {
    PersonaProgress progress = new PersonaProgress(1_000);
    progress.piece("x".repeat(400));
    assertThat(progress.fraction()).isEqualTo(0.4, within(1e-9));
    assertThat(progress.tokens()).isEqualTo(100);
  }

  @Test
  void anEndlessAnswerNeverArrives() {
    PersonaProgress progress = new PersonaProgress(10);
    progress.piece("x".repeat(100_000));
    assertThat(progress.fraction()).isGreaterThan(0.98).isLessThan(1);
  }

  @Test
  void aTypicalLengthOfNothingIsRefused() {
    assertThatThrownBy(() -> new PersonaProgress(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
