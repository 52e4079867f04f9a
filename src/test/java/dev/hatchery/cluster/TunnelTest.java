package dev.hatchery.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.bus.Bus;
import dev.hatchery.config.Cluster;
import dev.hatchery.config.ConfigException;
import dev.hatchery.config.DatabaseUrl;
import dev.hatchery.config.Endpoint;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Leasing;
import dev.hatchery.protocol.Running;
import dev.hatchery.support.Authority;
import dev.hatchery.support.FreePorts;
import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes that prove to each other who they are, and some who cannot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Needs(SystemPackage.OPENSSL)
class TunnelTest {
  private static final DatabaseUrl DATABASE = DatabaseUrl.NONE;
  private static final String HOST = "127.0.0.1";

  private final List<Integer> ports = FreePorts.some(10);
  private final Vertx stranger = Vertx.vertx();
  private Authority ours;
  private Authority theirs;
  private Membership a;
  private Membership b;

  @BeforeAll
  void join(@TempDir Path folder) {
    ours = Authority.in(folder, "ours");
    theirs = Authority.in(folder, "theirs");
    a = Membership.join(settings("a", 0, List.of(0, 2), ours), DATABASE);
    b = Membership.join(settings("b", 2, List.of(2, 0), ours), DATABASE);
  }

  @AfterAll
  void leave() {
    stranger.close().await();
    b.leave().await();
    a.leave().await();
  }

  private Cluster settings(String node, int port, List<Integer> join, Authority authority) {
    return new Cluster(
        true,
        node,
        HOST,
        ports.get(port),
        ports.get(port + 1),
        join.stream().map(i -> new Endpoint(HOST, ports.get(i))).toList(),
        Duration.ZERO,
        new Cluster.MutualTls(
            authority.certify(node, "IP:" + HOST), authority.key(node), ours.certificate()));
  }

  @Test
  void theyFindEachOtherAndTheirBusesReachEachOther() {
    var busA = Bus.open(a.vertx());
    var busB = Bus.open(b.vertx());
    busB.answer(Addresses.DRAIN.at("b"), drain -> new Running.Done()).await();

    assertThat(a.present()).containsExactly("a", "b");
    assertThat(busA.ask(Addresses.DRAIN.at("b"), new Leasing.Drain(Duration.ZERO)).await())
        .isEqualTo(new Running.Done());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void plainWordsGetNothing(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), ports.get(port))) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              (new Greeting(true, new Endpoint(HOST, ports.get(2))) + "\n")
                  .repeat(100)
                  .getBytes(StandardCharsets.US_ASCII));

      // An alert of TLS at most, and the end.
      assertThat(rest(socket)).doesNotContain(Greeting.WELCOME).hasSizeLessThan(20);
    }
  }

  private static String rest(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException reset) {
      return "";
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whoShowsNoCertificateGetsNothing(int port) {
    assertThat(answer(new NetClientOptions(), port)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whoeverAnotherAuthorityVouchesForGetsNothing(int port) {
    var options =
        new NetClientOptions()
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .setCertPath(theirs.certify("x", "IP:" + HOST))
                    .setKeyPath(theirs.key("x")));

    assertThat(answer(options, port)).isEmpty();
  }

  @Test
  void whoeverOursVouchesForIsWelcome() {
    var options =
        new NetClientOptions()
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .setCertPath(ours.certify("x", "IP:" + HOST))
                    .setKeyPath(ours.key("x")));

    assertThat(answer(options, 0)).startsWith(Greeting.WELCOME);
  }

  /** What comes back for the right words. */
  private String answer(NetClientOptions options, int port) {
    var heard = new ConcurrentLinkedQueue<String>();
    var over = Promise.<Void>promise();
    // A client that nobody holds is closed by the garbage collector.
    var client =
        stranger.createNetClient(
            options
                .setSsl(true)
                .setTrustOptions(new PemTrustOptions().addCertPath(ours.certificate()))
                .setHostnameVerificationAlgorithm("HTTPS"));
    client
        .connect(ports.get(port), HOST)
        .onFailure(refused -> over.tryComplete())
        .onSuccess(
            socket -> {
              socket.handler(more -> heard.add(more.toString()));
              socket.closeHandler(closed -> over.tryComplete());
              socket.write(new Greeting(false, new Endpoint(HOST, ports.get(2))) + "\n");
            });
    over.future().await();
    client.close().await();
    return String.join("", heard);
  }

  @Test
  void aNodeThatTheOthersDoNotNameIsRefusedInWords() {
    assertThatThrownBy(() -> Membership.join(settings("c", 4, List.of(0, 2, 4), ours), DATABASE))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("does not know this node")
        .hasMessageContaining("and there 127.0.0.1:%d is missing".formatted(ports.get(4)));
  }

  @Test
  void aNodeOfAnotherAuthorityIsAloneAndNobodySeesIt() {
    var c = Membership.join(settings("c", 6, List.of(6, 8), ours), DATABASE);
    var d = Membership.join(settings("d", 8, List.of(6, 8), theirs), DATABASE);

    assertThat(c.present()).containsExactly("c");
    assertThat(d.present()).containsExactly("d");
    d.leave().await();
    c.leave().await();
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    var tls = new Cluster.MutualTls("no.pem", "no.pem", ours.certificate());

    assertThatThrownBy(() -> new Credentials(tls))
        .isInstanceOf(ConfigException.class)
        .hasMessage("cluster.tls.certificate cannot be read: no.pem");
  }
}
