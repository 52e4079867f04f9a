package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.protocol.Credential;
import dev.hatchery.protocol.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  private static final Owner ADA = new Owner("ada");
  private static final Owner BOB = new Owner("bob");
  private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");

  @TempDir private Path data = Path.of("");

  private Tokens tokens() {
    return new Tokens(data, () -> NOW);
  }

  @Test
  void tokensAreMadeWhereThereIsNoDatabaseYet() {
    var made = tokens().create(ADA, true);
    assertThat(made.secret().text()).matches("hatchery_[0-9a-v]{52}");
    assertThat(tokens().list())
        .containsExactly(new Tokens.Token(made.token().number(), ADA, true, NOW));
  }

  @Test
  void aUserHasSeveralAndANumberIsNeverGivenTwice() {
    var first = tokens().create(ADA, false).token().number();
    var second = tokens().create(ADA, false).token().number();
    tokens().create(BOB, false);
    assertThat(tokens().revoke(Long.toString(second))).isOne();
    assertThat(tokens().create(ADA, false).token().number()).isGreaterThan(second);
    assertThat(tokens().revoke("ada")).isEqualTo(2);
    assertThat(tokens().revoke(Long.toString(first))).isZero();
    assertThat(tokens().list()).extracting(Tokens.Token::owner).containsExactly(BOB);
  }

  @Test
  void noSecretStandsInAnyFileOfTheDatabase() throws IOException {
    var secret = tokens().create(ADA, false).secret().text();
    try (var files = Files.list(data)) {
      for (var file : files.toList()) {
        var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(content)
            .doesNotContain(secret)
            .doesNotContain(secret.substring(Credential.MARK.length()));
      }
    }
  }

  @Test
  void theSameSecretHasAnotherHashInAnotherInstallation() {
    var proof = Credential.token().proof();
    var hashes = new HashSet<String>();
    for (var key : List.of("00", "01")) {
      hashes.add(new KeyedHash(key.repeat(32)).of(proof));
    }
    assertThat(hashes).hasSize(2).doesNotContain(proof.hex());
  }

  @Test
  void whatIsNoDatabaseIsRefusedInASentence() throws IOException {
    Files.writeString(data.resolve("hatchery.db"), "not a database");
    assertThatThrownBy(() -> tokens().list())
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("is not a database");
  }
}
