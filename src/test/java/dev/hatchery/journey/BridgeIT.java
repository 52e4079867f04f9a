package dev.hatchery.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bridge as the official client meets it: from npm in node, and our copy of it in a browser.
 */
class BridgeIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path INSTALLED = Path.of("target/clients/node_modules");

  @TempDir Path folder;

  private Server server;

  @BeforeEach
  void start() {
    server = Server.start(folder.resolve("data"), Map.of("HATCHERY_PAINTER_PACE", "1ms"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Needs(SystemPackage.NPM)
  void theOfficialClientOrdersListensAndIsRefused() {
    var bus = server.uri("/eventbus").toString();
    var node = Program.run(List.of("node", "target/clients/bridge.mjs", bus));
    assertThat(node.code()).as(node.said()).isZero();
    var steps = node.said().lines().map(BridgeIT::json).toList();

    assertThat(refusal(steps, "denied")).isEqualTo("403 access_denied");
    assertThat(refusal(steps, "invalid")).isEqualTo("422 invalid_description");
    assertThat(refusal(steps, "reserved")).isEqualTo("422 reserved_type");
    assertThat(refusal(steps, "run")).isEqualTo("404 not_found");
    assertThat(refusal(steps, "finished")).isEqualTo("409 already_finished");
    var run = step(steps, "hatched").at("/answer/id").asText();
    assertThat(step(steps, "again").at("/answer/id").asText()).isEqualTo(run);

    var heard = events(steps, "run");
    var told = new Client(server).get("/api/events?limit=1000&after=0&run=" + run).path("events");
    assertThat(heard).containsExactlyElementsOf(told);
    assertThat(heard.getLast().path("type").asText()).isEqualTo("complete");

    var reported = events(steps, "runs");
    assertThat(reported)
        .filteredOn(event -> event.path("type").asText().equals("note"))
        .singleElement()
        .satisfies(event -> assertThat(event.at("/data/text").asText()).isEqualTo("a\nb\u2028"));
    assertThat(step(steps, "emitted").at("/answer/events/0/id").asLong())
        .isIn(reported.stream().map(event -> event.path("id").asLong()).toList());
  }

  @Test
  @Needs(SystemPackage.NPM)
  void ourCopiesOfTheClientsAreThePublishedOnes() throws IOException {
    assertThat(Path.of("webroot/vendor/vertx-eventbus.js"))
        .hasSameBinaryContentAs(
            INSTALLED.resolve("@vertx/eventbus-bridge-client.js/vertx-eventbus.js"));
    assertThat(Path.of("webroot/vendor/sockjs.js"))
        .hasSameBinaryContentAs(INSTALLED.resolve("sockjs-client/dist/sockjs.min.js"));
    assertThat(Files.readString(Path.of("webroot/vendor/sockjs-licence.txt")))
        .isEqualTo(Files.readString(INSTALLED.resolve("sockjs-client/LICENSE")));
  }

  @Test
  @Needs(SystemPackage.CHROMIUM)
  void aPageOfOursWatchesAHatchingOverTheBridge() {
    // Our own pages load modules alone; here are scripts as the client's readme shows them.
    try (var browser = Browser.withoutPolicies()) {
      var page = browser.open(server.uri("/").toString());
      for (var script : List.of("/vendor/sockjs.js", "/vendor/vertx-eventbus.js")) {
        page.addScriptTag(new Page.AddScriptTagOptions().setUrl(script));
      }
      page.evaluate(
          """
          () => {
            window.heard = [];
            const bus = new EventBus("/eventbus");
            bus.onopen = () =>
              bus.send("hatchery.hatch", { description: "A moss golem" }, (refused, run) =>
                bus.registerHandler("run." + run.body.id, { last_event_id: 0 }, (gone, event) =>
                  window.heard.push(event.body.type)));
          }
          """);
      page.waitForFunction("() => window.heard.includes('complete')");
      assertThat(page.evaluate("() => window.heard").toString())
          .contains("backstory_complete")
          .endsWith("complete]");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static JsonNode step(List<JsonNode> steps, String name) {
    return steps.stream()
        .filter(step -> step.path("step").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step " + name + " in " + steps));
  }

  private static String refusal(List<JsonNode> steps, String name) {
    var refused = step(steps, name).path("refused");
    return refused.path("failureCode").asText() + " " + refused.path("failureType").asText();
  }

  private static List<JsonNode> events(List<JsonNode> steps, String name) {
    var events = new ArrayList<JsonNode>();
    steps.stream()
        .filter(step -> step.path("step").asText().equals(name))
        .map(step -> step.path("event"))
        .filter(JsonNode::isObject)
        .filter(event -> event.has("id"))
        .forEach(events::add);
    return events;
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
