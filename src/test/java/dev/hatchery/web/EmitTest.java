package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Report;
import dev.hatchery.protocol.RunKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmitTest extends ServerFixture {
  private static final ObjectMapper JSON = new ObjectMapper();

  @BeforeEach
  void forget() {
    server.tasks().taken();
  }

  @Test
  void anEventIsAcceptedWithItsPlace() {
    var answer = emit("{\"type\":\"deployed\",\"data\":{\"to\":\"eu\"},\"run\":\"ci\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            "{\"events\":[{\"id\":101,\"run_id\":\"0123456789abcdefghijklmnop\",\"seq\":1}]}");
    var emission = only();
    assertThat(emission.run()).isEqualTo("ci");
    assertThat(emission.type()).isEqualTo("deployed");
    assertThat(emission.data()).isEqualTo("{\"to\":\"eu\"}");
    assertThat(emission.marks()).isEmpty();
  }

  @Test
  void anArrayAndLinesOfJsonAreSeveralEventsInOrder() {
    assertThat(emit("[{\"type\":\"a\"},{\"type\":\"b\"}]").json().path("events")).hasSize(2);
    assertThat(types()).containsExactly("a", "b");

    var lines =
        client.ask(
            "POST",
            "/emit",
            "{\"type\":\"a\"}\r\n\n  \n{\"type\":\"b\"}\n{\"type\":\"c\"}",
            "Content-Type: application/x-ndjson");
    assertThat(lines.status()).isEqualTo(202);
    assertThat(types()).containsExactly("a", "b", "c");
  }

  @Test
  void whatIsUnderstoodIsReportedAndTheRestIsEchoed() {
    emit(
        """
        [{"type":"task_started","data":{"task_id":7,"task_name":"Checkout\\u001b[31m\\nrewrite",
          "story_count":2,"estimated_duration":90.5,"kind":"command",
          "stories":[{"story_id":"a","title":"A","ac_count":2,"acceptance_criteria":["x"]}]}},
         {"type":"story_started","data":{"story_id":"a","priority":1}},
         {"type":"ac_completed","data":{"story_id":"a","ac_index":0,"ac_text":"x","duration_ms":5}},
         {"type":"story_completed","data":{"story_id":"a","status":"failed","commits":["c0ffee"]}},
         {"type":"error_occurred","data":{"error_message":"Away","retryable":true}},
         {"type":"task_completed","data":{"status":"Succeeded","exit_code":0}}]
        """);

    var all = server.tasks().taken();
    assertThat(all.getFirst().taskId()).isEqualTo("7");
    assertThat(all.stream().map(Emission::report).toList())
        .isEqualTo(
            List.of(
                new Report.TaskStarted(
                    RunKind.COMMAND,
                    "Checkout [31m rewrite",
                    2,
                    Duration.ofMillis(90_500),
                    List.of(new Report.Story("a", "A", null, 2, List.of("x")))),
                new Report.StoryStarted(new Report.Story("a", null, "1", null, List.of())),
                new Report.CriterionMet("a", 0, "x", Duration.ofMillis(5)),
                new Report.StoryCompleted("a", false, null),
                new Report.Trouble("Away"),
                new Report.TaskCompleted(true, 0)));
    assertThat(all.get(3).data()).contains("\"commits\":[\"c0ffee\"]");
  }

  @Test
  void oursWinOverWhatIsEmitted() {
    emit(
        """
        {"type":"x","data":{"run_id":"theirs","seq":9,"timestamp":1,"progress":5,"measured":6,
          "eta_seconds":7,"estimated":false,"message":"Half\\tbuilt","a":1}}
        """);

    var emission = only();
    assertThat(emission.data()).isEqualTo("{\"a\":1}");
    assertThat(emission.message()).isEqualTo("Half built");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\n",
        "\\r",
        "\\r\\n",
        "\\u0000",
        "\\u001b]52;c;x\\u0007",
        "\\u2028",
        "\\u2029",
        "\\u0085",
        "\\u009b2J",
        "\\u007f",
        "\u2028",
        "\u2029",
        "\u0085",
        "\u009b"
      })
  void whatBreaksLinesIsKeptAsAnEscapeAndInert(String text) throws JsonProcessingException {
    emit("{\"type\":\"x\",\"data\":{\"a\":\"%s\",\"%s\":1}}".formatted(text, text));

    var data = only().data();
    assertThat(data.codePoints().noneMatch(EmitTest::breaksOrControls)).isTrue();
    assertThat(JSON.readTree(data).path("a").textValue())
        .isEqualTo(JSON.readValue("\"" + text + "\"", String.class));
  }

  private static boolean breaksOrControls(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("", 400, "malformed_json", ""),
        Arguments.of("7", 400, "malformed_json", ""),
        Arguments.of("[7]", 400, "malformed_json", ""),
        Arguments.of("[]", 422, "invalid_length", ""),
        Arguments.of(many(101), 422, "invalid_length", ""),
        Arguments.of("{}", 422, "invalid_type", "type"),
        Arguments.of("[{\"type\":\"a\"},{\"type\":7}]", 422, "invalid_type", "[1].type"),
        Arguments.of(type("a\\nid: 999"), 422, "invalid_type", "type"),
        Arguments.of(type("a\\r"), 422, "invalid_type", "type"),
        Arguments.of(type("a\\u0000"), 422, "invalid_type", "type"),
        Arguments.of(type("a\\u2028"), 422, "invalid_type", "type"),
        Arguments.of(type("A"), 422, "invalid_type", "type"),
        Arguments.of(type(""), 422, "invalid_type", "type"),
        Arguments.of(type("a".repeat(65)), 422, "invalid_type", "type"),
        Arguments.of(type("queued"), 422, "reserved_type", "type"),
        Arguments.of(type("complete"), 422, "reserved_type", "type"),
        Arguments.of(type("error"), 422, "reserved_type", "type"),
        Arguments.of(type("cancelled"), 422, "reserved_type", "type"),
        Arguments.of(type("beat"), 422, "reserved_type", "type"),
        Arguments.of(type("gap"), 422, "reserved_type", "type"),
        Arguments.of(type("snapshot"), 422, "reserved_type", "type"),
        Arguments.of(type("backstory_complete"), 422, "reserved_type", "type"),
        Arguments.of(type("llm_progress"), 422, "reserved_type", "type"),
        Arguments.of(type("my_progress"), 422, "reserved_type", "type"),
        Arguments.of(type("progress"), 422, "reserved_type", "data.percent"),
        Arguments.of(percent("101"), 422, "invalid_percent", "data.percent"),
        Arguments.of(percent("-0.1"), 422, "invalid_percent", "data.percent"),
        Arguments.of(percent("\"50\""), 422, "invalid_percent", "data.percent"),
        Arguments.of(percent("NaN"), 400, "malformed_json", ""),
        Arguments.of(data("[]"), 422, "invalid_data", "data"),
        Arguments.of(data("null"), 422, "invalid_data", "data"),
        Arguments.of(data("\"x\""), 422, "invalid_data", "data"),
        Arguments.of(data("{\"a\":1e999}"), 422, "invalid_data", "data"),
        Arguments.of(data("{\"a\":[{\"b\":-1e400}]}"), 422, "invalid_data", "data"),
        Arguments.of(data("{\"a\":1,\"a\":2}"), 400, "duplicate_field", ""),
        Arguments.of(data("{\"a\":\"\\ud800\"}"), 400, "malformed_json", ""),
        Arguments.of(data("{\"a\":\"\n\"}"), 400, "malformed_json", ""),
        Arguments.of(data("{\"a\":".repeat(70) + "1" + "}".repeat(70)), 400, "malformed_json", ""),
        Arguments.of(data("{\"a\":\"" + "x".repeat(70_000) + "\"}"), 422, "data_too_long", "data"),
        Arguments.of(
            data("{\"a\":\"" + "\u2028".repeat(15_000) + "\"}"), 422, "data_too_long", "data"),
        Arguments.of(data("{\"task_id\":{}}"), 422, "invalid_data", "data.task_id"),
        Arguments.of(data("{\"task_id\":\"a\\u0000\"}"), 422, "invalid_data", "data.task_id"),
        Arguments.of("{\"type\":\"x\",\"more\":1}", 422, "unknown_field", "more"),
        Arguments.of("{\"type\":\"x\",\"run\":[]}", 422, "invalid_run", "run"),
        Arguments.of("{\"type\":\"x\",\"run\":\" \"}", 422, "invalid_run", "run"),
        Arguments.of("{\"type\":\"x\",\"run\":\"a\\nb\"}", 422, "invalid_run", "run"),
        Arguments.of(
            "{\"type\":\"x\",\"run\":\"" + "r".repeat(201) + "\"}", 422, "invalid_run", "run"),
        Arguments.of(
            "{\"type\":\"x\",\"event_id\":\"a\\nb\"}", 422, "invalid_event_id", "event_id"),
        Arguments.of("{\"type\":\"x\",\"event_id\":7}", 422, "invalid_event_id", "event_id"),
        Arguments.of("{\"type\":\"x\",\"event_id\":\"\"}", 422, "invalid_event_id", "event_id"),
        Arguments.of("{\"type\":\"x\",\"event_id\":\"é\"}", 422, "invalid_event_id", "event_id"),
        Arguments.of(
            "{\"type\":\"story_started\",\"data\":{}}", 422, "invalid_data", "data.story_id"),
        Arguments.of(
            "{\"type\":\"ac_completed\",\"data\":{\"ac_index\":-1}}",
            422,
            "invalid_data",
            "data.ac_index"),
        Arguments.of(
            "{\"type\":\"ac_completed\",\"data\":{\"ac_index\":1.5}}",
            422,
            "invalid_data",
            "data.ac_index"),
        Arguments.of(
            "{\"type\":\"task_started\",\"data\":{\"estimated_duration\":-1}}",
            422,
            "invalid_data",
            "data.estimated_duration"),
        Arguments.of(
            "{\"type\":\"task_started\",\"data\":{\"stories\":[{}]}}",
            422,
            "invalid_data",
            "data.stories[0].story_id"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatIsNotValidIsRefusedWithItsCodeAndField(
      String body, int status, String code, String field) {
    var answer = emit(body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
    assertThat(server.tasks().taken()).isEmpty();
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    var body = "{\"type\":\"x\",\"data\":{\"a\":\"?\"}}".getBytes(StandardCharsets.US_ASCII);
    body[new String(body, StandardCharsets.US_ASCII).indexOf('?')] = (byte) 0xff;

    assertThat(client.post("/emit", body).code()).isEqualTo("malformed_json");
  }

  @Test
  void onlyJsonAndLinesOfJsonAreRead() {
    for (var type :
        List.of("text/plain", "application/x-www-form-urlencoded", "application/x-ndjsonx")) {
      var answer = client.ask("POST", "/emit", "{\"type\":\"x\"}", "Content-Type: " + type);
      assertThat(answer.status()).isEqualTo(415);
    }
    var elsewhere = client.ask("POST", "/api/runs", "{}", "Content-Type: application/x-ndjson");
    assertThat(elsewhere.status()).isEqualTo(415);
    assertThat(server.tasks().taken()).isEmpty();
  }

  @Test
  void aPageOfAnotherSiteCannotEmit() {
    assertThat(client.post("/emit", type("x"), "Origin: https://evil.example").status())
        .isEqualTo(403);
    assertThat(client.post("/emit", type("x"), "Sec-Fetch-Site: cross-site").status())
        .isEqualTo(403);
    assertThat(server.tasks().taken()).isEmpty();
  }

  @Test
  void aNameForTheWholeRequestNamesEveryEventOfIt() {
    client.post("/emit", "[{\"type\":\"a\"},{\"type\":\"b\"}]", "Idempotency-Key: k1");
    var first = server.tasks().taken();
    client.post("/emit", "[{\"type\":\"a\"},{\"type\":\"b\"}]", "Idempotency-Key: k1");
    assertThat(server.tasks().taken()).isEqualTo(first);
    client.post("/emit", "[{\"type\":\"a\"},{\"type\":\"c\"}]", "Idempotency-Key: k1");
    var other = server.tasks().taken();

    assertThat(first)
        .extracting(emission -> emission.marks().getFirst().key())
        .doesNotHaveDuplicates();
    assertThat(other.getLast().marks().getFirst().key())
        .isEqualTo(first.getLast().marks().getFirst().key());
    assertThat(other.getLast().marks()).isNotEqualTo(first.getLast().marks());
  }

  @Test
  void whoeverReportsTooFastHearsWhenToComeBack() {
    server.tasks().refuse(new Problem.Busy("slow_down", "Too fast.", Duration.ofMillis(1200)));
    try {
      var answer = emit(type("x"));
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.code()).isEqualTo("slow_down");
      assertThat(answer.header("Retry-After")).isEqualTo("2");
    } finally {
      server.tasks().refuse(null);
    }
  }

  private static Client.Response emit(String body) {
    return client.post("/emit", body);
  }

  private static Emission only() {
    var taken = server.tasks().taken();
    assertThat(taken).hasSize(1);
    return taken.getFirst();
  }

  private static List<String> types() {
    return server.tasks().taken().stream().map(Emission::type).toList();
  }

  private static String type(String type) {
    return "{\"type\":\"" + type + "\"}";
  }

  private static String data(String data) {
    return "{\"type\":\"x\",\"data\":" + data + "}";
  }

  private static String percent(String percent) {
    return "{\"type\":\"progress\",\"data\":{\"percent\":" + percent + "}}";
  }

  private static String many(int count) {
    return "[" + "{\"type\":\"a\"},".repeat(count - 1) + "{\"type\":\"a\"}]";
  }
}
