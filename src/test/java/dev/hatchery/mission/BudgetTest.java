package dev.hatchery.mission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.mission.Prices.Price;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final ToolName SEARCH = new ToolName("web_search");
  private static final ToolName WRITE = new ToolName("write");
  private static final Prices PRICES =
      new Prices(
          Map.of(
              SEARCH, new Price(Usd.of("0.005"), Usd.ZERO),
              WRITE, new Price(Usd.ZERO, Usd.of("3"))));

  @Test
  void whatIsBeyondTheMissionsLimitIsRefusedInWords() {
    var budget = new Budget(Usd.of("5"), Usd.of("100"));

    assertThat(budget.refusal(Usd.of("5.23"), Usd.ZERO))
        .contains(failure("budget_exceeded", "Budget exceeded: $5.23 > $5.00 limit"));
    assertThat(budget.refusal(Usd.of("5"), Usd.ZERO)).isEmpty();
  }

  @Test
  void whatTheMonthHasLeftIsAllThatCanBeSpent() {
    var budget = new Budget(null, Usd.of("5"));

    assertThat(budget.refusal(Usd.of("0.24"), Usd.of("4.99")))
        .contains(
            failure(
                "monthly_limit_exceeded", "Budget exceeded: $5.23 > $5.00 limit of this month"));
    assertThat(budget.refusal(Usd.of("0.01"), Usd.of("4.99"))).isEmpty();
  }

  @Test
  void aUseCostsItsPriceAndItsTokens() {
    assertThat(PRICES.cost(SEARCH, 5000)).isEqualTo(Usd.of("0.005"));
    assertThat(PRICES.cost(WRITE, 1500)).isEqualTo(Usd.of("0.0045"));
    assertThat(PRICES.cost(WRITE, 0)).isEqualTo(Usd.ZERO);
    assertThat(PRICES.cost(new ToolName("calculate"), 5000)).isEqualTo(Usd.ZERO);
  }

  @Test
  void theDearestToolThatMayDoItIsEstimated() {
    assertThat(PRICES.estimate(List.of(SEARCH, WRITE), 300)).isEqualTo(Usd.of("0.0063"));
    assertThat(PRICES.estimate(List.of(), 300)).isEqualTo(Usd.ZERO);
  }

  @Property
  void moreTokensNeverCostLess(
      @ForAll @LongRange(max = 1_000_000) long tokens,
      @ForAll @IntRange(max = 100_000) int more,
      @ForAll @LongRange(max = 100_000_000) long price) {
    var write = new Price(Usd.ZERO, new Usd(price));

    assertThat(write.of(tokens + more)).isGreaterThanOrEqualTo(write.of(tokens));
    assertThat(write.of(tokens).plus(write.of(more)))
        .isGreaterThanOrEqualTo(write.of(tokens + more));
  }

  /** Whatever is asked for in whatever order, what is granted stays within the month. */
  @Property
  void whatIsGrantedIsNeverMoreThanTheMonthsLimit(
      @ForAll @Size(max = 30) List<@LongRange(max = 3_000_000) Long> asked,
      @ForAll @LongRange(max = 10_000_000) long limit) {
    var budget = new Budget(null, new Usd(limit));
    var granted = new ArrayList<Usd>();
    for (var micros : asked) {
      var others = granted.stream().reduce(Usd.ZERO, Usd::plus);
      if (budget.refusal(new Usd(micros), others).isEmpty()) {
        granted.add(new Usd(micros));
      }
    }

    assertThat(granted.stream().reduce(Usd.ZERO, Usd::plus)).isLessThanOrEqualTo(new Usd(limit));
  }

  private static Mission.Failure failure(String code, String words) {
    return new Mission.Failure(code, words, false);
  }
}
