package dev.hatchery.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.bus.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class LeaseTest {
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(3).toNanos());
  private final Lease lease = Lease.among(clock::get);

  @Test
  void whoHasNotBegunHoldsNothing() {
    assertThat(lease.valid()).isFalse();
    assertThatThrownBy(lease::require).isInstanceOf(ProblemException.class);
    assertThat(lease.renew(lease.now())).isFalse();
  }

  @Test
  void itHoldsForFourSecondsAlsoWhereTheCounterOverflows() {
    lease.begin(lease.now());

    pass(Duration.ofMillis(3_999));
    assertThat(lease.valid()).isTrue();
    assertThat(lease.left()).isEqualTo(Duration.ofMillis(1));
    pass(Duration.ofMillis(1));
    assertThat(lease.valid()).isFalse();
  }

  @Test
  void aRenewalCountsFromWhenItWasAskedFor() {
    lease.begin(lease.now());
    pass(Duration.ofSeconds(2));
    var asked = lease.now();
    pass(Duration.ofSeconds(1));

    assertThat(lease.renew(asked)).isTrue();
    assertThat(lease.left()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aRenewalThatComesTooLateRevivesNothing() {
    lease.begin(lease.now());
    pass(Duration.ofSeconds(3));
    var asked = lease.now();
    pass(Duration.ofSeconds(1));

    assertThat(lease.renew(asked)).isFalse();
    assertThat(lease.valid()).isFalse();
  }

  @Test
  void aProcessThatStoodStillHoldsNothingWhateverWasRenewedMeanwhile() {
    lease.begin(lease.now());
    var asked = lease.now();
    pass(Duration.ofMinutes(1));

    assertThat(lease.valid()).isFalse();
    assertThat(lease.renew(asked)).isFalse();
  }

  @Test
  void itBeginsAnewWithAnotherTerm() {
    lease.begin(lease.now());
    var before = lease.term();
    lease.lose();
    assertThat(lease.valid()).isFalse();

    lease.begin(lease.now());
    assertThat(lease.valid()).isTrue();
    assertThat(lease.term()).isGreaterThan(before);
  }

  @Test
  void theOnlyNodeHoldsForEver() {
    var alone = Lease.endless();
    alone.lose();

    assertThat(alone.valid()).isTrue();
    assertThat(alone.renew(alone.now())).isTrue();
  }

  /** The database grants six seconds from some moment after the question. */
  @Property
  void itNeverHoldsWhenTheDatabaseLetsOthersTakeOver(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 9_000) Integer> pauses,
      @ForAll @Size(30) List<@IntRange(min = 0, max = 3_000) Integer> delays) {
    var time = new AtomicLong();
    var held = Lease.among(time::get);
    held.begin(time.get());
    var granted = time.get() + Duration.ofSeconds(6).toNanos();
    for (var place = 0; place < pauses.size(); place++) {
      time.addAndGet(Duration.ofMillis(pauses.get(place)).toNanos());
      assertThat(held.valid() && time.get() >= granted).isFalse();
      if (!held.valid()) {
        held.begin(time.get());
        granted = time.get() + Duration.ofSeconds(6).toNanos();
      }
      var asked = time.get();
      granted = asked + Duration.ofSeconds(6).toNanos();
      time.addAndGet(Duration.ofMillis(delays.get(place)).toNanos());
      held.renew(asked);
      assertThat(held.valid() && time.get() >= granted).isFalse();
    }
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
