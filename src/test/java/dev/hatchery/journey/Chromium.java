package dev.hatchery.journey;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Debian's Chromium; as an extension it is one that all tests of this JVM share. */
final class Chromium implements BeforeAllCallback {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** As long as Playwright waits for a page; what is on it may take longer than its usual 5 s. */
  private static final double PATIENCE = 30_000; // ms

  private final List<String> more;
  private @Nullable Running shared;

  /** One that is started with further flags. */
  Chromium(String... more) {
    this.more = List.of(more);
  }

  private record Running(Playwright playwright, com.microsoft.playwright.Browser chromium)
      implements AutoCloseable {
    BrowserContext context(boolean bypassing) {
      return chromium.newContext(
          new NewContextOptions().setBypassCSP(bypassing).setViewportSize(1440, 1000));
    }

    @Override
    public void close() {
      chromium.close();
      playwright.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    shared =
        test.getRoot()
            .getStore(ExtensionContext.Namespace.create(Chromium.class))
            .computeIfAbsent(Running.class, first -> launch(), Running.class);
  }

  /** A browser in the shared one, with a profile of its own. */
  Browser browser() {
    return new Browser(Objects.requireNonNull(shared).context(false), () -> {});
  }

  /** A browser that nothing is shared with. */
  Browser alone(boolean bypassing) {
    var running = launch();
    return new Browser(running.context(bypassing), running::close);
  }

  private Running launch() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
    return new Running(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(Stream.concat(QUIET.stream(), more.stream()).toList())));
  }
}
