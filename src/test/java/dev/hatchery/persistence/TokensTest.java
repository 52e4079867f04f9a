package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Credential;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest extends BothDatabases {
  private Tokens tokens() {
    return new Tokens(data, shared, () -> NOW);
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
  void theSameSecretHasAnotherHashInAnotherInstallation() {
    var proof = Credential.token().proof();
    var hashes = new HashSet<String>();
    for (var key : List.of("00", "01")) {
      hashes.add(new KeyedHash(key.repeat(32)).of(proof));
    }
    assertThat(hashes).hasSize(2).doesNotContain(proof.hex());
  }
}
