package dev.hatchery.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  private static final Map<String, String> SHARED = Map.of("database", "postgresql://me@nest/h");

  @TempDir Path folder;

  @Test
  void aToolOfMissionsNeedOnlySayWhatItServesAndHowItIsCalled() {
    var config =
        read(
            "{\"missions\": {\"tools\": {\"saw\": {\"serves\": [\"write\"], \"command\":"
                + " [\"saw\"]}}}}");

    assertThat(config.missions().tools().get("saw"))
        .extracting(ToolEntry::timeout, ToolEntry::repeatable, ToolEntry::confidence)
        .containsExactly(Duration.ofSeconds(60), false, 0.7);
    assertThat(config.missions().leastConfidence()).isEqualTo(0.15);
  }

  @Test
  void theDefaultsAreComplete() {
    var config = read("{}");

    assertThat(config.http())
        .isEqualTo(new Http("127.0.0.1", 8000, java.util.List.of(), new Tls("", ""), ""));
    assertThat(config.progress().weights()).isEqualTo(new Config.Weights(25, 75));
    assertThat(config.journal().synchronous()).isEqualTo(Config.Synchronous.FULL);
    assertThat(config.renderers()).containsKey("painter");
  }

  @Test
  void aFileOverridesOnlyWhatItNames() {
    var config = read("{\"render\": {\"idleTimeout\": \"250ms\"}}");

    assertThat(config.render().idleTimeout()).isEqualTo(Duration.ofMillis(250));
    assertThat(config.render().totalTimeout()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void theEnvironmentOverridesTheFileAndFlagsOverrideBoth() {
    var file = write("{\"http\": {\"port\": 1}, \"queue\": {\"perUser\": 2}}");
    var environment = Map.of("HATCHERY_HTTP_PORT", "2", "HATCHERY_QUEUE_PER_USER", "3");

    var config = new ConfigFile().read(file, environment, Map.of("http.port", "3"));

    assertThat(config.http().port()).isEqualTo(3);
    assertThat(config.queue().perUser()).isEqualTo(3);
  }

  @Test
  void aListComesFromTheEnvironmentSplitAtCommas() {
    var config =
        new ConfigFile().read(null, Map.of("HATCHERY_HTTP_HOSTS", "a.example,b.example"), Map.of());

    assertThat(config.http().hosts()).containsExactly("a.example", "b.example");
  }

  @Test
  void aRendererNeedsNoMoreThanItsCommand() {
    var config = read("{\"renderers\": {\"mine\": {\"command\": [\"draw\", \"{prompt}\"]}}}");

    assertThat(config.renderers().get("mine"))
        .extracting(RendererEntry::steps, RendererEntry::width)
        .containsExactly(20, 768);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"htp": {}}                                            | htp is not a setting
          {"http": null}                                         | http must be an object
          {"journal": null}                                      | journal must be an object
          {"cors": []}                                           | cors must be an object
          {"progress": {"weights": "25"}}                        | progress.weights must be an object
          {"renderers": {"mflux": null}}                         | renderers.mflux must be an object
          {"http": {"prot": 1}}                                  | http.prot is not a setting
          {"http": {"port": "many"}}                             | http.port is not right
          {"http": {"host": "0.0.0.0"}}                          | http.host is 0.0.0.0: to be reached from elsewhere Hatchery needs http.tls
          {"http": {"host": "::"}}                               | http.host is ::: to be reached
          {"http": {"host": "127.0.0.1.example.org"}}            | http.host is 127.0.0.1.example.org: to be
          {"http": {"host": "127.0.0.256"}}                      | http.host is 127.0.0.256: to be
          {"http": {"host": ""}}                                 | to be reached from elsewhere Hatchery needs
          {"http": {"trustedProxy": "proxy.example.org"}}        | http.trustedProxy must be an address
          {"http": {"tls": {"certificate": "c.pem"}}}            | http.tls needs both certificate and key
          {"http": {"port": 70000}}                              | http.port must be 0 to 65535, was 70000
          {"painter": {"pace": 40}}                              | painter.pace is not right
          {"painter": {"pace": "fast"}}                          | write a duration with its unit
          {"progress": {"weights": {"llm": 25, "avatar": 70}}}   | must add up to 100, were 25 + 70
          {"render": {"renderer": "nobody"}}                     | render.renderer is "nobody"
          {"progress": {"silence": "1s"}}                        | progress.silence must be at least 2s, was 1s
          {"database": "mysql://a:b@c/d"}                        | database must be such as postgresql://
          {"database": "postgresql://h:1/d"}                     | database must be such as postgresql://
          {"database": "postgresql://a:b@h"}                     | database must be such as postgresql://
          {"database": "postgresql://a:b@h/d?ssl=1"}             | may end with ?sslmode=disable
          {"database": 7}                                        | database is not right: write an address
          {"queue": {"capacity": 0}}                             | queue.capacity must be at least 1
          {"http": {"port": 1, "port": 2}}                       | not valid JSON
          [1]                                                    | must hold one JSON object
          {"renderers": {"mine": {"command": []}}}               | command must not be empty
          {"missions": {"leastConfidence": 1.5}}                 | missions.leastConfidence must be 0 to 1, was 1.5
          {"missions": {"monthlyLimitUsd": -1}}                  | missions.monthlyLimitUsd must be 0 dollars or more
          {"missions": {"toolCosts": {"saw": 1}}}                | a cost of saw, but there is no such tool
          {"missions": {"searchUrl": "nowhere"}}                 | missions.searchUrl must be an address such as
          {"missions": {"allowedDomains": ["http://x.org"]}}     | missions.allowedDomains has "http://x.org"
          {"missions": {"tools": {"Saw": {"serves": ["write"], "command": ["a"]}}}}       | a tool's name has 1 to 32
          {"missions": {"tools": {"write": {"serves": ["write"], "command": ["a"]}}}}     | write, which is built in
          {"missions": {"tools": {"saw": {"serves": ["write"]}}}}                         | a command or a url, and not both
          {"missions": {"tools": {"saw": {"serves": [], "command": ["a"]}}}}              | serves must name
          {"missions": {"tools": {"saw": {"command": ["a"]}}}}                            | missions.tools.saw
          {"missions": {"tools": {"saw": {"serves": ["fly"], "command": ["a"]}}}}         | missions.tools.saw.serves
          {"renderers": {"mine": {"url": "http://x"}}}           | url and protocol go together
          {"renderers": {"m": {"url": "x", "protocol": "a1111"}}}| a renderer's url must be an address such as http://127.0.0.1:7860
          {"renderers": {"m": {"url": "http://me:pw@x", "protocol": "a1111"}}}| a renderer's url must not hold a name
          {"renderers": {"m": {"protocol": "telepathy"}}}        | renderers.m.protocol is not right
          {"renderers": {"painter": {"url": "http://x", "protocol": "a1111"}}} | a command or a url, not both
          {"cluster": {"enabled": true}}                         | a cluster needs a database that all its nodes share; name it with --database
          {"cluster": {"port": 0}}                               | cluster.port must be 1 to 65535, was 0
          {"cluster": {"busPort": 5701}}                         | cluster.busPort must be 1 to 65535 and not cluster.port
          {"cluster": {"join": ["nest"]}}                        | cluster.join has "nest", but a node is written as HOST:PORT
          {"cluster": {"join": ["nest:99999"]}}                  | cluster.join has "nest:99999"
          {"cluster": {"tls": {"key": "k.pem"}}}                 | cluster.tls needs certificate, key and authority, or none
          {"database": "postgresql://me@nest/h", "cluster": {"enabled": true, "node": "A b"}}          | cluster.node must be a name of a-z, 0-9 and -, was "A b"
          {"database": "postgresql://me@nest/h", "cluster": {"enabled": true, "host": "0.0.0.0"}}      | cluster.host is "0.0.0.0", but must be one address of this machine
          {"database": "postgresql://me@nest/h", "cluster": {"enabled": true, "host": "10.0.0.1"}}     | cluster.host is 10.0.0.1: among several machines anybody could join and listen; make a certificate
          {"database": "postgresql://me@nest/h", "cluster": {"enabled": true, "join": ["10.0.0.2:1"]}} | cluster.join has 10.0.0.2:1, which is not on this machine
          {"database": "postgresql://me@nest/h", "cluster": {"enabled": true, "tls": {"certificate": "c", "key": "k", "authority": "a"}}} | cluster.join must name all nodes when there is cluster.tls, this one too, and in the same words everywhere; 127.0.0.1:5701 is missing
          """)
  void aWrongSettingIsNamed(String json, String sentence) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aSharedDatabaseIsAnAddress() {
    var shared = read("{\"database\": \"postgresql://ada:a%20b+c@[::1]/eggs\"}").database();

    assertThat(shared)
        .isEqualTo(
            new DatabaseUrl(
                "::1", 5432, "eggs", "ada", new Secret("a b+c"), DatabaseUrl.Encryption.NONE));
    assertThat(read("{}").database().present()).isFalse();
    assertThat(read("{\"database\": \"postgresql://ada@example.org:1/eggs\"}").database())
        .extracting(DatabaseUrl::port, DatabaseUrl::encryption)
        .containsExactly(1, DatabaseUrl.Encryption.REQUIRE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:egg-shell@h/d/e",
        "postgresql://ada:egg-shell@h/d?x",
        "postgresql://ada:egg-shell@h/d#x",
        "postgresql://ada:egg-shell %@h/d"
      })
  void thePasswordOfTheDatabaseIsNeverShown(String url) {
    assertThatThrownBy(
            () -> new ConfigFile().read(null, Map.of("HATCHERY_DATABASE", url), Map.of()))
        .isInstanceOf(ConfigException.class)
        .message()
        .startsWith("database ")
        .doesNotContain("shell");
    assertThat(
            new ConfigFile()
                .read(null, Map.of(), Map.of("database", "postgresql://ada:egg-shell@h/d"))
                .toString())
        .contains("postgresql://ada@h:5432/d")
        .doesNotContain("shell");
  }

  @Test
  void aSectionThatIsNoneIsNamedWhateverTheEnvironmentSays() throws IOException {
    var file = Files.writeString(folder.resolve("hatchery.json"), "{\"http\": null}");

    assertThatThrownBy(
            () -> new ConfigFile().read(file, Map.of("HATCHERY_HTTP_PORT", "1"), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("http must be an object, as in {}");
  }

  @Test
  void anUnknownVariableIsNamed() {
    assertThatThrownBy(
            () -> new ConfigFile().read(null, Map.of("HATCHERY_HTTP_PROT", "1"), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("HATCHERY_HTTP_PROT is not a setting of Hatchery");
  }

  @Test
  void aMissingFileIsNamed() {
    var missing = folder.resolve("missing.json");

    assertThatThrownBy(() -> new ConfigFile().read(missing, Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("missing.json does not exist");
  }

  @Test
  void aNodeAloneHasTheNameThatItAlwaysHad() {
    var config = read("{\"cluster\": {\"node\": \"nest-1\"}}");

    assertThat(config.node()).isEqualTo("local");
  }

  @Test
  void aNodeOfAClusterIsNamedByItsMachineUnlessItSaysOtherwise() {
    var named = clustered("{\"cluster\": {\"enabled\": true, \"node\": \"nest-1\"}}");
    var unnamed = clustered("{\"cluster\": {\"enabled\": true}}");

    assertThat(named.node()).isEqualTo("nest-1");
    assertThat(unnamed.node()).matches("[a-z0-9-]+");
    assertThat(unnamed.cluster().busPort()).isEqualTo(unnamed.cluster().port() + 100);
  }

  @Test
  void theExampleOfAClusterIsReadAsSettings() {
    var cluster = new ConfigFile().read(Path.of("conf/cluster.json"), Map.of(), SHARED).cluster();

    assertThat(cluster.join()).hasSize(3).contains(new Endpoint("127.0.0.1", cluster.port()));
  }

  private Config read(String json) {
    return new ConfigFile().read(write(json), Map.of(), Map.of());
  }

  private Config clustered(String json) {
    return new ConfigFile().read(write(json), Map.of(), SHARED);
  }

  private Path write(String json) {
    try {
      return Files.writeString(folder.resolve("hatchery.json"), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
