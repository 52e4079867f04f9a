package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static WebServer server;
  private static JsonNode description;

  @BeforeAll
  static void start() {
    server = WebServer.usual();
    description = server.client().get("/openapi.json").json();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Set<String> described() {
    var operations = new TreeSet<String>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> operations.add(method + " " + path.getKey())));
    return operations;
  }

  @Test
  void everyRouteIsDescribedAndEveryDescribedRouteExists() {
    var served = new TreeSet<String>();
    for (var route : server.routes()) {
      var parts = route.split(" ");
      var path = parts[1].replaceAll(":([a-z]+)", "{$1}");
      if (path.startsWith("/api/")
          || path.startsWith("/artifacts/")
          || path.startsWith("/missions")
          || path.startsWith("/chat/")
          || path.startsWith("/recipes")
          || path.startsWith("/schedules")
          || path.startsWith("/health")
          || path.startsWith("/share/")
          || path.equals("/emit")
          || path.equals("/metrics")
          || path.startsWith("/stream/")
          || path.startsWith("/ws/")
          || path.startsWith("/eventbus/")
          || path.endsWith(".json")) {
        served.add(parts[0].toLowerCase(java.util.Locale.ROOT) + " " + path);
      }
    }
    assertThat(served).isEqualTo(described());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var references = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"").matcher(description.toString());
    assertThat(references.results().map(found -> found.group(1)).toList())
        .isNotEmpty()
        .allMatch(pointer -> !description.at(pointer).isMissingNode());
  }

  @Test
  void aRunHasExactlyTheKeysThatAreDescribed() {
    var run = server.client().post("/api/runs", "{\"description\":\"a dragon\"}").json();
    var described = description.at("/components/schemas/Run/properties");
    assertThat(run.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(() -> described.fieldNames());
  }
}
