package dev.hatchery.avatar;

import java.util.List;

/** A render that gave no picture. The message is one sentence for people. */
public final class RenderException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why there is no picture. */
  public enum Reason {
    /** The program does not exist. */
    MISSING,
    /** It could not be started, or ended with an error. */
    CRASHED,
    /** Somebody, probably the kernel, killed it. */
    KILLED,
    /** It ended well and left no file. */
    NO_PICTURE,
    /** It left something that is no picture. */
    BAD_PICTURE,
    /** It said nothing for too long. */
    SILENT,
    /** It did not begin, or not end, in time. */
    TOO_LONG,
    /** We were asked to stop it. */
    CANCELLED
  }

  private final Reason reason;
  private final List<String> lines;

  private RenderException(Reason reason, String sentence, List<String> lines) {
    super(sentence);
    this.reason = reason;
    this.lines = List.copyOf(lines);
  }

  /** Without anything that the renderer said. */
  public static RenderException of(Reason reason, String sentence) {
    return new RenderException(reason, sentence, List.of());
  }

  /** The same with what the renderer said last. */
  public RenderException after(List<String> said) {
    return new RenderException(reason, messageText(), said);
  }

  /** Why there is no picture. */
  public Reason reason() {
    return reason;
  }

  /** The last lines the renderer printed besides bars, at most 20, each at most 500 characters. */
  public List<String> lines() {
    return lines;
  }

  private String messageText() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
