package dev.hatchery.llm.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.config.Providers;
import dev.hatchery.config.Secret;
import dev.hatchery.llm.Checkup;
import dev.hatchery.llm.Commission;
import dev.hatchery.llm.Form;
import dev.hatchery.llm.Instructions;
import dev.hatchery.llm.Listener;
import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Trouble;
import dev.hatchery.llm.http.Complaints;
import dev.hatchery.llm.http.LineTranscript;
import dev.hatchery.llm.http.Provider;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaudeCommandTest {
  private static final String ANSWER = "{\"name\":\"Mosswick\"}";
  private static final String KEY = "sk-very-secret";
  private static final int SOON = 15;

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();

  /** What was heard, and what it ended in. */
  private record Heard(String text, int tokens, @Nullable Throwable failure) {
    @Nullable Trouble trouble() {
      return failure instanceof ModelException known ? known.trouble() : null;
    }
  }

  @BeforeEach
  void install() throws IOException {
    var command = Files.write(folder.resolve("claude"), resource("/claude/claude"));
    assertThat(command.toFile().setExecutable(true)).isTrue();
    Files.write(folder.resolve("capture"), resource("/captures/wire/claude_code_stream.ndjson"));
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void theCaptureIsReadForWhatItIs() {
    var heard = play("cat \"$here/capture\"");

    assertThat(heard).isEqualTo(new Heard(ANSWER, 12, null));
  }

  @Test
  void aCutAnywhereIsNeverTakenForAnAnswer() throws IOException {
    var capture = Files.readAllBytes(folder.resolve("capture"));
    // Its last byte is a line's end.
    for (var at = 0; at < capture.length - 1; at++) {
      var text = new StringBuilder();
      var trouble = read(Arrays.copyOf(capture, at), text);

      assertThat(ANSWER).as("cut at %d", at).startsWith(text);
      assertThat(trouble).as("cut at %d", at).isEqualTo(Trouble.BROKEN_OFF);
    }
    assertThat(read(capture, new StringBuilder())).isNull();
  }

  @Test
  void theCutOfARealPipeIsNoAnswer() {
    assertThat(play("head -c 1500 \"$here/capture\"").trouble()).isEqualTo(Trouble.BROKEN_OFF);
  }

  @Test
  void theWordsGoInByTheInputAndOnlyFlagsByTheArguments() throws IOException {
    play("cat \"$here/capture\"");

    assertThat(Files.readAllLines(folder.resolve("arguments")))
        .containsExactly(
            "-p",
            "--output-format",
            "stream-json",
            "--verbose",
            "--include-partial-messages",
            "--max-turns",
            "1",
            "--tools",
            "",
            "--setting-sources=",
            "--strict-mcp-config",
            "--model",
            "haiku");
    assertThat(Files.readString(folder.resolve("input")))
        .startsWith(Instructions.SYSTEM)
        .endsWith("\"a heron\"");
  }

  @Test
  void proseIsWrittenByItsOwnInstructionsAndComesAsItIs() throws IOException {
    var prose = new Commission.OfProse("Write a verse.", "about \"moss\"");
    var heard =
        soon(
            begin(
                prose,
                """
                echo '{"type":"result","subtype":"success","is_error":false,"result":"Green, {soft}"}'
                """,
                Promise.<Void>promise().future()));

    assertThat(heard).isEqualTo(new Heard("Green, {soft}", 0, null));
    assertThat(Files.readString(folder.resolve("input")))
        .isEqualTo("Write a verse.\nThe user's message:\n\"about \\\"moss\\\"\"");
  }

  @Test
  void onlyAFormIsAskedForAsAnObject() throws IOException {
    var form = new Form("record_choice", "Records it.", "{\"type\":\"object\"}");
    soon(
        begin(
            new Commission.OfForm("Choose.", "moss", form),
            "cat \"$here/capture\"",
            Promise.<Void>promise().future()));

    assertThat(Files.readString(folder.resolve("input")))
        .startsWith("Choose.")
        .contains("one JSON object of this schema and nothing else:\n{\"type\":\"object\"}")
        .endsWith("\"moss\"");
  }

  @Test
  void noKeyOfOursReachesIt() throws IOException {
    play("cat \"$here/capture\"");

    assertThat(Files.readString(folder.resolve("environment")))
        .contains("HOME=/home/me", "PATH=")
        .doesNotContain(KEY, "HATCHERY_LLM", "ANTHROPIC");
  }

  @Test
  void anAnswerThatWasNotStreamedIsInTheResult() {
    var heard =
        play(
            """
            echo 'Welcome!'
            echo '{"type":"result","subtype":"success","is_error":false,"result":"{\\"name\\":1}"}'
            """);

    assertThat(heard).isEqualTo(new Heard("{\"name\":1}", 0, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "subtype":"success","is_error":true,"result":"Invalid key, run /login"   | MISCONFIGURED
          "subtype":"success","is_error":true,"api_error_status":529               | OVERLOADED
          "subtype":"success","is_error":true,"api_error_status":401               | MISCONFIGURED
          "subtype":"error_max_turns","is_error":false                             | DOWN
          "subtype":"error_during_execution","is_error":true                       | DOWN
          """)
  void aResultMayBeAnError(String result, Trouble trouble) {
    assertThat(play("echo '{\"type\":\"result\",%s}'; exit 1".formatted(result)).trouble())
        .isEqualTo(trouble);
  }

  @Test
  void aCrashIsToldWithItsLastWords() {
    var heard = play("echo 'node: not found' >&2; exit 127");

    assertThat(heard.trouble()).isEqualTo(Trouble.DOWN);
    assertThat(heard.failure())
        .hasMessage("The claude command ended with code 127. node: not found");
  }

  @Test
  void anEndlessAnswerIsLeftAndItsProcessEnded() throws IOException {
    var heard = play("echo $$ > \"$here/pid\"; exec yes '{\"type\":\"system\"}'");

    assertThat(heard.trouble()).isEqualTo(Trouble.UNREADABLE);
    awaitEnd("pid");
  }

  @Test
  void cancellingEndsTheWholeTreeEvenIfItDoesNotWantTo() throws IOException {
    Promise<Void> cancelled = Promise.promise();
    var heard =
        begin(
            """
            trap '' TERM
            (trap '' TERM; while :; do sleep 60; done) & echo $! > "$here/child"
            echo $$ > "$here/pid"
            echo '{"type":"system"}'
            wait
            """,
            cancelled.future());
    await().atMost(Duration.ofSeconds(SOON)).until(() -> Files.exists(folder.resolve("pid")));

    cancelled.complete();

    assertThat(soon(heard).failure()).isInstanceOf(CancellationException.class);
    awaitEnd("pid");
    awaitEnd("child");
  }

  @Test
  void aProcessThatStaysAfterItsAnswerIsEnded() throws IOException {
    var heard = play("echo $$ > \"$here/pid\"; cat \"$here/capture\"; exec sleep 600");

    assertThat(heard.text()).isEqualTo(ANSWER);
    awaitEnd("pid");
  }

  @Test
  void aCommandThatDoesNotExistIsSaid() {
    var missing = new Providers.Claude(folder.resolve("nowhere").toString(), "");

    assertThat(soon(new ClaudeCommand(vertx, missing, Map.of()).check()))
        .isEqualTo(
            new Checkup(
                false,
                "There is no program %s that can be started; install Claude Code or set"
                        .formatted(missing.command())
                    + " llm.claude.command."));
  }

  @Test
  void aCommandThatAnswersIsWell() throws IOException {
    part("cat \"$here/capture\"");

    assertThat(soon(command().check())).isEqualTo(new Checkup(true, "claude:haiku answers."));
  }

  private static @Nullable Trouble read(byte[] bytes, StringBuilder text) {
    var complaints =
        new Complaints(new Provider("claude", "llm.claude", URI.create(""), "", Secret.NONE));
    var answer = new ClaudeAnswer(complaints, text::append);
    var transcript = new LineTranscript(answer);
    try {
      transcript.read(bytes);
      transcript.finish();
      return null;
    } catch (ModelException e) {
      return e.trouble();
    }
  }

  private Heard play(String part) {
    return soon(begin(part, Promise.<Void>promise().future()));
  }

  private Future<Heard> begin(String part, Future<Void> cancelled) {
    return begin(new Commission.OfPersona("a heron", 7), part, cancelled);
  }

  private Future<Heard> begin(Commission commission, String part, Future<Void> cancelled) {
    part(part);
    var text = new StringBuilder();
    var tokens = new int[1];
    var listener =
        new Listener() {
          @Override
          public void accept(String piece) {
            text.append(piece);
          }

          @Override
          public void tokens(int count) {
            tokens[0] = count;
          }
        };
    return command()
        .write(commission, listener, cancelled)
        .map(whole -> new Heard(text.toString(), tokens[0], null))
        .otherwise(failure -> new Heard(text.toString(), tokens[0], failure));
  }

  private void part(String part) {
    try {
      Files.writeString(folder.resolve("part"), part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClaudeCommand command() {
    var environment = new HashMap<String, String>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", "/home/me");
    environment.put("ANTHROPIC_API_KEY", KEY);
    environment.put("HATCHERY_LLM_ANTHROPIC_API_KEY", KEY);
    var settings = new Providers.Claude(folder.resolve("claude").toString(), "haiku");
    return new ClaudeCommand(vertx, settings, environment);
  }

  private void awaitEnd(String file) throws IOException {
    var pid = Long.parseLong(Files.readString(folder.resolve(file)).strip());
    await()
        .atMost(Duration.ofSeconds(SOON))
        .until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
  }

  private static <T> T soon(Future<T> future) {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(SOON, TimeUnit.SECONDS)
        .join();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ClaudeCommandTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
