package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.cli.RunningServer;
import dev.hatchery.config.ConfigFile;
import dev.hatchery.persistence.Tokens;
import dev.hatchery.protocol.Owner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one user may have at a time in the whole program, and that it costs nobody else anything.
 */
@SuppressWarnings("NullAway.Init")
class UserLimitsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path data;

  private RunningServer server;
  private Asker ada;
  private Asker bob;

  /** Three slots, of which one user has two, and a story that takes longer than any test. */
  @BeforeEach
  void start() {
    var tokens = new Tokens(data, InstantSource.system());
    var adas = tokens.create(new Owner("ada"), false).secret().text();
    var bobs = tokens.create(new Owner("bob"), false).secret().text();
    var flags =
        Map.of(
            "data", data.toString(),
            "http.port", "0",
            "queue.perUser", "3",
            "render.concurrency", "3",
            "llm.provider", "storyteller",
            "storyteller.pace", "10s");
    server = Launch.server(() -> new ConfigFile().read(null, Map.of(), flags));
    ada = Asker.with(server.address(), adas);
    bob = Asker.with(server.address(), bobs);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void twoOfAUsersRunsAreAtWorkAndTheThirdLetsSomebodyElsesPass() {
    var first = hatch(ada);
    var second = hatch(ada);
    var third = hatch(ada);
    becomes(ada, first, "running");
    becomes(ada, second, "running");
    becomes(bob, hatch(bob), "running");
    assertThat(status(ada, third)).isEqualTo("queued");

    ada.ask("DELETE", "/api/runs/" + first, "");
    becomes(ada, third, "running");
  }

  @Test
  void whoHasAsManyWaitingAsOneMayIsToldToComeBackAndNobodyElseIs() {
    for (var run = 0; run < 5; run++) {
      becomes(ada, hatch(ada), run < 2 ? "running" : "queued");
    }

    var refused = ada.post("/api/runs", "{\"description\":\"One more moth\"}");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.json().path("code").asText()).isEqualTo("queue_full_for_you");
    assertThat(refused.json().path("status").asInt()).isEqualTo(429);
    assertThat(refused.retryAfter()).isBetween(1, 60);
    becomes(bob, hatch(bob), "running");
  }

  private static String hatch(Asker asker) {
    var made = asker.post("/api/runs", "{\"description\":\"A quiet moth\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  private static void becomes(Asker asker, String run, String status) {
    await().atMost(PATIENCE).until(() -> status(asker, run), status::equals);
  }

  private static String status(Asker asker, String run) {
    return asker.get("/api/runs/" + run).json().path("status").asText();
  }
}
