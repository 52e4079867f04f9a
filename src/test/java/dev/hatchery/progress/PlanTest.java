package dev.hatchery.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.protocol.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  private final Plan plan = Plan.hatching(25, 75);

  @Test
  void weightsMustAddUp() {
    assertThatThrownBy(() -> Plan.hatching(25, 70))
        .hasMessage("weights must add up to 100, were 25 + 70");
  }

  @Test
  void phasesMustNotOverlap() {
    var phases = List.of(new Phase("one", 0, 30), new Phase("two", 25, 100));

    assertThatThrownBy(() -> new Plan(phases)).hasMessage("phase two overlaps one");
    assertThatThrownBy(() -> new Plan(List.of())).hasMessage("a plan must have a phase");
  }

  @Test
  void aTickIsRoundedDownAndNeverReachesItsPhasesEnd() {
    assertThat(plan.percent("llm", 0.3333)).isEqualTo(8.3);
    assertThat(plan.percent("llm", 1)).isEqualTo(24.9);
    assertThat(plan.percent("avatar", 0)).isEqualTo(25);
    assertThat(plan.percent("avatar", 0.28)).isEqualTo(46);
    assertThat(plan.percent("avatar", 0.995)).isEqualTo(99);
  }

  @Test
  void aPhaseThatIsNotInThePlanIsNamed() {
    assertThatThrownBy(() -> plan.percent("music", 0)).hasMessageContaining("music");
  }

  @Test
  void oddWeightsKeepTheirPhasesApart() {
    var odd = Plan.hatching(33.33, 66.67);

    assertThat(odd.percent("llm", 1)).isEqualTo(33.2);
    assertThat(odd.end("llm")).isEqualTo(33.3).isEqualTo(odd.start("avatar"));
  }
}
