package dev.hatchery.journey;

import java.util.function.Supplier;

/** A server that is killed now and then, and comes back on the same data at another address. */
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

  void killAndRevive() {
    current.kill();
    current = start.get();
  }

  @Override
  public void close() {
    current.close();
  }
}
