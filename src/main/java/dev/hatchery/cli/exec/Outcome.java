package dev.hatchery.cli.exec;

/**
 * How a command ended.
 *
 * @param exitCode 128 + signal when one killed it
 * @param interrupted whether whoever started it stopped it
 */
public record Outcome(int exitCode, boolean interrupted) {
  /** Whether it did what it should. */
  public boolean passed() {
    return exitCode == 0;
  }
}
