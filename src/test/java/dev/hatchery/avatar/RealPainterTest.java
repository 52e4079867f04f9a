package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.config.Config;
import dev.hatchery.config.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded painter, started as the shipped configuration says. */
@Timeout(60)
class RealPainterTest {

  @TempDir Path directory;
  private final Queue<RenderReport> reports = new ConcurrentLinkedQueue<>();

  @Test
  void theEmbeddedPainterIsRenderedLikeAnyOther() throws Exception {
    Config config = new ConfigFile().read(null, Map.of(), Map.of());
    RendererSettings settings =
        RendererSettings.of(
            "painter",
            config.render(),
            Objects.requireNonNull(config.renderers().get("painter")),
            Map.of("pace", "0"));
    RenderOrder order =
        new RenderOrder(
            "a small fox that guards a lighthouse", 7, "painter:1", directory.resolve("run"));
    Picture picture = new Render(settings, order, reports::add).start().get(50, TimeUnit.SECONDS);
    assertThat(List.of(picture.width(), picture.height())).containsExactly(768, 768);
    assertThat(reports).map(RenderReport::fraction).isSorted();
    assertThat(reports).map(RenderReport::state).contains(State.STEPPING, State.FINISHING);
    assertThat(reports)
        .last()
        .isEqualTo(new RenderReport(State.FINISHING, 1, 40, 40, "Finishing…"));
  }
}
