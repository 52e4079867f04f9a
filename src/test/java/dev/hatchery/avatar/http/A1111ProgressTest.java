package dev.hatchery.avatar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderReport.State;
import org.junit.jupiter.api.Test;

class A1111ProgressTest {

  private static final A1111Job NONE = new A1111Job(false, "6", 0, 0, 0, 0, 0);

  private final A1111Progress progress = new A1111Progress();

  @Test
  void theBeginningIsNoProgress() {
    assertThat(progress.read(new A1111Job(true, "7", 0.01, 0, -1, 0, 0)))
        .contains(new RenderReport(State.PREPARING, 0, 0, 0, "The painter is getting ready."));
  }

  @Test
  void theSecondPassOfTwoIsTheSecondHalf() {
    assertThat(fraction(new A1111Job(true, "7", 0.51, 0, 2, 20, 20))).isEqualTo(0.5);
    assertThat(fraction(new A1111Job(true, "7", 0.76, 1, 2, 5, 10))).isEqualTo(0.75);
  }

  @Test
  void aPassThatNobodyCountedOnKeepsWhatWasReached() {
    assertThat(fraction(new A1111Job(true, "7", 0.81, 0, 1, 16, 20))).isEqualTo(0.8);
    assertThat(fraction(new A1111Job(true, "7", 0.6, 1, 2, 2, 20))).isEqualTo(0.8);
  }

  @Test
  void aServerThatCountsNoStepsIsBelievedItsPercentage() {
    assertThat(fraction(new A1111Job(true, "", 0.41, 0, 0, 0, 0))).isEqualTo(0.4, within(1e-9));
    assertThat(fraction(new A1111Job(true, "", 1, 0, 0, 0, 0))).isEqualTo(1);
  }

  @Test
  void aJobThatRanBeforeOursIsIgnoredUntilItEnds() {
    var theirs = new A1111Job(true, "6", 0.5, 0, 1, 10, 20);
    progress.before(theirs);
    assertThat(progress.read(theirs)).isEmpty();
    assertThat(progress.foreign()).isTrue();
    assertThat(fraction(new A1111Job(true, "7", 0.06, 0, 1, 1, 20))).isEqualTo(0.05);
    assertThat(progress.foreign()).isFalse();
  }

  @Test
  void jobsThatSayNoTimeAreToldApartByTheRestBetweenThem() {
    progress.before(new A1111Job(true, "", 0.5, 0, 0, 0, 0));
    assertThat(progress.read(new A1111Job(true, "", 0.6, 0, 0, 0, 0))).isEmpty();
    assertThat(progress.read(new A1111Job(false, "", 0, 0, 0, 0, 0))).isEmpty();
    assertThat(fraction(new A1111Job(true, "", 0.11, 0, 0, 0, 0))).isEqualTo(0.1);
  }

  @Test
  void aJobAfterOursIsNotOurs() {
    fraction(new A1111Job(true, "7", 0.5, 0, 1, 10, 20));
    assertThat(progress.read(new A1111Job(true, "8", 0.91, 0, 1, 18, 20)))
        .contains(new RenderReport(State.FINISHING, 0.5, 0, 0, "Finishing…"));
  }

  @Test
  void nothingRunningBeforeOursIsNothingToTell() {
    progress.before(NONE);
    assertThat(progress.read(NONE)).isEmpty();
    assertThat(progress.begun()).isFalse();
  }

  private double fraction(A1111Job job) {
    return progress.read(job).orElseThrow().fraction();
  }
}
