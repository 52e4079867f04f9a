package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.support.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and a server whose certificate nobody vouches for. */
@SuppressWarnings("NullAway.Init")
class TrustTest extends CommandLineFixture {
  @TempDir private static Path certificates;

  private static SelfSigned certificate;
  private static SelfSigned another;

  private FakeHatchery encrypted;
  private String address;

  @BeforeAll
  static void certify() throws Exception {
    certificate = SelfSigned.in(Files.createDirectory(certificates.resolve("one")));
    another = SelfSigned.in(Files.createDirectory(certificates.resolve("another")));
  }

  @BeforeEach
  void start() {
    encrypted = new FakeHatchery(certificate.trust());
    address = encrypted.address().toString();
  }

  @AfterEach
  void end() {
    encrypted.close();
  }

  private static String file(SelfSigned certificate) {
    return certificate.tls().certificate();
  }

  @Test
  void whoNobodyVouchesForIsToldNothingAndSaidHowToTrustThem() {
    environment = Map.of("HATCHERY_TOKEN", "hatchery_mine");
    assertThat(run("--server", address, "runs")).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(err.toString())
        .isEqualTo(
            "hatchery: %s cannot be reached (nobody known here vouches for its certificate; name the file with it by --cacert).\n"
                .formatted(address));
    assertThat(encrypted.requests).isEmpty();
  }

  @Test
  void aWrappedCommandDoesNotStartWhereNobodyWouldHearOfIt() {
    var mark = folder.resolve("mark");
    assertThat(run("--server", address, "exec", "--", "touch", mark.toString()))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(mark).doesNotExist();
  }

  @Test
  void theCertificateThatAFlagNamesIsTrusted() {
    assertThat(run("--server", address, "--cacert", file(certificate), "runs")).isZero();
    assertThat(run("--server", address, "runs", "--cacert", file(certificate))).isZero();
  }

  @Test
  void theCertificateThatTheEnvironmentNamesIsTrustedUnlessAFlagNamesAnother() {
    environment = Map.of("HATCHERY_CACERT", file(certificate));
    assertThat(run("--server", address, "runs")).isZero();
    assertThat(run("--server", address, "--cacert", file(another), "runs"))
        .isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void streamsComeOverItToo() {
    encrypted.streams.add(FakeHatchery.hatching());
    assertThat(run("--server", address, "--cacert", file(certificate), "hatch", "a shy dragon"))
        .isZero();
    assertThat(out.toString()).contains("Mossbert");
  }

  @Test
  void aTrustedCertificateIsStillForItsOwnNameOnly() {
    var elsewhere = address.replace("127.0.0.1", "127.0.0.2");
    assertThat(run("--server", elsewhere, "--cacert", file(certificate), "runs"))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(encrypted.requests).isEmpty();
  }

  @Test
  void theServerOfTheSameSettingsHasToShowTheirCertificate() {
    holder = encrypted.address();
    assertThat(run("runs")).isEqualTo(ExitCode.FAILED);
    environment =
        Map.of(
            "HATCHERY_HTTP_TLS_CERTIFICATE", file(certificate),
            "HATCHERY_HTTP_TLS_KEY", certificate.tls().key());
    assertThat(run("runs")).isZero();
    environment =
        Map.of(
            "HATCHERY_HTTP_TLS_CERTIFICATE", file(another),
            "HATCHERY_HTTP_TLS_KEY", another.tls().key());
    assertThat(run("runs")).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void whatIsNoCertificateIsSaid() throws IOException {
    var diary = Files.writeString(folder.resolve("diary"), "dear diary, today");
    assertThat(run("--server", address, "--cacert", diary.toString(), "runs"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(diary + " cannot be used: no certificate in PEM");
    assertThat(run("--server", address, "--cacert", folder + "/none.pem", "runs"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("there is no certificate " + folder + "/none.pem");
  }
}
