package dev.hatchery.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import dev.hatchery.support.SelfSigned;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Chromium with an empty profile, and whatever it complained about. */
final class Browser implements AutoCloseable {
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

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();

  Browser() {
    this(false, List.of());
  }

  private Browser(boolean bypassing, List<String> more) {
    var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(Stream.concat(QUIET.stream(), more.stream()).toList()));
    context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBypassCSP(bypassing)
                .setViewportSize(1440, 1000));
  }

  /** One that also runs what the policies of our pages do not let in. */
  static Browser withoutPolicies() {
    return new Browser(true, List.of());
  }

  /** One that trusts a server which has exactly this key, whoever vouches for it. */
  static Browser trusting(SelfSigned certificate) {
    return new Browser(
        false, List.of("--ignore-certificate-errors-spki-list=" + certificate.keyHash()));
  }

  /** Every cookie it keeps. */
  List<Cookie> cookies() {
    return context.cookies();
  }

  Page open(String uri) {
    var page = context.newPage();
    page.onConsoleMessage(this::listen);
    page.onPageError(complaints::add);
    page.navigate(uri);
    return page;
  }

  /** From the next page on, this browser is one that has no shared workers. */
  void withoutSharedWorkers() {
    context.addInitScript("delete window.SharedWorker");
  }

  /** Cuts what pages ask for at addresses of this glob pattern. */
  void block(String pattern) {
    context.route(pattern, Route::abort);
  }

  /** Lets it through again. */
  void unblock(String pattern) {
    context.unroute(pattern);
  }

  /** Every console error and uncaught exception so far. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private void listen(ConsoleMessage message) {
    if (message.type().equals("error")) {
      complaints.add(message.text());
    }
  }

  @Override
  public void close() {
    context.close();
    chromium.close();
    playwright.close();
  }
}
