package dev.hatchery.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.screen.Line;
import dev.hatchery.cli.screen.Terminal;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RunScreenTest {
  private static final String PAINTING =
      """
      {"progress": 62.5, "measured": 45, "message": "Eyes that have seen the sea",
       "eta_seconds": {"p50": 125, "p90": 240}}
      """;

  private final RunView view =
      RunView.of(RunKind.HATCH, "a shy moss dragon who collects lost buttons")
          .after("backstory_complete", persona(), Duration.ZERO)
          .after("avatar_progress", Facts.of(PAINTING), Duration.ofSeconds(150));

  @Test
  void aWideTerminalShowsItAll() {
    assertThat(shown(view, 65, 24))
        .isEqualTo(
            """
            ╔══════════════════════════════════════════════════════════════╗
            ║ Hatching: a shy moss dragon who collects lost buttons        ║
            ║ Progress: [█████████████████▒▒▒▒▒▒▒░░░░░░░░░░░░░░░] ≈ 62.5 % ║
            ╠══════════════════════════════════════════════════════════════╣
            ║ Painting its picture                                         ║
            ║ Eyes that have seen the sea                                  ║
            ║ Time: 2 min 34 s elapsed, 2–4 min remaining                  ║
            ║                                                              ║
            ║ 龍 Mossbert                                                  ║
            ║ shy · kind                                                   ║
            ╚══════════════════════════════════════════════════════════════╝
            """);
  }

  @Test
  void aNarrowTerminalKeepsItsEdgeStraight() {
    assertThat(shown(view, 40, 20))
        .isEqualTo(
            """
            ╔═════════════════════════════════════╗
            ║ Hatching: a shy moss dragon who co… ║
            ║ Progress: [██████▒▒░░░░░░] ≈ 62.5 % ║
            ╠═════════════════════════════════════╣
            ║ Painting its picture                ║
            ║ Eyes that have seen the sea         ║
            ║ Time: 2 min 34 s elapsed            ║
            ║       2–4 min remaining             ║
            ║                                     ║
            ║ 龍 Mossbert                         ║
            ║ shy · kind                          ║
            ╚═════════════════════════════════════╝
            """);
  }

  @Test
  void aFinishedHatchingIsNoLongerAnEstimate() {
    var done =
        view.after(
            "complete", Facts.of("{\"progress\":100,\"measured\":40}"), Duration.ofSeconds(200));
    assertThat(shown(done, 65, 24)).contains("█] 100 % ", "║ Hatched ").doesNotContain("▒", "≈");
  }

  @Test
  void whereACancelledHatchingStoppedIsAnEstimateStill() {
    var over = view.after("cancelled", Facts.of("{\"progress\":62.5}"), Duration.ofSeconds(200));
    assertThat(shown(over, 65, 24))
        .contains("≈ 62.5 %", "║ Cancelled ")
        .doesNotContain("remaining");
  }

  @Test
  void theBarNeverMovesBack() {
    var back = view.after("avatar_progress", Facts.of("{\"progress\":30}"), Duration.ZERO);
    assertThat(back.progress()).isEqualTo(62.5);
  }

  @Test
  void anUnknownTypeChangesNothing() {
    assertThat(view.after("novelty", Facts.of("{\"progress\":99}"), Duration.ZERO)).isSameAs(view);
  }

  @Property
  void everyFrameFitsItsTerminalWhateverTheTextsAre(
      @ForAll String text,
      @ForAll @IntRange(min = 25, max = 200) int columns,
      @ForAll @IntRange(min = 8, max = 60) int rows) {
    var data = Facts.of("{\"progress\":40,\"measured\":20}");
    var any =
        RunView.of(RunKind.HATCH, text)
            .after("avatar_progress", data, Duration.ZERO)
            .after("backstory_complete", persona(), Duration.ZERO)
            .noticing(Notice.of(text));
    var lines = RunScreen.lines(any, Duration.ofHours(1), new Terminal.Size(columns, rows));
    assertThat(lines).hasSizeLessThan(rows);
    assertThat(lines).allMatch(line -> line.width() == lines.get(0).width());
    assertThat(lines.get(0).width()).isLessThan(columns);
    assertThat(lines).allMatch(line -> line.text().codePoints().noneMatch(Character::isISOControl));
  }

  private static Facts persona() {
    return Facts.of(
        """
        {"progress": 25, "measured": 25, "agent_data":
          {"name": "龍 Mossbert", "backstory": "…", "personality_traits": ["shy", "kind"]}}
        """);
  }

  private static String shown(RunView view, int columns, int rows) {
    var text = new StringBuilder();
    RunScreen.lines(view, Duration.ofSeconds(154), new Terminal.Size(columns, rows)).stream()
        .map(Line::text)
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
