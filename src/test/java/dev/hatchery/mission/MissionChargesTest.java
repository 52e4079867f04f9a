package dev.hatchery.mission;

import static dev.hatchery.mission.Headquarters.ADA;
import static dev.hatchery.mission.Headquarters.brief;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.Intent;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.Missions;
import dev.hatchery.protocol.ToolName;
import dev.hatchery.protocol.ToolRecord.Verdict;
import dev.hatchery.protocol.Usd;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language model that tells what an objective asks for has its price, however it ends. */
@SuppressWarnings("NullAway.Init")
class MissionChargesTest {
  private static final String SUM = "What is 17 % of 2400?";
  private static final Intent CALCULATE = new Intent(Category.CALCULATE, 0.9, 500_000);
  private static final Usd UNDERSTANDING = Usd.of("0.50");

  @TempDir Path data;
  private Headquarters office;

  @BeforeEach
  void open() {
    office = new Headquarters(data);
    office.classifier = (run, brief) -> CALCULATE;
    office.terms =
        new Terms(
            new Prices(
                Map.of(new ToolName("abacus"), new Prices.Price(Usd.of("2"), Usd.ZERO)),
                Usd.of("1")),
            Usd.of("100"),
            0.15,
            Duration.ofMinutes(1));
    office.start();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatCompletesIsChargedForBoth() {
    office.until(office.executing(brief(SUM)), MissionStatus.COMPLETED);

    assertThat(spent()).isEqualTo(Usd.of("2.50"));
  }

  @Test
  void whatIsTooDearIsChargedForHavingBeenUnderstood() {
    office.until(office.executing(brief(SUM, Usd.of("1"), false)), MissionStatus.FAILED);

    assertThat(spent()).isEqualTo(UNDERSTANDING);
  }

  @Test
  void soIsWhatFindsNoTool() {
    for (var tool : new FakeTool[] {office.tool, office.other}) {
      var verdict =
          new Ledger.KeepVerdict(ADA, tool.name(), Verdict.REJECTED, Clock.systemUTC().instant());
      office.ask(Addresses.KEEP_VERDICT, verdict);
    }

    office.until(office.executing(brief(SUM)), MissionStatus.FAILED);

    assertThat(spent()).isEqualTo(UNDERSTANDING);
  }

  @Test
  void soIsWhatIsCancelledBeforeItsTool() {
    var asked = Promise.<Void>promise();
    var answer = Promise.<Void>promise();
    office.classifier =
        (run, brief) -> {
          asked.complete();
          answer.future().await();
          return CALCULATE;
        };
    var mission = office.executing(brief(SUM));
    await().until(asked.future()::isComplete);

    office.cancel(mission);
    answer.complete();

    office.until(mission, MissionStatus.CANCELLED);
    assertThat(spent()).isEqualTo(UNDERSTANDING);
  }

  @Test
  void soIsWhatIsCancelledWhileItsOwnerIsAsked() {
    var mission = office.executing(brief(SUM, Usd.of("1"), true));
    office.until(mission, MissionStatus.CLARIFICATION_NEEDED);
    assertThat(spent()).isEqualTo(UNDERSTANDING);

    office.cancel(mission);

    office.until(mission, MissionStatus.CANCELLED);
    assertThat(spent()).isEqualTo(UNDERSTANDING);
  }

  @Test
  void whatIsUnderstoodTwiceIsChargedTwice() {
    var mission = office.executing(brief(SUM, Usd.of("1"), true));
    office.until(mission, MissionStatus.CLARIFICATION_NEEDED);

    office.ask(Addresses.CLARIFY, new Missions.Clarify(ADA, mission, "up to $9"));

    office.until(mission, MissionStatus.COMPLETED);
    assertThat(spent()).isEqualTo(Usd.of("3"));
  }

  @Test
  void whatNobodyUnderstoodIsFree() {
    var mission = office.approved(brief(SUM));
    office.cancel(mission);
    office.until(mission, MissionStatus.CANCELLED);

    assertThat(spent()).isEqualTo(Usd.ZERO);
  }

  private Usd spent() {
    return office.ask(Addresses.COUNT_MISSIONS, new Missions.Count(ADA, 1)).numbers().monthCost();
  }
}
