package dev.hatchery.cli.exec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How far a command is by what its terminal shows. */
class OnlookerTest {
  private final Onlooker onlooker = new Onlooker();

  @Test
  void theOnlyBarIsTakenAtItsWordButOnlyTheEndIsTheEnd() {
    show("\r" + bar("", 42, 100));
    assertThat(onlooker.look()).isEqualTo(new Sight(42, "42 of 100"));
    show("\r" + bar("", 100, 100) + "\r\n");
    assertThat(onlooker.look().percent()).isEqualTo(99);
  }

  @Test
  void barsWithNamesFollowEachOtherThroughHalfOfWhatIsLeft() {
    show(bar("a.whl: ", 10, 10) + "\n");
    assertThat(onlooker.look().percent()).isEqualTo(50);
    show(bar("b.whl: ", 5, 10) + "\n");
    assertThat(onlooker.look()).isEqualTo(new Sight(62.5, "b.whl: 5 of 10"));
    show(bar("b.whl: ", 10, 10) + "\n");
    assertThat(onlooker.look().percent()).isEqualTo(75);
  }

  @Test
  void aBarThatBeginsAnewDoesNotGoBack() {
    show("\r" + bar("", 60, 100));
    show("\r" + bar("", 0, 100));
    assertThat(onlooker.look().percent()).isEqualTo(60);
    show("\r" + bar("", 50, 100) + "\r\n");
    assertThat(onlooker.look().percent()).isEqualTo(70);
  }

  @Test
  void aBarOfUnknownLengthMovesNothingButIsSaid() {
    show("\r12it [00:01, 9.99it/s]\r\n");
    assertThat(onlooker.look()).isEqualTo(new Sight(0, "12"));
  }

  @Test
  void aBarThatIsCutOffCountsAtTheEndOfTheCommand() {
    show("\r 40%|####      | 40/100 [00:");
    assertThat(onlooker.look()).isEqualTo(Sight.NOTHING);
    assertThat(onlooker.lastLook()).isEqualTo(new Sight(40, "40 %"));
  }

  @Test
  void otherwiseTheLastLineIsItsMessage() {
    show("cc -o hatch\u001B[K\n\u001B]52;c;eA==\u0007\n");
    assertThat(onlooker.look()).isEqualTo(new Sight(0, "cc -o hatch"));
  }

  @Property(tries = 200)
  void whateverTheBarsDoThePercentageNeverFallsAndNeverReachesTheEnd(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 100) Integer> counts,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 3) Integer> names) {
    var looker = new Onlooker();
    var before = 0.0;
    for (var i = 0; i < counts.size(); i++) {
      var name = List.of("", "a: ", "b: ", "c: ").get(names.get(i % names.size()));
      var bytes = ("\r" + bar(name, counts.get(i), 100) + (i % 3 == 0 ? "\n" : "")).getBytes(UTF_8);
      looker.read(bytes, bytes.length);
      var now = looker.look().percent();
      assertThat(now).isBetween(before, 99.0);
      before = now;
    }
  }

  private void show(String text) {
    var bytes = text.getBytes(UTF_8);
    onlooker.read(bytes, bytes.length);
  }

  private static String bar(String name, int count, int total) {
    var percent = count * 100 / total;
    return "%s%3d%%|%s| %d/%d [00:01<00:01, 9.99it/s]"
        .formatted(
            name, percent, "#".repeat(percent / 10) + " ".repeat(10 - percent / 10), count, total);
  }
}
