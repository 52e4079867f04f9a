package dev.hatchery.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class UsdTest {
  private static final long MUCH = 1_000_000_000_000L;

  @Test
  void anAmountIsShownInDollarsAndCents() {
    assertThat(Usd.of("5.23")).hasToString("$5.23");
    assertThat(Usd.of("5")).hasToString("$5.00");
    assertThat(Usd.of("1200.5")).hasToString("$1200.50");
    assertThat(Usd.ZERO).hasToString("$0.00");
  }

  @Test
  void partsOfACentAreNotHidden() {
    assertThat(Usd.of("5.000001")).hasToString("$5.000001");
    assertThat(Usd.of("0.0004")).hasToString("$0.0004");
  }

  @Test
  void noCostGetsLost() {
    assertThat(Usd.of("0.00000001")).isEqualTo(new Usd(1));
  }

  @Test
  void nobodyIsGivenMoney() {
    assertThatThrownBy(() -> Usd.of("-0.01")).hasMessage("an amount is not below zero");
    assertThatThrownBy(() -> Usd.of("1e30"))
        .hasMessage("an amount has at most 12 digits before its point");
    assertThat(Usd.of("1").minus(Usd.of("2"))).isEqualTo(Usd.ZERO);
  }

  @Property
  void sumsAreExact(
      @ForAll @LongRange(max = MUCH) long one, @ForAll @LongRange(max = MUCH) long other) {
    var sum = new Usd(one).plus(new Usd(other));

    assertThat(sum.minus(new Usd(other))).isEqualTo(new Usd(one));
    assertThat(Usd.of(sum.dollars())).isEqualTo(sum);
    assertThat(new BigDecimal(sum.toString().substring(1))).isEqualByComparingTo(sum.dollars());
  }
}
