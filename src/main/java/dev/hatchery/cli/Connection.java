package dev.hatchery.cli;

import dev.hatchery.cli.client.Client;
import org.jspecify.annotations.Nullable;

/**
 * A client and, where none was running, the server of this process that it talks to.
 *
 * @param embedded the server that ends with the command, or null
 */
record Connection(Client client, @Nullable RunningServer embedded) implements AutoCloseable {
  @Override
  public void close() {
    client.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
