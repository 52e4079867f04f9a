package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Node;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodesTest extends ServerFixture {
  @Test
  void eachNodeSaysHowBusyItIsAndHowFarItIsBehindTheNewest() {
    var nodes = List.of(node("a", Duration.ofSeconds(5), 120), node("b", Duration.ZERO, 117));
    server.bus().answer(Addresses.LIST_NODES, asked -> new Leasing.Nodes(nodes)).await();

    var told = client.get("/api/nodes").json().path("nodes");

    assertThat(told.at("/0/name").asText()).isEqualTo("a");
    assertThat(told.at("/0/alive").asBoolean()).isTrue();
    assertThat(told.at("/0/working").asInt()).isEqualTo(2);
    assertThat(told.at("/0/lag").asLong()).isZero();
    assertThat(told.at("/1/alive").asBoolean()).isFalse();
    assertThat(told.at("/1/lag").asLong()).isEqualTo(3);
  }

  private static Node node(String name, Duration left, long head) {
    return new Node(
        name,
        "first",
        "http://127.0.0.1:8000",
        "0.1.0",
        FakeHatchery.NOW,
        FakeHatchery.NOW,
        left,
        false,
        new Leasing.Load(4, 2, 1),
        head);
  }
}
