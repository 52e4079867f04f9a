package dev.hatchery;

import static org.awaitility.Awaitility.await;

import dev.hatchery.cli.RunningServer;
import dev.hatchery.config.ConfigFile;
import dev.hatchery.persistence.Tokens;
import dev.hatchery.protocol.Owner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The whole program with two users, of whom Ada has hatched a companion and shares its run. */
final class TwoUsers implements AutoCloseable {
  static final String OBJECTIVE = "What is 17 % of 2400?";
  static final String WORDS = "A velvet heron who mends kites";

  final Tokens tokens;
  final Asker ada;
  final Asker reader;
  final Asker bob;
  final Asker nobody;
  final Asker guest;
  final String run;
  final String agent;
  final String share;

  /** It is done. */
  final String mission;

  /** What stands in no answer to anybody else. */
  final List<String> hers;

  private final RunningServer server;

  TwoUsers(Path data) {
    tokens = new Tokens(data, InstantSource.system());
    var full = tokens.create(new Owner("ada"), false).secret().text();
    var look = tokens.create(new Owner("ada"), true).secret().text();
    var other = tokens.create(new Owner("bob"), false).secret().text();
    var flags =
        Map.of(
            "data", data.toString(),
            "http.port", "0",
            "progress.silence", "2s",
            "llm.provider", "storyteller",
            "storyteller.pace", "0ms",
            "painter.pace", "0ms");
    server = Launch.server(() -> new ConfigFile().read(null, Map.of(), flags));
    ada = Asker.with(server.address(), full);
    reader = Asker.with(server.address(), look);
    bob = Asker.with(server.address(), other);
    nobody = Asker.nobody(server.address());
    run = ada.post("/api/runs", "{\"description\":\"" + WORDS + "\"}").json().path("id").asText();
    await().atMost(Duration.ofSeconds(60)).until(() -> status().equals("succeeded"));
    var hatched = ada.get("/api/runs/" + run).json().at("/result/agent");
    agent = hatched.path("id").asText();
    mission =
        ada.post("/missions/create", "{\"objective\":\"" + OBJECTIVE + "\"}")
            .json()
            .path("mission_id")
            .asText();
    ada.post("/missions/" + mission + "/approve", "");
    ada.post("/missions/" + mission + "/execute", "");
    hers = List.of(run, agent, WORDS, hatched.path("backstory").asText(), mission, OBJECTIVE);
    var link = ada.post("/api/runs/" + run + "/share", "{}").json();
    share = link.path("id").asText();
    guest =
        new Asker(
            server.address(), List.of("Cookie", nobody.get(link.path("url").asText()).cookie()));
  }

  private String status() {
    return ada.get("/api/runs/" + run).json().path("status").asText();
  }

  @Override
  public void close() {
    server.close();
  }
}
