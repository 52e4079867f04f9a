package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityTest extends CommandLineFixture {
  private int runs(String... flags) {
    var address = server.address().toString();
    return run(flags.length > 0 ? flags : new String[] {"--server", address, "runs"});
  }

  private Path file(String permissions) throws IOException {
    var file = folder.resolve(".config/hatchery/token");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "hatchery_ofTheFile\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  @Test
  void theVariableSaysWhoTheUserIs() throws IOException {
    file("rw-------");
    environment = Map.of("HATCHERY_TOKEN", "hatchery_mine", "HOME", folder.toString());
    assertThat(runs()).isZero();
    assertThat(server.askers).containsOnly("Bearer hatchery_mine");
  }

  @Test
  void withoutItTheFileOfTheUserDoes() throws IOException {
    file("rw-------");
    environment = Map.of("HOME", folder.toString());
    assertThat(runs()).isZero();
    environment = Map.of("XDG_CONFIG_HOME", folder.resolve(".config").toString());
    assertThat(runs()).isZero();
    assertThat(server.askers).containsOnly("Bearer hatchery_ofTheFile");
  }

  @Test
  void aFileThatOthersCanReadIsNotUsed() throws IOException {
    var file = file("rw-r--r--");
    environment = Map.of("HOME", folder.toString());
    assertThat(runs()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .isEqualTo("hatchery: others can read your token; first: chmod 600 " + file + "\n");
  }

  @Test
  void nobodySaysNothing() {
    assertThat(runs()).isZero();
    assertThat(server.askers).containsOnly("");
  }

  @Test
  void aTokenNeverTravelsUnencrypted() {
    environment = Map.of("HATCHERY_TOKEN", "hatchery_mine");
    assertThat(runs("--server", "http://hatch.example.org", "runs")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .isEqualTo(
            "hatchery: your token would travel unencrypted to http://hatch.example.org; use"
                + " https\n");
  }

  @Test
  void whatIsNoTokenIsNotSent() {
    environment = Map.of("HATCHERY_TOKEN", "two\nlines");
    assertThat(runs()).isEqualTo(ExitCode.USAGE);
    assertThat(server.askers).isEmpty();
  }
}
