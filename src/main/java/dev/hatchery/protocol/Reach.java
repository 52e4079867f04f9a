package dev.hatchery.protocol;

/** How far a message travels. */
public enum Reach {
  /** It stays on this node: what each can answer from the database, raw steps, frames. */
  NODE,
  /** Other nodes hear it: all of them, or of a question the one that it is put to. */
  CLUSTER
}
