package dev.hatchery.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last things a program said: where it fails, the reason is among them. */
public final class LastLines {

  private static final int LINES_MOST = 20;
  private static final int CHARACTERS_MOST = 500;

  private final Deque<String> lines = new ArrayDeque<>();

  /** Adds a line; the oldest of more than 20 is forgotten, what is behind 500 characters is cut. */
  public void add(String line) {
    if (lines.size() == LINES_MOST) {
      lines.removeFirst();
    }
    lines.addLast(line.length() > CHARACTERS_MOST ? line.substring(0, CHARACTERS_MOST) : line);
  }

  /** The last lines, oldest first. */
  public List<String> list() {
    return List.copyOf(lines);
  }
}
