package dev.hatchery.cli.view;

/** What a display shows. */
public interface Shown {
  /** Whether nothing more will happen. */
  boolean ended();

  /** What is to say of the connection. */
  Notice notice();

  /** 0 to 100, for the terminal's own icon. */
  double progress();

  /** Whether it went wrong. */
  boolean failed();
}
