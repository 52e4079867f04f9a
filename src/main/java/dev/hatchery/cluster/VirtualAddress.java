package dev.hatchery.cluster;

import dev.hatchery.config.ConfigException;
import dev.hatchery.config.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Addresses of loopback that stand for a node. Every machine finds the same ones, by the words in
 * which the settings name the node, and none of them is ever seen on a network.
 */
final class VirtualAddress {
  private static final int LOOPBACK = 127;

  /** Below are those that people use themselves. */
  private static final int UPPER_HALF = 0x80;

  private VirtualAddress() {}

  /** By which the other nodes call it, each on its own machine. */
  static InetSocketAddress told(Endpoint node) {
    return of("told", node);
  }

  /** On which its Hazelcast listens, on its own machine. */
  static InetSocketAddress bound(Endpoint node) {
    return of("bound", node);
  }

  /** Throws {@link ConfigException} where this machine does not have it. */
  static void check(InetSocketAddress address) {
    try (var socket = new ServerSocket(0, 1, address.getAddress())) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw new ConfigException(
          "with cluster.tls the nodes meet on loopback, where this machine lacks %1$s; on macOS this"
                  .formatted(address.getHostString())
              + " adds it: sudo ifconfig lo0 alias "
              + address.getHostString());
    }
  }

  private static InetSocketAddress of(String use, Endpoint node) {
    try {
      var words = (use + " " + node).getBytes(StandardCharsets.UTF_8);
      var hash = MessageDigest.getInstance("SHA-256").digest(words);
      var address = new byte[] {LOOPBACK, (byte) (hash[0] | UPPER_HALF), hash[1], hash[2]};
      return new InetSocketAddress(InetAddress.getByAddress(address), node.port());
    } catch (NoSuchAlgorithmException | UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
