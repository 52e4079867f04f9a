package dev.hatchery.mission.tool.web;

import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;

/** The way from names to machines. */
interface Network {
  /** The addresses of {@code host}, not empty; fails with any exception when there are none. */
  Future<List<InetAddress>> resolve(String host);

  /** What is connected to for an address that has been checked. */
  default SocketAddress at(InetAddress checked, int port) {
    return SocketAddress.inetSocketAddress(port, checked.getHostAddress());
  }
}
