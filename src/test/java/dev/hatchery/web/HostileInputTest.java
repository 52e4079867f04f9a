package dev.hatchery.web;

import static dev.hatchery.web.Client.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Owner;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
  private static WebServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = WebServer.impatient();
    client = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("", 400, "malformed_json", ""),
        Arguments.of("{", 400, "malformed_json", ""),
        Arguments.of("[]", 400, "malformed_json", ""),
        Arguments.of("\"a dragon\"", 400, "malformed_json", ""),
        Arguments.of("{\"description\":\"a\"} {}", 400, "malformed_json", ""),
        Arguments.of("{\"description\":NaN}", 400, "malformed_json", ""),
        Arguments.of("[".repeat(5000), 400, "malformed_json", ""),
        Arguments.of("{\"a\":".repeat(100) + "1" + "}".repeat(100), 400, "malformed_json", ""),
        Arguments.of("{\"description\":\"a\",\"description\":\"b\"}", 400, "duplicate_field", ""),
        Arguments.of("{\"description\":\"a\",\"seed\":1}", 422, "unknown_field", "seed"),
        Arguments.of("{\"description\":7}", 422, "wrong_type", "description"),
        Arguments.of("{\"description\":[\"a\"]}", 422, "wrong_type", "description"),
        Arguments.of("{\"description\":null}", 422, "invalid_description", "description"),
        Arguments.of("{}", 422, "invalid_description", "description"),
        Arguments.of("{\"description\":\"  \"}", 422, "invalid_description", "description"),
        Arguments.of(wish("\\u0000"), 422, "invalid_description", "description"),
        Arguments.of(wish("\\u001b[2J"), 422, "invalid_description", "description"),
        Arguments.of(wish("\\u009b"), 422, "invalid_description", "description"),
        Arguments.of(wish("\\nid: 999"), 422, "invalid_description", "description"),
        Arguments.of(wish("\\ud800"), 400, "malformed_json", ""),
        Arguments.of(wish("\\udc00\\ud800"), 400, "malformed_json", ""),
        Arguments.of("{\"description\":\"a\",\"\\udfff\":1}", 400, "malformed_json", ""),
        Arguments.of("{\"kind\":[{\"a\":\"\\ud83d\"}]}", 400, "malformed_json", ""),
        Arguments.of(wish("\\u2028"), 422, "invalid_description", "description"),
        Arguments.of(wish("x".repeat(2001)), 422, "invalid_description", "description"),
        Arguments.of("{\"kind\":\"mission\",\"description\":\"a\"}", 422, "invalid_kind", "kind"),
        Arguments.of("{\"kind\":1,\"description\":\"a\"}", 422, "wrong_type", "kind"),
        Arguments.of(wish("x".repeat(300_000)), 413, "body_too_long", ""));
  }

  private static String wish(String inner) {
    return "{\"description\":\"a" + inner + "b\"}";
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aBadBodyIsRefusedWithACodeAndASentence(String body, int status, String code, String field) {
    var before = server.hatchery().created();
    var answer = client.post("/api/runs", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
    assertThat(answer.json().path("detail").asText()).endsWith(".");
    assertThat(answer.body()).doesNotContain("Exception", "dev.hatchery");
    assertThat(server.hatchery().created()).isEqualTo(before);
  }

  /** Each stands for an "a" that is none, for half a character, or for none at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ff", // never part of UTF-8
        "80", // a continuation of nothing
        "c3", // begun and not ended
        "e282", // of three bytes two
        "c1a1", // an "a" in two bytes
        "c0af", // a slash in two bytes
        "e081a1", // an "a" in three bytes
        "f08081a1", // an "a" in four bytes
        "c080", // NUL in two bytes
        "eda080", // half a surrogate pair
        "edb080", // the other half
        "eda0bdedb080", // a pair of them, as CESU-8 has it
        "f4908080", // beyond the last character
        "f8a1a1a1a1", // five bytes
        "fe",
      })
  void whatIsNoUtf8IsRefusedAndNotRepaired(String hex) {
    var before = server.hatchery().created();
    for (var body : List.of("{\"description\":\"a%sb\"}", "{\"a%sb\":\"a\"}", "%s{}")) {
      var answer = client.post("/api/runs", bytes(body, HexFormat.of().parseHex(hex)));
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("malformed_json");
      assertThat(answer.json().path("detail").asText()).contains("UTF-8");
    }
    assertThat(server.hatchery().created()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void otherEncodingsAreNotGuessedAt(String encoding) {
    var answer = client.post("/api/runs", wish("").getBytes(Charset.forName(encoding)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("malformed_json");
  }

  @Test
  void aWholeSurrogatePairIsOneCharacterHoweverItIsWritten() {
    var escaped = client.post("/api/runs", wish("\\ud83d\\udc09"));
    assertThat(escaped.json().path("description").asText()).isEqualTo("a🐉b");
  }

  private static byte[] bytes(String around, byte[] inner) {
    return around
        .formatted(new String(inner, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void theSentencesAreThoseOfTheLook() {
    var tooLong = client.post("/api/runs", wish("x".repeat(2010)));
    assertThat(tooLong.json().path("detail").asText())
        .isEqualTo("2,000 characters at most; this has 2,012.");
    var empty = client.get("/api/agents/create/stream?description=");
    assertThat(empty.json().path("detail").asText()).isEqualTo("Say a few words first.");
  }

  @Test
  void charactersAreCountedAsPeopleCountThem() {
    var dragons = "{\"description\":\"" + "🐉".repeat(2000) + "\"}";
    assertThat(client.post("/api/runs", dragons).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/runs?limit=0",
        "/api/runs?limit=1001",
        "/api/runs?limit=x",
        "/api/runs?after=-1",
        "/api/runs?status=done",
        "/api/runs?kind=miracle",
        "/api/runs?limit=1&limit=2",
        "/api/runs?limit=%zz",
        "/api/agents/create/stream?description=a&description=b",
        "/api/agents/create/stream?description=a%ff",
        "/api/agents/create/stream?description=a%c0%af",
        "/api/agents/create/stream?description=a%ed%a0%80",
        "/api/agents/create/stream?description=a&key=",
        "/api/agents/create/stream?description=a&key=%0a",
        "/api/agents/create/stream?description=a&last_event_id=x",
      })
  void aBadParameterIsRefused(String path) {
    var before = server.hatchery().created();
    var answer = client.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(server.hatchery().created()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/nothing",
        "/api/runs/999999",
        "/api/runs/..%2f..%2fetc%2fpasswd",
        "/api/agents/0123456789abcdefghijklmnop",
        "/api/agents/..%2f/avatar",
        "/../../etc/passwd",
        "/%2e%2e/conf/hatchery.json",
        "/css",
        "/css/",
        "/.hidden.js",
        "/dev/hatchery/Hatchery.class",
        "/conf/hatchery.json",
        "/css/..%2findex.html",
      })
  void whatIsNotThereIsNotFound(String path) {
    var answer = client.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
  }

  @Test
  void aMethodThatAnAddressDoesNotKnowIsNamed() {
    var answer = client.ask("PUT", "/api/runs", "");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("method_not_allowed");
  }

  @Test
  void anAddressOrHeadersBeyondTheLimitAreRefused() {
    var longUri = client.get("/api/agents/create/stream?description=" + "x".repeat(9000));
    assertThat(longUri.status()).isEqualTo(414);
    assertThat(longUri.code()).isEqualTo("uri_too_long");
    var longHeader = client.get("/health", "X-Long: " + "x".repeat(20_000));
    assertThat(longHeader.status()).isEqualTo(431);
  }

  @Test
  void moreStreamsThanGrantedAreRefused() {
    var id = server.hatchery().queue(Owner.LOCAL, "a dragon").id();
    var path = "/api/runs/" + id + "/events";
    var open = Stream.generate(() -> server.stream(path)).limit(20).toList();
    var refused = client.get(path);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("retry-after")).isEqualTo("10");
    open.forEach(dev.hatchery.web.Stream::close);
  }

  @Test
  void wordsComeBackAsTheyAreWithoutBeingMarkup() {
    var words = "<script>alert(1)</script> é";
    var run = client.post("/api/runs", "{\"description\":\"" + words + "\"}");
    assertThat(run.json().path("description").asText()).isEqualTo(words);
    assertThat(run.header("content-type")).isEqualTo("application/json");
    assertThat(client.get("/runs/" + encoded(words)).body()).doesNotContain("alert(1)");
  }
}
