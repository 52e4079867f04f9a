package dev.hatchery.mission.tool.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;

/** Asks the name servers of this machine. */
record Internet(Vertx vertx) implements Network {
  @Override
  public Future<List<InetAddress>> resolve(String host) {
    return vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
  }
}
