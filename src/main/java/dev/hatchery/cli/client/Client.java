package dev.hatchery.cli.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks a Hatchery over HTTP. Every method throws {@link Refusal} when the server says no and {@link
 * IOException} when it cannot be reached or talks nonsense.
 */
public final class Client implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final int RUNS_MOST = 1000;
  private static final int OK_LAST = 299;

  private final HttpClient http;
  private final Supplier<URI> server;
  private final String token;

  /** One of a server whose certificate, if it has one, is vouched for as usual. */
  public Client(Supplier<URI> server, String token) {
    this(server, token, Trust.USUAL);
  }

  /**
   * @param server its address, asked for each time, since a restart may change it
   * @param token that says who asks; empty where nobody is asked
   * @param trust what its certificate must be
   */
  public Client(Supplier<URI> server, String token, Trust trust) {
    this.server = server;
    this.token = token;
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT);
    trust.context().ifPresent(builder::sslContext);
    this.http = builder.build();
  }

  /** Orders a hatching and answers its run; the same key never makes a second one. */
  public Facts hatch(String description, String key) throws IOException, Refusal {
    var body = Facts.json(Map.of("kind", "hatch", "description", description));
    return facts(
        to("/api/runs")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** One run, by its id, its owner's name for it or its number. */
  public Facts run(String ref) throws IOException, Refusal {
    return facts(to("/api/runs/" + Reference.encoded(ref)).GET());
  }

  /** Cancels a run, named in the same ways, and answers it. */
  public Facts cancel(String ref) throws IOException, Refusal {
    return facts(to("/api/runs/" + Reference.encoded(ref)).DELETE());
  }

  /** Makes a link to a run, named in the same ways, and answers it. */
  public Facts share(String ref, long seconds) throws IOException, Refusal {
    return facts(
        to("/api/runs/" + Reference.encoded(ref) + "/share")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"expires_in_seconds\":" + seconds + "}")));
  }

  /** Records an event, and answers where it stands in the journal. */
  public List<Facts> emit(Emission emission) throws IOException, Refusal {
    return facts(
            to("/emit")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(emission.json())))
        .list("events");
  }

  /** The newest runs first. */
  public List<Facts> runs() throws IOException, Refusal {
    return facts(to("/api/runs?limit=" + RUNS_MOST).GET()).list("runs");
  }

  /** Those that are in this state, the newest first. */
  public List<Facts> runs(String status) throws IOException, Refusal {
    return facts(to("/api/runs?limit=" + RUNS_MOST + "&status=" + status).GET()).list("runs");
  }

  /** All companions. */
  public List<Facts> agents() throws IOException, Refusal {
    return facts(to("/api/agents").GET()).list("agents");
  }

  /** What it can be asked about missions. */
  public Missions missions() {
    return new Missions(this);
  }

  /** The picture of a companion. */
  public Picture avatar(String agentId) throws IOException, Refusal {
    var response =
        send(
            to("/api/agents/" + Id.checked(agentId) + "/avatar").GET(), BodyHandlers.ofByteArray());
    refuse(response.statusCode(), response, response.body());
    return new Picture(response.headers().firstValue("Content-Type").orElse(""), response.body());
  }

  /** A picture and its media type. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
  public record Picture(String mediaType, byte[] bytes) {}

  /** The address of a path on the server, for people. */
  public URI address(String path) {
    var base = server.get().toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  /**
   * A stream of events, or a response of 204 when nothing follows the cursor.
   *
   * @param path where it is, with its query
   * @param cursor the last id seen, or empty from the start
   */
  HttpResponse<InputStream> events(String path, String cursor) throws IOException, Refusal {
    var request = to(path).header("Accept", "text/event-stream").GET();
    if (!cursor.isEmpty()) {
      request.header("Last-Event-ID", cursor);
    }
    var response = send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() > OK_LAST) {
      try (var body = response.body()) {
        refuse(response.statusCode(), response, body.readNBytes(ProblemDetail.BYTES_MOST));
      }
    }
    return response;
  }

  /** Returns at once when somebody trusted is there, and soon when nobody answers. */
  public void knock() throws IOException {
    try {
      http.sendAsync(to("/health/live").GET().build(), BodyHandlers.discarding())
          .get(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure
          && (neverConnected(failure) || untrusted(failure))) {
        throw failure;
      }
    } catch (TimeoutException e) {
      // It is slow, which is its own affair.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a request failed before any of it was sent. */
  public static boolean neverConnected(IOException failure) {
    return causes(failure).anyMatch(cause -> cause instanceof ConnectException);
  }

  /** Whether a request was not sent because nobody whose word is taken vouches for the server. */
  public static boolean untrusted(IOException failure) {
    return causes(failure).anyMatch(cause -> cause instanceof CertPathBuilderException);
  }

  private static Stream<Throwable> causes(IOException failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  HttpRequest.Builder to(String path) {
    var request = HttpRequest.newBuilder(address(path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  Facts facts(HttpRequest.Builder request) throws IOException, Refusal {
    var response = send(request, BodyHandlers.ofByteArray());
    refuse(response.statusCode(), response, response.body());
    return Facts.read(response.body());
  }

  /** Sends what is answered without a body. */
  void done(HttpRequest.Builder request) throws IOException, Refusal {
    var response = send(request, BodyHandlers.ofByteArray());
    refuse(response.statusCode(), response, response.body());
  }

  private static void refuse(int status, HttpResponse<?> response, byte[] body) throws Refusal {
    if (status > OK_LAST) {
      throw ProblemDetail.refusal(status, response.headers(), body);
    }
  }

  /** Not {@code HttpRequest.timeout}, which some JDKs apply to the whole of an endless body. */
  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler)
      throws IOException {
    var answer = http.sendAsync(request.build(), handler);
    try {
      return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no answer within %d s".formatted(ANSWER.toSeconds()), e);
    } catch (ExecutionException | CancellationException e) {
      throw new IOException(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
