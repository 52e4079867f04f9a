package dev.hatchery.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code task start}: a file of requirements becomes a task. */
class TaskStartCommandTest extends CommandLineFixture {
  private static final String GOOD =
      """
      {"project": "User Authentication", "userStories": [
        {"id": "US-001", "title": "Login", "priority": 1,
         "acceptanceCriteria": ["Create the endpoint", {"text": "Validate the address"}]},
        {"id": "US-002", "title": "Logout", "passes": false}]}
      """;

  @Test
  void theWholeChecklistIsKnownAtOnce() throws IOException {
    server.run = "{\"id\":\"%s\",\"number\":1042}".formatted(FakeHatchery.RUN);
    assertThat(start(GOOD)).isZero();
    assertThat(server.emits)
        .singleElement()
        .asString()
        .startsWith("{\"type\":\"task_started\",\"data\":{")
        .contains(
            "\"task_name\":\"User Authentication\"",
            "\"story_count\":2",
            "{\"story_id\":\"US-001\",\"title\":\"Login\",\"ac_count\":2,\"priority\":1,"
                + "\"acceptance_criteria\":[\"Create the endpoint\",\"Validate the address\"]}",
            "{\"story_id\":\"US-002\",\"title\":\"Logout\",\"ac_count\":0,\"acceptance_criteria\":[]}");
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            Task 1042 has started: User Authentication
            2 stories, 2 criteria; its run is 0run0run0run0run0run0run00

            Report on it:
              hatchery emit story_started '{"story_id":"US-001"}' --run 1042
              hatchery emit ac_completed '{"story_id":"US-001","ac_index":0}' --run 1042
              hatchery emit story_completed '{"story_id":"US-001","status":"passed"}' --run 1042
              hatchery emit task_completed '{"status":"passed"}' --run 1042
            Watch it:
              hatchery watch 1042 --stream
            """);
  }

  @Test
  void aStrangersWordsStayWordsInTheCommandsToCopy() throws Exception {
    assertThat(start(GOOD.replace("US-001", "it's \\\"$(touch x)\\\"; `touch y` ü"))).isZero();
    var copied = out.toString().lines().filter(line -> line.contains("story_started")).findFirst();
    var shell =
        new ProcessBuilder(
                "sh", "-c", "hatchery() { printf '%s' \"$3\"; }\n" + copied.orElseThrow())
            .start();

    assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo("{\"story_id\":\"it's \\\"$(touch x)\\\"; `touch y` \\u00FC\"}");
    assertThat(shell.waitFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"userStories\": [}      | is no JSON: line 1, column 18: Unexpected",
        "[]                        | needs an object with userStories, an array.",
        "{\"userStories\": {}}     | needs an object with userStories, an array.",
        "{\"userStories\": []}     | has no story in userStories.",
        "{\"userStories\": [7]}    | userStories[0] must be an object with id and title.",
        "{\"userStories\": [{}]}   | userStories[0].id must be a text.",
        "{\"userStories\": [{\"id\":\"a\"}]} | userStories[0].title must be a text.",
        "{\"userStories\": [{\"id\":\"a\",\"title\":\"b\",\"acceptanceCriteria\":3}]} | "
            + "userStories[0].acceptanceCriteria must be an array.",
        "{\"userStories\": [{\"id\":\"a\",\"title\":\"b\",\"acceptanceCriteria\":[\"c\",{}]}]} | "
            + "userStories[0].acceptanceCriteria[1] must be a text",
        "{\"userStories\": [{\"id\":\"a\",\"title\":\"b\"},{\"id\":\"a\",\"title\":\"c\"}]} | "
            + "userStories[1].id \"a\" is there twice.",
      })
  void aWrongFileIsExplainedByItsField(String json, String sentence) throws IOException {
    assertThat(start(json)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("prd.json " + sentence);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    var file = folder.resolve("none.json");
    assertThat(start(file)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(file + " does not exist.");
  }

  private int start(String json) throws IOException {
    return start(Files.writeString(folder.resolve("prd.json"), json));
  }

  private int start(Path file) {
    return run("--server", server.address().toString(), "task", "start", "--prd", file.toString());
  }
}
