package dev.hatchery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.protocol.Credential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Tokens in the files of SQLite. */
class TokensFileTest extends StorageFixture {
  private Tokens tokens() {
    return new Tokens(data, () -> NOW);
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
  void whatIsNoDatabaseIsRefusedInASentence() throws IOException {
    Files.writeString(data.resolve("hatchery.db"), "not a database");
    assertThatThrownBy(() -> tokens().list())
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("is not a database");
  }
}
