package dev.hatchery.protocol;

/** What kind of work a run is. */
public enum RunKind {
  HATCH
}
