package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** The six rules of a run, held against what one watcher of it was told from start to end. */
final class Rules {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int MOST_PER_SECOND = 10;
  private static final long SILENCE = Duration.ofSeconds(5).toNanos();
  private static final double BOUNDARY = 25;

  private final List<Told> all;
  private final List<Told> numbered;

  Rules(List<Told> all) {
    this.all = all;
    this.numbered = all.stream().filter(Told::numbered).toList();
  }

  void hold() {
    monotone();
    honest();
    noFlood();
    nothingLostOrDoubled();
    itEndsOnce();
    thePersonaIsAtTheBoundary();
  }

  private void monotone() {
    assertThat(numbered).extracting(Told::progress).isSorted();
  }

  private void honest() {
    assertThat(numbered)
        .allSatisfy(
            told -> {
              assertThat(told.data().path("measured").asDouble())
                  .isLessThanOrEqualTo(told.progress());
              assertThat(told.progress()).isEqualTo(Math.round(told.progress() * 10) / 10.0);
            });
  }

  private void noFlood() {
    for (var i = MOST_PER_SECOND; i < numbered.size(); i++) {
      var span = Duration.between(numbered.get(i - MOST_PER_SECOND).at(), numbered.get(i).at());
      assertThat(span).as("ten events before " + numbered.get(i)).isGreaterThanOrEqualTo(SECOND);
    }
  }

  private void nothingLostOrDoubled() {
    var expected = 1L;
    for (var told : numbered) {
      assertThat(told.data().path("seq_from").asLong(told.seq())).isEqualTo(expected);
      expected = told.seq() + 1;
    }
    assertThat(numbered).extracting(Told::id).isSorted().doesNotHaveDuplicates();
  }

  private void itEndsOnce() {
    assertThat(numbered).filteredOn(Told::ending).hasSize(1);
    assertThat(numbered.getLast().ending()).isTrue();
  }

  private void thePersonaIsAtTheBoundary() {
    assertThat(numbered)
        .filteredOn(told -> told.type().equals("backstory_complete"))
        .allSatisfy(told -> assertThat(told.progress()).isEqualTo(BOUNDARY));
  }

  /** Rule 3, for a watcher that was connected all the time. */
  void neverSilent() {
    for (var i = 1; i < all.size(); i++) {
      assertThat(all.get(i).received() - all.get(i - 1).received())
          .as("nanoseconds of silence before " + all.get(i))
          .isLessThan(SILENCE);
    }
  }
}
