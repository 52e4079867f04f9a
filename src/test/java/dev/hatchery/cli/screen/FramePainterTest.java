package dev.hatchery.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FramePainterTest {
  private static final int COLUMNS = 41;

  @Property(tries = 300)
  void whateverCameBeforeTheScreenShowsTheLastFrame(
      @ForAll @Size(min = 1, max = 6)
          List<@Size(max = 5) List<@StringLength(max = 50) String>> frames) {
    var screen = new VirtualScreen(COLUMNS);
    var painter = new FramePainter(true);
    for (var texts : frames) {
      var frame = boxed(texts);
      screen.send(painter.paint(frame));
      assertThat(screen.text()).isEqualTo(frame.stream().map(Line::text).toList());
    }
    screen.send(painter.finish());
    assertThat(screen.cursorShown()).isTrue();
  }

  @Test
  void aFrameThatIsShownAlreadyIsNotSentAgain() {
    var painter = new FramePainter(true);
    assertThat(painter.paint(boxed(List.of("a", "b")))).isNotEmpty();
    assertThat(painter.paint(boxed(List.of("a", "b")))).isEmpty();
  }

  @Test
  void onlyTheLineThatChangedIsSent() {
    var painter = new FramePainter(false);
    painter.paint(boxed(List.of("first", "second")));
    assertThat(painter.paint(boxed(List.of("first", "third"))))
        .contains("third")
        .doesNotContain("first");
  }

  @Test
  void withoutColourNoInkIsSent() {
    assertThat(new FramePainter(false).paint(List.of(Bar.line(50, 60, 20))))
        .contains("█")
        .doesNotContain("m");
  }

  @Test
  void aTerminalThatBecameNarrowerIsClearedOfTheWrappedFrame() {
    var painter = new FramePainter(false);
    painter.paint(List.of(Line.of("x".repeat(30), Ink.PLAIN), Line.of("y", Ink.PLAIN)));
    assertThat(painter.clear(20)).startsWith("\u001B[3A");
    assertThat(painter.paint(List.of(Line.of("z", Ink.PLAIN)))).contains("z");
  }

  @Test
  void theCursorIsShownAgainOnlyIfItWasHidden() {
    assertThat(new FramePainter(true).finish()).isEmpty();
  }

  private static List<Line> boxed(List<String> texts) {
    var box = new Box(COLUMNS - 1);
    texts.forEach(text -> box.row(Line.of(Span.plain(text), new Span(text, Ink.STRONG))));
    return box.lines();
  }
}
