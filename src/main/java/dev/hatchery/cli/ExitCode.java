package dev.hatchery.cli;

/** What a command's process exits with. */
public final class ExitCode {
  public static final int SUCCEEDED = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;

  /** The server named by {@code --server} cannot be reached. */
  public static final int UNREACHABLE = 3;

  /** Ended by Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
