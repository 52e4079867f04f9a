package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.cli.RunningServer;
import dev.hatchery.config.ConfigFile;
import dev.hatchery.support.Postgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on a PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class SharedDatabaseTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path data;

  private URI database;
  private RunningServer server;
  private Asker asker;

  @BeforeEach
  void start() {
    database = Postgres.shared().database();
    launch();
  }

  @AfterEach
  void stop() {
    server.close();
    Postgres.shared().drop(database);
  }

  private void launch() {
    var flags =
        Map.of(
            "data", data.toString(),
            "database", database.toString(),
            "http.port", "0",
            "llm.provider", "storyteller",
            "storyteller.pace", "0ms",
            "painter.pace", "0ms");
    server = Launch.server(() -> new ConfigFile().read(null, Map.of(), flags));
    asker = Asker.nobody(server.address());
  }

  private String hatch(String words) {
    var made = asker.post("/api/runs", "{\"description\":\"" + words + "\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  private String status(String run) {
    return asker.get("/api/runs/" + run).json().path("status").asText();
  }

  @Test
  void aCompanionIsHatchedAndThereAfterARestart() {
    var run = hatch("A quiet moth");
    await().atMost(PATIENCE).until(() -> status(run).equals("succeeded"));

    server.close();
    launch();

    var agent = asker.get("/api/runs/" + run).json().at("/result/agent");
    assertThat(asker.get("/api/agents/" + agent.path("id").asText()).json().path("name"))
        .isEqualTo(agent.path("name"));
    assertThat(asker.get(agent.path("avatar_url").asText()).status()).isEqualTo(200);
    assertThat(Files.exists(data.resolve("hatchery.db"))).isFalse();
  }

  /** Of all characters PostgreSQL keeps all but this. */
  @Test
  void nulIsNeverATrouble() {
    var described = asker.post("/api/runs", "{\"description\":\"A \\u0000 moth\"}");
    assertThat(described.status()).isEqualTo(422);
    var emitted =
        asker.post(
            "/emit",
            """
            {"type":"task_started","run":"a\\u0000b","event_id":"e\\u0000",
             "data":{"task_id":"t\\u0000","task_name":"n","story_count":1,"estimated_duration":1}}
            """);
    assertThat(emitted.status()).as(emitted.body()).isBetween(200, 499);
    assertThat(asker.get("/api/runs/%00").status()).isBetween(400, 404);
  }
}
