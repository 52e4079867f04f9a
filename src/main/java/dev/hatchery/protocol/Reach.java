package dev.hatchery.protocol;

/** How far a message travels. */
public enum Reach {
  /** It stays on this node: raw steps, pictures, frames, and whatever owns a child process. */
  NODE,
  /** Any node may hear it. */
  CLUSTER
}
