package dev.hatchery.protocol;

/** What kind of work a run is. */
public enum RunKind {
  /** A companion that hatches. */
  HATCH,
  /** Work of another program, which reports its stories and criteria. */
  TASK,
  /** A command in a terminal, whose bars are reported. */
  COMMAND,
  /** Work in seven steps that Hatchery does itself once its owner has approved it. */
  MISSION
}
