package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hatchery.config.Http;
import dev.hatchery.protocol.Emission;
import dev.hatchery.support.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell script sources never slows or breaks it, wherever the server is. */
@SuppressWarnings("NullAway.Init")
class EmitScriptTest {
  private static final String TOKEN = "hat_0123456789abcdef";
  private static final String THREE =
      """
      hatchery_emit task_started '{"task_name":"Backup"}' nightly
      hatchery_emit noted
      hatchery_emit progress '{"percent":40,
        "message":"4 of 10"}' nightly
      """;

  @TempDir Path folder;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void eventsArriveInTheirOrder(String shell) throws Exception {
    var server = server();
    try {
      assertThat(run(shell, "http://127.0.0.1:" + server.getAddress().getPort(), THREE))
          .isEqualTo("still here");

      await().until(() -> bodies.size() == 3);
      assertThat(bodies)
          .containsExactly(
              "{\"type\":\"task_started\",\"data\":{\"task_name\":\"Backup\"},\"run\":\"nightly\"}",
              "{\"type\":\"noted\",\"data\":{}}",
              "{\"type\":\"progress\",\"data\":{\"percent\":40,   \"message\":\"4 of"
                  + " 10\"},\"run\":\"nightly\"}");
      assertThat(tokens).containsOnly("Bearer " + TOKEN);
      await().until(this::nothingLeft);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void whateverAVariableHoldsIsAText(String shell) throws Exception {
    var server = server();
    try {
      run(
          shell,
          "http://127.0.0.1:" + server.getAddress().getPort(),
          """
          text=$(printf 'a "b" \\\\c %%s $HOME\\n\\033[31m\\t\\302\\274 \\360\\237\\220\\243')
          hatchery_emit noted "{\\"message\\":$(hatchery_text "$text")}" "my \\"own\\" run"
          """);

      await().until(() -> bodies.size() == 1);
      var body = new ObjectMapper().readTree(bodies.getFirst());
      assertThat(body.path("data").path("message").asText())
          .isEqualTo("a \"b\" \\c %s $HOME\n [31m ¼ 🐣");
      assertThat(body.path("run").asText()).isEqualTo("my \"own\" run");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aHundredFromOneScriptLoseNothingAndKeepTheirOrder() throws Exception {
    var server = server();
    try {
      run(
          "sh",
          "http://127.0.0.1:" + server.getAddress().getPort(),
          "i=0; while [ $i -lt 100 ]; do hatchery_emit noted \"{\\\"i\\\":$i}\"; i=$((i+1));"
              + " done\n");

      await().atMost(Duration.ofSeconds(60)).until(() -> bodies.size() == 100);
      assertThat(bodies)
          .isEqualTo(
              IntStream.range(0, 100)
                  .mapToObj("{\"type\":\"noted\",\"data\":{\"i\":%d}}"::formatted)
                  .toList());
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void whatIsWrittenLateIsSentAsWell(String shell) throws Exception {
    run(
        shell,
        "http://127.0.0.1:1",
        """
        mkdir "$_hatchery_spool"
        _hatchery_post() { echo "$1" >>"$TMPDIR/sent"; exec 3>>"$_hatchery_spool/events"; }
        echo first >>"$_hatchery_spool/events"
        _hatchery_send 2>/dev/null || :
        echo second >&3
        _hatchery_send 2>/dev/null || :
        """);

    assertThat(folder.resolve("sent")).hasContent("first\nsecond");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void nobodyThereIsNobodysProblem(String shell) throws Exception {
    assertThat(run(shell, "http://127.0.0.1:1", THREE)).isEqualTo("still here");
    await().until(this::nothingLeft);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void aServerThatHangsHoldsNobodyUpAndTheTokenIsNobodysToRead(String shell) throws Exception {
    try (var hanging = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var url = "http://127.0.0.1:" + hanging.getLocalPort();

      // Nobody has answered when the script is through: the connection is not even taken.
      assertThat(run(shell, url, THREE)).isEqualTo("still here");
      try (var taken = hanging.accept()) {
        assertThat(taken.isConnected()).isTrue();
        assertThat(commands(url)).isNotEmpty().noneMatch(words -> words.contains(TOKEN));
      }
    }
  }

  @Test
  void withoutCurlOrWordsNothingHappens() throws Exception {
    assertThat(run("sh", "http://127.0.0.1:1", "PATH=/nowhere\nhatchery_emit x\nhatchery_emit\n"))
        .isEqualTo("still here");
  }

  @Test
  void aServerWithACertificateOfItsOwnIsTrustedByItsFile() throws Exception {
    var certificate = SelfSigned.in(Files.createDirectory(folder.resolve("tls")));
    try (var server =
        new WebServer(
            Limits.USUAL, 1, new Http("127.0.0.1", 0, List.of(), certificate.tls(), ""))) {
      server.open();
      var url = "https://localhost:" + server.port();
      assertThat(run("sh", url, THREE)).isEqualTo("still here");
      await().until(this::nothingLeft);
      assertThat(server.tasks().taken()).isEmpty();

      var trusting = "HATCHERY_CACERT='" + certificate.tls().certificate() + "'\n" + THREE;
      assertThat(run("sh", url, trusting)).isEqualTo("still here");
      var arrived = new ArrayList<Emission>();
      await().until(() -> arrived.addAll(server.tasks().taken()) && arrived.size() == 3);
    }
  }

  private static List<String> commands(String url) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(words -> words.contains("curl") && words.contains(url + "/emit"))
        .toList();
  }

  /** What the script says on both outputs together, in a shell that takes offence at everything. */
  private String run(String shell, String url, String lines) throws Exception {
    var script = folder.resolve("script.sh");
    var source = Path.of("src/main/scripts/hatchery-emit.sh").toAbsolutePath();
    Files.writeString(script, "set -eu\n. '%s'\n%secho still here\n".formatted(source, lines));
    var builder = new ProcessBuilder(shell, script.toString()).redirectErrorStream(true);
    builder.environment().put("HATCHERY_URL", url);
    builder.environment().put("HATCHERY_TOKEN", TOKEN);
    builder.environment().put("TMPDIR", folder.toString());
    var process = builder.start();
    // Ends with the script: whatever goes on in the background holds none of its outputs.
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return said.strip();
  }

  private boolean nothingLeft() throws IOException {
    try (var files = Files.list(folder)) {
      return files.noneMatch(file -> file.getFileName().toString().startsWith("hatchery-emit"));
    }
  }

  private HttpServer server() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/emit", this::take);
    server.start();
    return server;
  }

  private void take(HttpExchange exchange) throws IOException {
    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
  }
}
