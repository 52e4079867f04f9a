package dev.hatchery.avatar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last things a renderer said: where it fails, the reason is among them. */
final class LastLines {

  private static final int LINES_MOST = 20;
  private static final int CHARACTERS_MOST = 500;

  private final Deque<String> lines = new ArrayDeque<>();

  void add(String line) {
    if (lines.size() == LINES_MOST) {
      lines.removeFirst();
    }
    lines.addLast(line.length() > CHARACTERS_MOST ? line.substring(0, CHARACTERS_MOST) : line);
  }

  List<String> list() {
    return List.copyOf(lines);
  }
}
