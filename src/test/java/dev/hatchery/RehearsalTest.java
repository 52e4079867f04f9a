package dev.hatchery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.cli.CommandException;
import dev.hatchery.cli.HatcheryCommand;
import dev.hatchery.cli.Launcher;
import dev.hatchery.cli.rehearsal.Rehearsal;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void aServerOfItsOwnIsPlayedThroughAndLeavesNothing() {
    var data = new AtomicReference<Path>();
    Launcher launcher =
        settings ->
            Launch.server(
                () -> {
                  var config = settings.get();
                  data.set(config.data());
                  return config;
                });
    assertThat(run(launcher, "rehearse", "--watchers", "3", "--act", "1")).isZero();
    assertThat(data.get()).doesNotExist();
  }

  @Test
  void aServerThatIsNotThereBreaksItOff() {
    var rehearsal = new Rehearsal(URI.create("http://127.0.0.1:1"), 1, 1, Duration.ofSeconds(1));
    assertThatThrownBy(rehearsal::play).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void whatKeepsItsServerFromStartingIsSaid() {
    Launcher launcher =
        settings -> {
          throw new CommandException("The port is taken.");
        };
    assertThat(run(launcher, "rehearse")).isEqualTo(1);
  }

  private static int run(Launcher launcher, String... words) {
    return HatcheryCommand.run(words, launcher, new LocalData(), new Doctor(System.getenv()));
  }
}
