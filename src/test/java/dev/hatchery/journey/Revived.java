package dev.hatchery.journey;

import java.util.function.Supplier;

/**
 * A server that is killed, stopped or put to sleep now and then, and comes back on the same data at
 * another address.
 */
final class Revived implements AutoCloseable {
  private final Supplier<Server> start;
  private volatile Server current;

  Revived(Supplier<Server> start) {
    this.start = start;
    this.current = start.get();
  }

  /** The one that runs, or that will be back soon. */
  Server current() {
    return current;
  }

  Client client() {
    return new Client(current);
  }

  void kill() {
    current.kill();
  }

  void revive() {
    current = start.get();
  }

  void killAndRevive() {
    kill();
    revive();
  }

  /** As whoever rolls out a new version does. */
  void stopAndRevive() {
    current.close();
    revive();
  }

  /** Its clock goes on, and it does not. */
  void sleep() {
    current.signal("STOP");
  }

  void wake() {
    current.signal("CONT");
  }

  @Override
  public void close() {
    current.close();
  }
}
