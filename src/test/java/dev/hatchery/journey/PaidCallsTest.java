package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A judge who would not see that something is paid for twice at a time would be worth nothing. */
class PaidCallsTest {
  private static final List<Nap> NOBODY_SLEPT = List.of();

  private static PaidCall call(int attempt, String node, long from, long to) {
    return new PaidCall("r", attempt, node, from, to);
  }

  private static void assertFine(List<Nap> naps, PaidCall... calls) {
    assertThatCode(() -> new PaidCalls(List.of(calls), naps).neverInterleave())
        .doesNotThrowAnyException();
  }

  private static void assertSeen(List<Nap> naps, PaidCall... calls) {
    assertThatThrownBy(() -> new PaidCalls(List.of(calls), naps).neverInterleave())
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void oneAfterTheOtherIsFine() {
    assertFine(NOBODY_SLEPT, call(2, "bea", 20, 30), call(1, "ada", 0, 10));
  }

  @Test
  void twoRunsAtATimeAreFine() {
    assertFine(NOBODY_SLEPT, call(1, "ada", 0, 10), new PaidCall("s", 1, "bea", 5, 15));
  }

  @Test
  void twoAtATimeAreSeen() {
    assertSeen(NOBODY_SLEPT, call(1, "ada", 0, 10), call(2, "bea", 10, 20));
  }

  @Test
  void anEarlierEpochAfterALaterOneIsSeen() {
    assertSeen(NOBODY_SLEPT, call(2, "bea", 0, 10), call(1, "ada", 20, 30));
  }

  @Test
  void whoPaysTwiceByOneClaimIsSeen() {
    assertSeen(NOBODY_SLEPT, call(1, "ada", 0, 10), call(1, "ada", 20, 30));
  }

  @Test
  void whatANodeStartedBeforeItsNapMayEndWhenItWakes() {
    var slept = List.of(new Nap("ada", 5, 50));
    assertFine(slept, call(1, "ada", 0, 60), call(2, "bea", 20, 30));
  }

  @Test
  void whatGoesOnLongAfterItsNodeWokeIsSeen() {
    var slept = List.of(new Nap("ada", 5, 50));
    assertSeen(slept, call(1, "ada", 0, 5_000_000_000L), call(2, "bea", 20, 30));
    assertSeen(slept, call(1, "bea", 0, 60), call(2, "ada", 20, 30));
  }
}
