package dev.hatchery.avatar;

import dev.hatchery.terminal.Executable;
import dev.hatchery.terminal.MissingCommandException;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Map;

/** Paints with a program of this machine. */
public record TerminalRenderer(RendererSettings settings) implements Renderer {

  @Override
  public RenderWork work(RenderOrder order, RenderListener listener) {
    return new Render(settings, order, listener);
  }

  @Override
  public Future<Checkup> check() {
    return Future.succeededFuture(look());
  }

  private Checkup look() {
    Map<String, String> environment =
        ChildEnvironment.of(System.getenv(), settings.environment(), "check");
    try {
      Path program =
          Executable.find(
              settings.template().program(), environment.getOrDefault("PATH", ""), Path.of(""));
      return Checkup.well("Its program is " + program + ".");
    } catch (MissingCommandException e) {
      return Checkup.ill(settings.missing(e));
    }
  }
}
