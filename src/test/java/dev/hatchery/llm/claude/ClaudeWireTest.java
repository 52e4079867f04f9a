package dev.hatchery.llm.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.config.Providers;
import dev.hatchery.llm.Commission;
import dev.hatchery.llm.LanguageModel;
import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Trouble;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real command has printed, through real pipes however these cut it. */
class ClaudeWireTest {
  private static final String ANSWER = "{\"name\":\"Mosswick\"}";
  private static final int TOGETHER = 8;
  private static final int STEP = 23;
  private static final int SOON = 30;

  /** Does with the capture what the user's words say: a shell command over {@code $capture}. */
  private static final String COMMAND =
      """
      #!/bin/sh
      capture=$(dirname "$0")/capture
      eval "$(sed -n '$s/^"do: \\(.*\\)"$/\\1/p')"
      """;

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();

  /** What was heard, and what it ended in. */
  private record Heard(String text, @Nullable Trouble trouble) {}

  @BeforeEach
  void install() throws IOException {
    var command = Files.writeString(folder.resolve("claude"), COMMAND);
    assertThat(command.toFile().setExecutable(true)).isTrue();
    Files.write(folder.resolve("capture"), capture());
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void theCaptureMayComeByteByByte() throws Exception {
    assertThat(soon(play("dd if=$capture bs=1 2>/dev/null"))).isEqualTo(new Heard(ANSWER, null));
  }

  /** Every place is cut without a process in {@link ClaudeCommandTest}: a process costs 30 ms. */
  @Test
  void aCutOfTheRealPipeIsNeverTakenForAnAnswer() throws Exception {
    var length = capture().length;
    for (var from = 0; from < length - 1; from += TOGETHER * STEP) {
      var places =
          IntStream.iterate(from, at -> at < length - 1, at -> at + STEP).limit(TOGETHER).toArray();
      var begun =
          IntStream.of(places).mapToObj(at -> play("head -c %d $capture".formatted(at))).toList();
      for (var i = 0; i < places.length; i++) {
        var heard = soon(begun.get(i));
        assertThat(ANSWER).as("cut at %d", places[i]).startsWith(heard.text());
        assertThat(heard.trouble()).as("cut at %d", places[i]).isEqualTo(Trouble.BROKEN_OFF);
      }
    }
  }

  @Test
  void theLastLineNeedsNoEnd() throws Exception {
    assertThat(soon(play("head -c -1 $capture"))).isEqualTo(new Heard(ANSWER, null));
  }

  private Future<Heard> play(String words) {
    LanguageModel model =
        new ClaudeCommand(
            vertx,
            new Providers.Claude(folder.resolve("claude").toString(), ""),
            Map.of("PATH", System.getenv("PATH")));
    var text = new StringBuilder();
    return model
        .write(
            new Commission.OfPersona("do: " + words, 7),
            text::append,
            Promise.<Void>promise().future())
        .map(whole -> new Heard(text.toString(), null))
        .otherwise(failure -> new Heard(text.toString(), ((ModelException) failure).trouble()));
  }

  private static Heard soon(Future<Heard> heard) throws Exception {
    return heard.toCompletionStage().toCompletableFuture().get(SOON, TimeUnit.SECONDS);
  }

  private static byte[] capture() throws IOException {
    var name = "/captures/wire/claude_code_stream.ndjson";
    try (var in = ClaudeWireTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
