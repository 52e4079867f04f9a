package dev.hatchery.web;

import dev.hatchery.protocol.Node;
import java.time.Instant;
import java.util.List;

/**
 * A node as operators see it.
 *
 * @param lag how many events the newest of all nodes has heard of more than this one
 */
record NodeJson(
    String name,
    String address,
    String version,
    Instant startedAt,
    Instant seenAt,
    boolean alive,
    boolean leaving,
    int slots,
    int working,
    int waiting,
    long head,
    long lag) {

  /** These nodes, in their order. */
  static List<NodeJson> of(List<Node> nodes) {
    var newest = nodes.stream().mapToLong(Node::head).max().orElse(0);
    return nodes.stream().map(node -> of(node, newest)).toList();
  }

  private static NodeJson of(Node node, long newest) {
    var load = node.load();
    return new NodeJson(
        node.name(),
        node.address(),
        node.version(),
        node.startedAt(),
        node.seenAt(),
        node.alive(),
        node.leaving(),
        load.slots(),
        load.working(),
        load.waiting(),
        node.head(),
        newest - node.head());
  }
}
