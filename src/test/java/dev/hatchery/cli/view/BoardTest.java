package dev.hatchery.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.screen.Line;
import dev.hatchery.cli.screen.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** All runs at once, as rows. */
class BoardTest {
  private static final Duration START = Duration.ZERO;

  private final Board board =
      Board.of(
              List.of(
                  run("a", 7, "hatch", "A shy 龍 who collects lost buttons", "queued"),
                  run("b", 8, "task", "Login", "running"),
                  run("c", 9, "command", "make", "succeeded")),
              START)
          .after(
              "progress",
              Facts.of(
                  """
                  {"run_id":"b","progress":40,"measured":20,"eta_seconds":{"p50":130,"p90":240}}
                  """),
              START)
          .noticing(Notice.LIVE);

  @Test
  void everyRunThatHasNotEndedIsARow() {
    assertThat(shown(board, START, 81, 24))
        .isEqualTo(
            """
            ╔══════════════════════════════════════════════════════════════════════════════╗
            ║ Hatchery: 2 runs                                                        Live ║
            ╠══════════════════════════════════════════════════════════════════════════════╣
            ║ 7 Hatching A shy 龍 who collects lost … 0 %      [░░░░░░░░░░░] waiting       ║
            ║ 8 Task     Login                        ≈ 40 %   [██▒▒░░░░░░░] 2–4 min left  ║
            ╚══════════════════════════════════════════════════════════════════════════════╝
            """);
  }

  @Test
  void aNarrowTerminalKeepsNameNumberAndBar() {
    assertThat(shown(board, START, 40, 24))
        .isEqualTo(
            """
            ╔═════════════════════════════════════╗
            ║ Hatchery: 2 runs               Live ║
            ╠═════════════════════════════════════╣
            ║ 7 A shy 龍 who co… 0 %      [░░░░░] ║
            ║ 8 Login            ≈ 40 %   [█▒░░░] ║
            ╚═════════════════════════════════════╝
            """);
  }

  @Test
  void aRunThatEndedStaysForAMoment() {
    var ended = board.after("complete", Facts.of("{\"run_id\":\"b\",\"progress\":100}"), START);
    assertThat(shown(ended.at(START), START, 81, 24)).contains("100 %", "Done");
    assertThat(ended.at(Board.MOMENT).rows()).containsKey("b");
    assertThat(ended.at(Board.MOMENT.plusMillis(1)).rows()).containsOnlyKeys("a");
  }

  @Test
  void anEventOfARunThatItDoesNotKnowChangesNothing() {
    assertThat(board.after("progress", Facts.of("{\"run_id\":\"z\"}"), START)).isSameAs(board);
  }

  @Property(tries = 100)
  void everyFrameFitsItsTerminalHoweverManyRunsThereAre(
      @ForAll String title,
      @ForAll @IntRange(min = 0, max = 70) int count,
      @ForAll @IntRange(min = 25, max = 200) int columns,
      @ForAll @IntRange(min = 6, max = 60) int rows) {
    var all =
        IntStream.range(0, count).mapToObj(i -> run("r" + i, i, "task", title, "running")).toList();
    var lines = BoardScreen.lines(Board.of(all, START), START, new Terminal.Size(columns, rows));
    assertThat(lines).hasSizeLessThan(rows);
    assertThat(lines).allMatch(line -> line.width() == lines.get(0).width());
    assertThat(lines.get(0).width()).isLessThan(columns);
  }

  private static Facts run(String id, int number, String kind, String title, String status) {
    return Facts.of(
        Map.of("id", id, "number", number, "kind", kind, "title", title, "status", status));
  }

  private static String shown(Board board, Duration now, int columns, int rows) {
    return BoardScreen.lines(board, now, new Terminal.Size(columns, rows)).stream()
        .map(Line::text)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
