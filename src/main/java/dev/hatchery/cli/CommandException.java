package dev.hatchery.cli;

/** A command cannot do what was asked; the message is one sentence for people. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  /** Fails with {@link ExitCode#FAILED}. */
  public CommandException(String sentence) {
    this(sentence, ExitCode.FAILED);
  }

  /** Fails with one of {@link ExitCode}. */
  public CommandException(String sentence, int exitCode) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** What the process exits with. */
  public int exitCode() {
    return exitCode;
  }
}
