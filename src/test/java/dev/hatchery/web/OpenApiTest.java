package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import dev.hatchery.json.AgentJson;
import dev.hatchery.json.ArtifactJson;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static final SnakeCaseStrategy ON_THE_WIRE = new SnakeCaseStrategy();

  /** Answers, by the names of their schemas. */
  private static final Map<String, Class<? extends Record>> ANSWERS =
      Map.of(
          "Agent", AgentJson.class,
          "Artifact", ArtifactJson.class,
          "Me", SessionRoutes.Me.class,
          "Mission", MissionJson.class,
          "Recipe", RecipeJson.class,
          "Run", RunJson.class,
          "Schedule", ScheduleJson.class);

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

  /** The described operations that are meant, by method and path. */
  private static Map<String, JsonNode> operations(BiPredicate<String, JsonNode> meant) {
    var operations = new TreeMap<String, JsonNode>();
    for (var path : description.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        operations.put(method.getKey() + " " + path.getKey(), method.getValue());
      }
    }
    operations.entrySet().removeIf(one -> !meant.test(one.getKey(), one.getValue()));
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
    assertThat(served).isEqualTo(operations((route, operation) -> true).keySet());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var references = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"").matcher(description.toString());
    assertThat(references.results().map(found -> found.group(1)).toList())
        .isNotEmpty()
        .allMatch(pointer -> !description.at(pointer).isMissingNode());
  }

  @Test
  void whateverAsksWhoSomebodyIsNamesWhatMayComeOfIt() {
    assertNamed(operations((route, operation) -> asksWho(operation)), "401", "429", "503");
  }

  @Test
  void whateverChangesSomethingNamesThatStrangersAndReadersAreRefused() {
    assertNamed(operations((route, operation) -> !route.startsWith("get ")), "403");
  }

  @Test
  void whateverReadsABodyNamesHowItIsRefusedAndHasNoRoomForOtherKeys() {
    var reading = operations((route, operation) -> operation.has("requestBody"));

    assertNamed(reading, "400", "413", "415", "422");
    assertThat(reading.values())
        .map(operation -> operation.at("/requestBody/content/application~1json/schema"))
        .filteredOn(schema -> schema.has("properties"))
        .isNotEmpty()
        .allMatch(schema -> schema.path("additionalProperties").isBoolean());
  }

  @Test
  void everyAnswerSaysWhichOfItsKeysAreAlwaysThere() {
    var answers =
        Stream.concat(
            Stream.of(description.at("/components/schemas")),
            operations((route, operation) -> true).values().stream()
                .map(operation -> operation.path("responses")));

    assertThat(answers.flatMap(OpenApiTest::objects))
        .isNotEmpty()
        .allMatch(schema -> schema.has("required"));
  }

  @Test
  void whatIsAnsweredHasExactlyTheKeysThatAreDescribed() {
    assertThat(ANSWERS)
        .allSatisfy(
            (name, type) -> {
              var schema = description.at("/components/schemas/" + name);
              var keys = Stream.of(type.getRecordComponents()).map(OpenApiTest::key).toList();
              assertThat(schema.path("properties").fieldNames())
                  .toIterable()
                  .containsExactlyInAnyOrderElementsOf(keys);
              assertThat(schema.path("required"))
                  .map(JsonNode::textValue)
                  .containsExactlyInAnyOrderElementsOf(keys);
            });
  }

  @Test
  void aRunHasExactlyTheKeysThatAreDescribed() {
    var run = server.client().post("/api/runs", "{\"description\":\"a dragon\"}").json();
    var described = description.at("/components/schemas/Run/properties");
    assertThat(run.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(() -> described.fieldNames());
  }

  private static boolean asksWho(JsonNode operation) {
    return !operation.has("security") || !operation.path("security").isEmpty();
  }

  private static void assertNamed(Map<String, JsonNode> operations, String... statuses) {
    assertThat(operations)
        .isNotEmpty()
        .allSatisfy(
            (route, operation) ->
                assertThat(operation.path("responses").fieldNames())
                    .toIterable()
                    .as(route)
                    .contains(statuses));
  }

  /** Every object in this part of the description whose keys are described. */
  private static Stream<JsonNode> objects(JsonNode part) {
    var within = StreamSupport.stream(part.spliterator(), false).flatMap(OpenApiTest::objects);
    return part.path("properties").isObject() ? Stream.concat(Stream.of(part), within) : within;
  }

  private static String key(RecordComponent component) {
    return ON_THE_WIRE.translate(component.getName());
  }
}
