package dev.hatchery.mission.tool.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.mission.tool.ToolException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private final Promise<Void> stopped = Promise.promise();
  private Canary canary;

  @BeforeEach
  void listen() {
    canary = Canary.listen(vertx).name("example.org", "93.184.216.34");
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void theCheckedAddressIsConnectedToAndTheHostKept() {
    var host = new AtomicReference<String>();
    canary.site(
        request -> {
          host.set(request.authority().host());
          request.response().putHeader("content-type", "text/html").end("<p>Hello</p>");
        });

    var page = fetch("http://Example.org./a?b=c#d", PATIENCE);

    assertThat(page.url()).isEqualTo("http://example.org/a?b=c");
    assertThat(page.body().toString()).isEqualTo("<p>Hello</p>");
    assertThat(canary.connectedTo()).containsExactly("93.184.216.34 80");
    assertThat(host).hasValue("example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://other.org/", "https://notexample.org/", "https://example.org.evil.net/"})
  void onlyAllowedSitesAreRead(String url) {
    assertThatThrownBy(() -> fetch(url, PATIENCE))
        .hasMessageContaining("is not among missions.allowedDomains");
    assertThat(canary.questions()).isZero();
  }

  @Test
  void aStarStandsForAllBelowADomain() {
    canary.name("a.b.example.net", "93.184.216.34");

    assertThat(fetch("http://a.b.example.net/", PATIENCE).body().length()).isPositive();
    assertThatThrownBy(() -> fetch("http://example.net/", PATIENCE))
        .hasMessageContaining("is not among");
  }

  @Test
  void aRedirectLeadsOn() {
    canary.site(
        request -> {
          if (request.path().equals("/old")) {
            request.response().setStatusCode(301).putHeader("location", "new?x=1").end();
          } else {
            request.response().end("moved");
          }
        });

    assertThat(fetch("http://example.org/old", PATIENCE).url())
        .isEqualTo("http://example.org/new?x=1");
  }

  @Test
  void aPageThatNeverEndsIsCutOff() {
    canary.site(
        request -> {
          var response = request.response().setChunked(true);
          response.write(Buffer.buffer(new byte[Exchange.MOST]));
          response.write("and more");
        });

    assertThatThrownBy(() -> fetch("http://example.org/", PATIENCE))
        .hasMessage("The answer is larger than 2 MiB");
  }

  @Test
  void aStalledPageIsATimeout() {
    canary.site(request -> request.response().setChunked(true).write("I am thinking"));

    assertThatThrownBy(() -> fetch("http://example.org/", Duration.ofMillis(200)))
        .hasMessage("Connection timeout");
  }

  @Test
  void whatNobodyWantsAnyMoreIsClosed() {
    var closed = Promise.<Void>promise();
    canary.site(
        request -> {
          request.connection().closeHandler(closed::tryComplete);
          request.response().setChunked(true).write("I am thinking");
          stopped.fail(new CancellationException("stopped"));
        });

    assertThatThrownBy(() -> fetch("http://example.org/", PATIENCE))
        .isInstanceOf(CancellationException.class);
    Awaitility.await().until(() -> closed.future().succeeded());
  }

  @Test
  void aCompressedAnswerIsRefused() {
    canary.site(request -> request.response().putHeader("content-encoding", "gzip").end("bomb"));

    assertThatThrownBy(() -> fetch("http://example.org/", PATIENCE))
        .hasMessageContaining("compressed");
  }

  @Test
  void anAddressOfSixteenBytesIsNamedInBrackets() {
    var host = new AtomicReference<String>();
    canary.site(
        request -> {
          host.set(request.getHeader("host"));
          request.response().end("six");
        });
    var fetcher = new Fetcher(vertx, new AllowedDomains(List.of("*")), canary);

    var page = fetcher.fetch("http://[2606:4700:4700::1111]/", PATIENCE, stopped.future());

    assertThat(page.url()).isEqualTo("http://[2606:4700:4700::1111]/");
    assertThat(host).hasValue("[2606:4700:4700::1111]");
  }

  @Test
  void aSecurePageIsAskedForByItsName() {
    var hello = new AtomicReference<>("");
    var door =
        vertx
            .createNetServer()
            .connectHandler(
                socket ->
                    socket.handler(
                        bytes -> {
                          hello.set(bytes.toString(StandardCharsets.ISO_8859_1));
                          socket.close();
                        }))
            .listen(0, "127.0.0.1")
            .await();
    var network =
        new Network() {
          @Override
          public Future<List<InetAddress>> resolve(String host) {
            return canary.resolve(host);
          }

          @Override
          public SocketAddress at(InetAddress checked, int port) {
            return SocketAddress.inetSocketAddress(door.actualPort(), "127.0.0.1");
          }
        };
    var fetcher = new Fetcher(vertx, new AllowedDomains(List.of("*")), network);

    assertThatThrownBy(() -> fetcher.fetch("https://example.org/", PATIENCE, stopped.future()))
        .isInstanceOf(ToolException.class);
    assertThat(hello.get()).contains("example.org").doesNotContain("93.184");
  }

  private Page fetch(String url, Duration patience) {
    var allowed = new AllowedDomains(List.of("example.org", "*.example.net"));
    return new Fetcher(vertx, allowed, canary).fetch(url, patience, stopped.future());
  }
}
