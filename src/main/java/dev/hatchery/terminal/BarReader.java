package dev.hatchery.terminal;

import dev.hatchery.terminal.Reading.Bar;
import dev.hatchery.terminal.Reading.Line;
import dev.hatchery.terminal.TerminalText.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads progress bars and lines from a terminal's bytes. How the bytes are cut into chunks makes no
 * difference, memory is constant and time linear whatever they are. Not for several threads.
 */
public final class BarReader {

  private static final int SEGMENT_MOST = 8192;
  private static final int LIVE_MOST = 1024;
  private static final int LIVE_LOOKS_MOST = 8;

  private final Utf8 utf8 = new Utf8();
  private final TerminalText terminal =
      new TerminalText(
          new TerminalText.Sink() {
            @Override
            public void text(char c) {
              grow(c);
            }

            @Override
            public void end(End end) {
              finish(end);
            }
          });
  private final StringBuilder segment = new StringBuilder();
  private final Nesting nesting = new Nesting();
  private List<Reading> readings = new ArrayList<>();
  private @Nullable Reading last;
  private int looks;

  /** What the next {@code length} bytes show, in order; the same reading twice is given once. */
  public List<Reading> read(byte[] bytes, int length) {
    utf8.decode(bytes, length, terminal::accept);
    return taken();
  }

  /**
   * What an unfinished line shows after all. Call when nothing has arrived for a moment: a bar that
   * is cut off at the terminal's edge has no other end.
   */
  public List<Reading> settle() {
    if (segment.length() <= LIVE_MOST) {
      BarGrammar.find(segment.toString()).ifPresent(seen -> bar(seen.soFar()));
    }
    return taken();
  }

  private List<Reading> taken() {
    List<Reading> taken = readings;
    readings = new ArrayList<>();
    return taken;
  }

  private void grow(char c) {
    if (segment.length() < SEGMENT_MOST) {
      segment.append(c);
      if (mayEndBar(c) && !nesting.undecided() && looks++ < LIVE_LOOKS_MOST) {
        live();
      }
    }
  }

  // tqdm puts its carriage return first: waiting for the next one would show every step one late.
  private boolean mayEndBar(char c) {
    int length = segment.length();
    return length <= LIVE_MOST
        && (c == ']'
            || (c == 's' && length > 1 && segment.charAt(length - 2) == '/')
            || (c == 't' && length > 3 && segment.indexOf("s/it", length - 4) >= 0));
  }

  private void live() {
    BarGrammar.find(segment.toString())
        .filter(Sighting::complete)
        .ifPresent(seen -> bar(seen.bar()));
  }

  private void finish(End end) {
    String text = segment.toString();
    segment.setLength(0);
    looks = 0;
    if (!text.isBlank()) {
      settled(text, end);
    }
    nesting.cursor(end);
  }

  private void settled(String text, End end) {
    Optional<Sighting> seen =
        text.length() < SEGMENT_MOST ? BarGrammar.find(text) : Optional.empty();
    seen.ifPresent(sighting -> bar(sighting.settled().hung(nesting.below(end))));
    String words = seen.map(Sighting::tail).orElse(text).strip();
    if (!words.isEmpty()) {
      nesting.words();
      emit(new Line(words));
    }
  }

  private void bar(Bar bar) {
    nesting.bar(bar);
    emit(bar);
  }

  private void emit(Reading reading) {
    if (!reading.equals(last)) {
      last = reading;
      readings.add(reading);
    }
  }
}
