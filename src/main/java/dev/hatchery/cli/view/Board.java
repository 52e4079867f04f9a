package dev.hatchery.cli.view;

import dev.hatchery.cli.client.Facts;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All runs that have not ended, and for a moment those that have.
 *
 * @param rows by the runs' ids, oldest first
 */
public record Board(Map<String, Row> rows, Notice notice) implements Shown {
  /** How long one that has ended is still shown. */
  static final Duration MOMENT = Duration.ofSeconds(4);

  private static final Duration STILL = Duration.ofDays(10_000);

  /** Keeps the order of the rows. */
  public Board {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /**
   * One run.
   *
   * @param number how people call it
   * @param gone when it leaves the board, by the watcher's own time
   */
  public record Row(String number, RunView view, Duration gone) {}

  /** The board of these runs, of which those that have ended are left out. */
  public static Board of(List<Facts> runs, Duration now) {
    var board = new Board(Map.of(), Notice.NONE);
    for (var run : runs) {
      board = board.with(run, now);
    }
    return board;
  }

  /** The same board with a run as the server tells it; one that has ended changes nothing. */
  public Board with(Facts run, Duration now) {
    var view = RunView.of(run, now);
    return view.ended() ? this : with(run.text("id"), new Row(number(run), view, STILL), notice);
  }

  /** Whether this run is on it. */
  public boolean knows(String run) {
    return rows.containsKey(run);
  }

  /** The board after an event of a run that it knows. */
  public Board after(String type, Facts data, Duration now) {
    var run = data.text("run_id");
    var row = rows.get(run);
    if (row == null) {
      return this;
    }
    var view = row.view().after(type, data, now);
    return with(run, new Row(row.number(), view, view.ended() ? now.plus(MOMENT) : STILL), notice);
  }

  /** The board without those that have ended a moment ago. */
  public Board at(Duration now) {
    var left = new LinkedHashMap<>(rows);
    return left.values().removeIf(row -> row.gone().compareTo(now) < 0)
        ? new Board(left, notice)
        : this;
  }

  /** The same board with this to say of the connection. */
  public Board noticing(Notice other) {
    return new Board(rows, other);
  }

  /** A board has no end. */
  @Override
  public boolean ended() {
    return false;
  }

  @Override
  public boolean failed() {
    return false;
  }

  /** That of the run that will end last, as far as that is known. */
  @Override
  public double progress() {
    return rows.values().stream().mapToDouble(row -> row.view().progress()).min().orElse(0);
  }

  private Board with(String run, Row row, Notice saying) {
    var all = new LinkedHashMap<>(rows);
    all.put(run, row);
    return new Board(all, saying);
  }

  private static String number(Facts run) {
    return run.number("number").isPresent()
        ? Long.toString((long) run.number("number").getAsDouble())
        : run.text("id");
  }
}
