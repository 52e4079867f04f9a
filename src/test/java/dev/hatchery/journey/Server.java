package dev.hatchery.journey;

import dev.hatchery.support.SelfSigned;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real thing: {@code java -jar target/hatchery.jar serve}, in a process of its own. */
public final class Server implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.]+:\\d+");
  private static final long STOP_SECONDS = 60;

  private final Process process;
  private final URI address;
  private final HttpClient http;

  private Server(Process process, URI address, HttpClient http) {
    this.process = process;
    this.address = address;
    this.http = http;
  }

  /**
   * Starts it on a free port and waits until it says its address.
   *
   * @param settings environment variables such as {@code HATCHERY_PAINTER_PACE}
   * @param flags further words of the command line
   */
  public static Server start(Path data, Map<String, String> settings, String... flags) {
    return start(HttpClient.newHttpClient(), data, settings, flags);
  }

  /** One that encrypts what it says, by a certificate that only its own clients trust. */
  static Server encrypted(Path data, SelfSigned certificate) {
    return start(
        HttpClient.newBuilder().sslContext(certificate.trust()).build(),
        data,
        Map.of(
            "HATCHERY_HTTP_TLS_CERTIFICATE", certificate.tls().certificate(),
            "HATCHERY_HTTP_TLS_KEY", certificate.tls().key()));
  }

  private static Server start(
      HttpClient http, Path data, Map<String, String> settings, String... flags) {
    var command = new ArrayList<>(java());
    command.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
    command.addAll(List.of(flags));
    var builder =
        new ProcessBuilder(command)
            .redirectError(
                ProcessBuilder.Redirect.appendTo(data.resolveSibling("server.log").toFile()));
    // The machine that tests may be configured for a model that costs money.
    builder.environment().put("HATCHERY_LLM_PROVIDER", "storyteller");
    builder.environment().putAll(settings);
    try {
      Files.createDirectories(data);
      var process = builder.start();
      return new Server(process, address(process, data), http);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The words that start the built jar on this test's JDK, its lines counted as covered. What is
   * counted is not measured: it is there sooner without the second compiler.
   */
  static List<String> java() {
    var agent = System.getProperty("hatchery.agent", "");
    return Stream.of(
            Stream.of(ProcessHandle.current().info().command().orElseThrow()),
            Stream.of(agent, "-XX:TieredStopAtLevel=1").filter(words -> !agent.isBlank()),
            Stream.of("-jar", System.getProperty("hatchery.jar", "target/hatchery.jar")))
        .flatMap(words -> words)
        .toList();
  }

  private static URI address(Process process, Path data) throws IOException {
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      var address = ADDRESS.matcher(line);
      if (address.find()) {
        return URI.create(address.group());
      }
    }
    throw new AssertionError(
        "the server did not start:\n" + Files.readString(data.resolveSibling("server.log")));
  }

  /** Where this path is on it. */
  public URI uri(String path) {
    return address.resolve(path);
  }

  /** What talks to it, also where it encrypts. */
  HttpClient http() {
    return http;
  }

  /** The process it is. */
  public long pid() {
    return process.pid();
  }

  /** Sends it a signal by its name, such as {@code STOP}. */
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, "" + pid()).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** {@code kill -9}: it has no time to say or write anything. */
  void kill() {
    process.destroyForcibly();
    waitFor();
  }

  /** SIGTERM, and the time to leave in order. */
  @Override
  public void close() {
    process.destroy();
    waitFor();
  }

  private void waitFor() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the server did not stop within " + STOP_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
