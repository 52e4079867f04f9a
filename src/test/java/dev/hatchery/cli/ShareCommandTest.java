package dev.hatchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareCommandTest extends CommandLineFixture {
  private int share(String... more) {
    var args = new ArrayList<>(List.of("--server", server.address().toString()));
    args.addAll(List.of("share", FakeHatchery.RUN));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  @Test
  void theLinkIsPrintedWithItsServer() {
    assertThat(share()).isZero();
    assertThat(out.toString()).isEqualTo(server.address() + "/share/s\n");
  }

  @Test
  void howLongItWorksIsSaidWithItsUnit() {
    assertThat(share("--for", "2h", "--json")).isZero();
    assertThat(out.toString())
        .isEqualTo(
            "{\"type\":\"share\",\"url\":\"%s/share/s\",\"expires_at\":\"7200\"}\n"
                .formatted(server.address()));
    assertThat(share("--for", "soon")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--for must be a time such as 30m, 12h or 7d, was soon");
  }

  @Test
  void aRunThatIsNotThereCannotBeShared() {
    assertThat(run("--server", server.address().toString(), "share", "7")).isOne();
  }
}
