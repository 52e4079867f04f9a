package dev.hatchery.persistence;

import static dev.hatchery.protocol.Addresses.COUNT_LEDGER;
import static dev.hatchery.protocol.Addresses.RESERVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.MissionNumbers.Lasted;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Usd;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MissionNumbersTest extends BothDatabases {
  @BeforeEach
  void open() {
    start();
  }

  @Test
  void withoutMissionsEverythingIsNothingAndNoMedianIsInvented() {
    assertThat(count(ADA))
        .isEqualTo(
            new Ledger.CountedMissions(
                0, 0, Usd.ZERO, Usd.ZERO, List.of(), new Lasted(0, null, null)));
  }

  @Test
  void whatIsSetAsideCountsForItsOwnerAndItsMonth() {
    var run = create(ADA, "a mission").id();
    ask(
        RESERVE,
        new Ledger.Reserve(run, find(run).epoch(), ADA, "2026-11", Usd.of("1.50"), Usd.of("5")));

    assertThat(count(ADA).monthCost()).isEqualTo(Usd.of("1.50"));
    assertThat(count(BOB).monthCost()).isEqualTo(Usd.ZERO);
  }

  private Ledger.CountedMissions count(Owner owner) {
    return ask(
        COUNT_LEDGER, new Ledger.CountMissions(owner, NOW.minus(Duration.ofDays(30)), "2026-11"));
  }
}
