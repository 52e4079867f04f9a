package dev.hatchery.mission.tool.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculationsTest {
  private final Calculator calculator = new Calculator();

  @ParameterizedTest(name = "{0} = {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "What is 17 % of 2,400?                         | 17 % * 2400          | 408",
        "calculate 3*(4+5)                              | 3 * (4 + 5)          | 27",
        "Calculate 2 + 2.                               | 2 + 2                | 4",
        "what's two plus twenty-one?                    | 2 + 21               | 23",
        "How much is 2.5 million divided by 4?          | 2500000 / 4          | 625000",
        "12 × 12 ÷ 2                                    | 12 * 12 / 2          | 72",
        "5 x 6                                          | 5 * 6                | 30",
        "What is the square root of 144?                | sqrt(144)            | 12",
        "√2                                             | sqrt(2)              | 1.4142135623731",
        "7 squared minus 3                              | 7 ^ 2 - 3            | 46",
        "-2^2                                           | - 2 ^ 2              | -4",
        "2^-1                                           | 2 ^ (-1)             | 0.5",
        "2**100                                         | 2 ^ 100              |"
            + " 1267650600228229401496703205376",
        "1/3                                            | 1 / 3                | 0.333333333333333",
        "Find the average of 4, 8 and 15                | average(4, 8, 15)    | 9",
        "sum of 1 2 3 and 4                             | sum(1, 2, 3, 4)      | 10",
        "largest of 3 and 12, please                    | max(3, 12)           | 12",
        "max(1,200)                                     | max(1, 200)          | 200",
        "What do I pay with 20 % off 80 dollars?        | 80 * (1 - 20 %)      | 64",
        "a 15% tip on $45.00                            | 15 % * 45.00         | 6.75",
        "100 + 19 %                                     | 100 * (1 + 19 %)     | 119",
        "200 + 10 % of 50                               | 200 + 10 % * 50      | 205",
        "increase 250 by 4 percent                      | 250 * (1 + 4 %)      | 260",
        "subtract 7 from 10                             | 10 - 7               | 3",
        "divide 9 by 4                                  | 9 / 4                | 2.25",
        "half of 31                                     | 0.5 * 31             | 15.5",
        "For the 3 of us: 120 / 3 each                  | 120 / 3              | 40",
        "2 * pi * 3                                     | 2 * pi * 3           | 18.8495559215388",
        "log(1000) + ln(1)                              | log(1000) + ln(1)    | 3",
        "1e300 * 1e300                                  | 1e300 * 1e300        | 1E+600",
      })
  void aCalculationIsFoundInPlainWords(String words, String expression, String result) {
    var found = Calculations.in(words);

    assertThat(found).first().isEqualTo(expression);
    assertThat(calculator.result(found.getFirst())).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "What is the capital of France?",
        "Find three news about 2024",
        "What happened on 2024-05-03?",
        "Write a poem - and make it short",
        "42",
        "Is it colder than -5 degrees in 17 % of them?",
        "System.exit(0)",
      })
  void whereThereIsNoneNoneIsFound(String words) {
    assertThat(Calculations.in(words)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 / 0", "5 % / (2 - 2)", "sqrt(0 - 1)", "(0 - 8) ^ 0.5", "ln(0)"})
  void whatHasNoResultSaysSo(String expression) {
    assertThatThrownBy(() -> calculator.result(expression))
        .isInstanceOf(CalculationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9^9^9^9^9",
        "9^999999999",
        "1e999 * 1e999 * 1e999",
        "floor(1e999^999)",
        "sqrt(1e999^9)",
        "0.1^99999999",
        "(((((((((1+1)^999)^999)^999)^999)^999)^999)^999)^999)",
      })
  @Timeout(5)
  void aHugeNumberIsRefusedAtOnce(String words) {
    var expression = Calculations.in(words).getFirst();

    assertThatThrownBy(() -> calculator.result(expression))
        .isInstanceOf(CalculationException.class);
  }

  @Test
  @Timeout(10)
  void aFloodIsReadInBoundedTime() {
    for (var flood : new String[] {"(", "1+", "-", "9,", "sum of 1 and ", "1 % of ", "a 1 x "}) {
      var began = System.nanoTime();
      Calculations.in(flood.repeat(100_000)).stream()
          .limit(1)
          .forEach(
              expression -> assertThat(expression).hasSizeLessThan(Calculations.LOOKED_AT * 2));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void onlyArithmeticIsKnownAndNothingOfTheLibraryBesides() {
    for (var foreign : new String[] {"RANDOM()", "DT_NOW()", "\"a\" + \"b\"", "FACT(9)", "a[1]"}) {
      assertThatThrownBy(() -> calculator.result(foreign)).isInstanceOf(CalculationException.class);
    }
  }
}
