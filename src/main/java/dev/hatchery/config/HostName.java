package dev.hatchery.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** A node of a cluster that was given no name has that of its machine. */
final class HostName {
  private HostName() {}

  /** Completes {@code cluster.node}. */
  static void complete(ObjectNode tree) {
    if (tree.get("cluster") instanceof ObjectNode cluster
        && cluster.path("enabled").asBoolean()
        && cluster.path("node").asText().isBlank()) {
      cluster.put("node", own());
    }
  }

  /** Up to the first dot, as names are within a network; empty where the machine has none. */
  private static String own() {
    try {
      return InetAddress.getLocalHost()
          .getHostName()
          .replaceFirst("\\..*", "")
          .toLowerCase(Locale.ROOT);
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
