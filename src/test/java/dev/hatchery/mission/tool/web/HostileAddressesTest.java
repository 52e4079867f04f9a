package dev.hatchery.mission.tool.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.mission.tool.ToolException;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every public site is allowed here, so that the guard alone stands between. */
class HostileAddressesTest {
  private static final String PUBLIC = "93.184.216.34";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Vertx vertx = Vertx.vertx();
  private Canary canary;
  private Fetcher fetcher;

  @BeforeEach
  void listen() {
    canary =
        Canary.listen(vertx)
            .name("example.org", PUBLIC)
            .name("localhost.example.org", "127.0.0.1")
            .name("private.example.org", "10.0.0.7")
            .name("metadata.example.org", "169.254.169.254")
            .name("mixed.example.org", PUBLIC + ",192.168.1.1")
            .name("last.example.org", "2606:4700:4700::1111," + PUBLIC + ",::1")
            .name("mapped.example.org", "::ffff:127.0.0.1")
            .name("nat64.example.org", "64:ff9b::7f00:1")
            .name("sixtofour.example.org", "2002:7f00:1::")
            .name("teredo.example.org", "2001:0:53aa:64c::1")
            .name("ula.example.org", "fd00:ec2::254")
            .name("zero.example.org", "0.0.0.0")
            .name("127.0.0.1.nip.io", "127.0.0.1")
            .name("metadata.google.internal", "169.254.169.254")
            .name("router.local", "192.168.0.1")
            .name("xn--mnchen-3ya.example.org", "127.0.0.1");
    fetcher = new Fetcher(vertx, new AllowedDomains(List.of("*")), canary);
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Private and special addresses, as they are
        "http://127.0.0.1/",
        "http://127.1.2.3/",
        "https://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://0.0.0.1/",
        "http://255.255.255.255/",
        "http://224.0.0.1/",
        "http://198.18.0.1/",
        "http://192.0.2.1/",
        "http://198.51.100.1/",
        "http://203.0.113.1/",
        "http://240.0.0.1/",
        "http://192.0.0.192/",
        "http://[::1]/",
        "http://[::]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[fd00::1]/",
        "http://[ff02::1]/",
        "http://[2001:db8::1]/",
        // IPv4 that hides in IPv6
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::127.0.0.1]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://[64:ff9b::127.0.0.1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:53aa:64c::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fe80::1%eth0]/",
        // Numbers that other readers take for addresses
        "http://2130706433/",
        "http://0x7f000001/",
        "http://017700000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.0.0.01/",
        "http://127.0.0.1./",
        "http://127.0.0.1.:80/",
        "http://1.1.1.256/",
        "http://127.0.0.1%00/",
        "http://%31%32%37.0.0.1/",
        "http://１２７.０.０.１/",
        "http://①②⑦.0.0.1/",
        "http://127。0。0。1/",
        // Names
        "http://localhost/",
        "http://localhost./",
        "http://LOCALHOST/",
        "http://printer/",
        "http://localhost.example.org/",
        "http://private.example.org/",
        "http://metadata.example.org/",
        "http://mixed.example.org/",
        "http://last.example.org/",
        "http://mapped.example.org/",
        "http://nat64.example.org/",
        "http://sixtofour.example.org/",
        "http://teredo.example.org/",
        "http://ula.example.org/",
        "http://zero.example.org/",
        "http://127.0.0.1.nip.io/",
        "http://metadata.google.internal/",
        "http://router.local/",
        "http://münchen.example.org/",
        "http://nobody.example.org/",
        "http://exa mple.org/",
        "http://-.example.org/",
        "http://example.org../",
        "http://.example.org/",
        "http:///",
        // Ports, schemes and other parts
        "http://example.org:22/",
        "http://example.org:8080/",
        "https://example.org:6379/",
        "http://example.org:0/",
        "http://example.org:65616/",
        "http://example.org:99999/",
        "http://example.org:/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "jar:http://example.org/!/",
        "data:text/html,hello",
        "//example.org/",
        "example.org",
        "http:example.org",
        "http:/example.org",
        "http:\\\\example.org\\",
        "http://example.org\\@127.0.0.1/",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://example.org@127.0.0.1/",
        "http://127.0.0.1#@example.org/",
        "http://127.0.0.1?@example.org/",
        "http://example.org:80@127.0.0.1/",
        "http://example.org/\r\nHost: localhost",
        "http://example.org/ HTTP/1.1",
        "http://exam\tple.org/",
        "http://example.org/\u0000",
        "",
      })
  void aHostileAddressOpensNoConnection(String url) {
    refused(url);

    assertThat(canary.connectedTo()).isEmpty();
    assertThat(canary.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/",
        "http://[::1]/",
        "//10.0.0.1/",
        "http://localhost/",
        "http://private.example.org/",
        "https://example.org:8443/",
        "http://mixed.example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://user@example.org/",
        "http://2130706433/",
        "javascript:alert(1)",
        "http://[",
      })
  void aRedirectToOneIsNotFollowed(String location) {
    canary.site(
        request -> request.response().setStatusCode(302).putHeader("location", location).end());

    refused("http://example.org/");

    assertThat(canary.connectedTo()).containsExactly(PUBLIC + " 80");
  }

  @Test
  void aNameThatTurnsPrivateAfterItWasCheckedIsNotAskedAgain() {
    canary.name("rebind.example.org", PUBLIC, "127.0.0.1");

    fetch("http://rebind.example.org/");

    assertThat(canary.questions()).isOne();
    assertThat(canary.connectedTo()).containsExactly(PUBLIC + " 80");
  }

  @Test
  void aNameThatTurnsPrivateBetweenTwoRedirectsIsRefused() {
    canary
        .name("rebind.example.org", PUBLIC, "127.0.0.1")
        .site(request -> request.response().setStatusCode(307).putHeader("location", "/").end());

    refused("http://rebind.example.org/");

    assertThat(canary.connectedTo()).containsExactly(PUBLIC + " 80");
  }

  @Test
  void redirectsEndAfterThree() {
    canary.site(
        request -> request.response().setStatusCode(301).putHeader("location", "/next").end());

    assertThatThrownBy(() -> fetch("http://example.org/")).hasMessage("More than 3 redirects");
    assertThat(canary.connections()).isEqualTo(4);
  }

  private void refused(String url) {
    assertThatThrownBy(() -> fetch(url)).isInstanceOf(ToolException.class);
  }

  private Page fetch(String url) {
    return fetcher.fetch(url, PATIENCE, Promise.<Void>promise().future());
  }
}
