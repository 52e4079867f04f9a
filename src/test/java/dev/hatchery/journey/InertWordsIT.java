package dev.hatchery.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pty4j.PtyProcessBuilder;
import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a program puts into its words is but words where people read them. */
class InertWordsIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String IMAGE = "<img src=x onerror=\"window.tricked = true\">";

  /** Controls, line ends of whatever kind, and what turns the direction of writing. */
  private static final Pattern ALIVE = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\u2028-\u202e]");

  /**
   * What our own display says to a terminal: where the cursor is, what is cleared, how it looks.
   */
  private static final Pattern OURS = Pattern.compile("\u001b\\[\\??[0-9;]*[A-Za-z]|[\r\n]");

  @TempDir Path folder;

  private Server server;
  private Client client;

  @BeforeEach
  void start() {
    server = Server.start(folder.resolve("data"), Map.of());
    client = new Client(server);
    tell("task_started", words("task_name", "\u001b[2J" + IMAGE));
    for (var n = 0; n < Tricks.ALL.size(); n++) {
      work("s" + n, Tricks.ALL.get(n));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Says this wherever a program can say something that people read. */
  private void work(String story, String words) {
    var begins = words("title", words).put("story_id", story);
    begins.putArray("acceptance_criteria").add(words).add(words);
    tell("story_started", begins);
    tell("ac_completed", words("ac_text", words).put("story_id", story).put("ac_index", 0));
    tell("error_occurred", words("error_message", words).put("story_id", story));
    tell("note", words("note", words));
  }

  private static ObjectNode words(String key, String words) {
    return JsonNodeFactory.instance.objectNode().put(key, words).put("message", words);
  }

  private void tell(String type, JsonNode data) {
    var event = JsonNodeFactory.instance.objectNode().put("run", "r").put("type", type);
    var answer = client.send("POST", "/emit", event.set("data", data).toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private void end() {
    tell("task_completed", words("status", "passed"));
  }

  @Test
  void inATerminal() throws IOException {
    end();

    assertInert(Program.run(Program.hatchery(server, "runs")).said());
    assertInert(Program.run(Program.hatchery(server, "watch", "r")).said());
    var lines = Program.run(Program.hatchery(server, "--json", "watch", "r")).said();
    assertInert(lines);
    assertThat(lines.lines().map(InertWordsIT::json).map(event -> event.path("type").asText()))
        .endsWith("task_completed", "complete");
    var drawn = OURS.matcher(drawn("watch", "r", "--stream")).replaceAll("");
    assertThat(drawn).contains("Task: [2J" + IMAGE).doesNotContainPattern(ALIVE);
  }

  private static void assertInert(String said) {
    assertThat(said).isNotEmpty();
    assertThat(said.split("\n", -1)).noneMatch(line -> ALIVE.matcher(line).find());
  }

  /** What a command says to a terminal of 24 rows and 100 columns. */
  private String drawn(String... words) throws IOException {
    var environment = new HashMap<>(System.getenv());
    environment.remove("CI");
    environment.remove("NO_COLOR");
    environment.putAll(Map.of("TERM", "xterm-256color", "LC_ALL", "C.UTF-8"));
    var process =
        new PtyProcessBuilder(Program.hatchery(server, words).toArray(String[]::new))
            .setEnvironment(environment)
            .setRedirectErrorStream(true)
            .setInitialRows(24)
            .setInitialColumns(100)
            .start();
    var said = new StringBuilder();
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (var c = reader.read(); c >= 0; c = reader.read()) {
        said.append((char) c);
      }
    } catch (IOException e) {
      // A terminal whose process has ended reads as an error on Linux.
    }
    return said.toString();
  }

  @Test
  @Needs(SystemPackage.CHROMIUM)
  void onAPage() {
    try (var browser = Browser.alone()) {
      var pages =
          List.of(
              browser.open(server.uri("/watch?run=r").toString()),
              browser.open(server.uri("/runs/r").toString()));
      for (var page : pages) {
        assertThat(page.locator("h-checklist").first()).containsText(IMAGE);
      }
      tell("note", words("text", IMAGE));
      end();
      assertThat(pages.getFirst().locator("#ended")).containsText(IMAGE);
      assertThat(pages.getLast().locator("#stop")).isHidden();
      for (var page : pages) {
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.evaluate("() => window.tricked")).isNull();
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void inTheLog() throws IOException {
    server.close();
    server = Server.start(folder.resolve("data"), Map.of(), "--config", tricky().toString());
    client = new Client(server);
    client.watch(client.hatch("An owl"), 0, event -> false);

    var lines = Files.readAllLines(folder.resolve("server.log"));
    assertThat(lines)
        .allMatch(line -> json(line).path("level").isTextual())
        .anyMatch(line -> json(line).path("formattedMessage").asText().contains(IMAGE));
  }

  /** Where a renderer says it all and fails, which the log tells. */
  private Path tricky() throws IOException {
    var words = Files.writeString(folder.resolve("words"), String.join("\n", Tricks.ALL));
    return Files.writeString(
        folder.resolve("tricky.json"),
        """
        {
          "render": { "renderer": "tricky" },
          "renderers": {
            "tricky": { "command": ["sh", "-c", "cat '%s'; exit 1", "tricky", "{output}"] }
          }
        }
        """
            .formatted(words));
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }
}
