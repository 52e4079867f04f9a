package dev.hatchery.llm.http;

import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Trouble;
import dev.hatchery.wire.LineDecoder;
import dev.hatchery.wire.TooLongException;

/** A JSON object on each line; other lines are no messages, and a torn last one is none either. */
public final class LineTranscript implements Transcript {
  private static final int LONGEST = 2 * 1024 * 1024;

  private final LineDecoder lines = new LineDecoder(LONGEST);
  private final Answering answering;

  public LineTranscript(Answering answering) {
    this.answering = answering;
  }

  @Override
  public void read(byte[] bytes) {
    try {
      lines.decode(bytes, 0, bytes.length, this::line);
    } catch (TooLongException e) {
      throw ModelException.lasting(Trouble.UNREADABLE, "It did not stop writing one line.");
    }
  }

  @Override
  public void finish() {
    lines.rest().ifPresent(this::line);
    answering.end();
  }

  @Override
  public boolean whole() {
    return answering.whole();
  }

  private void line(String line) {
    if (!answering.whole()) {
      JsonText.read(line.replace("\uFEFF", "")).ifPresent(answering::message);
    }
  }
}
