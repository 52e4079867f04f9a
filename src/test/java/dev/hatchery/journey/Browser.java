package dev.hatchery.journey;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.Cookie;
import dev.hatchery.support.SelfSigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A Chromium with an empty profile, and whatever it complained about. */
final class Browser implements AutoCloseable {
  private final BrowserContext context;
  private final Runnable closing;
  private final List<String> complaints = new ArrayList<>();

  /**
   * One that nobody else uses.
   *
   * @param closing what ends with it
   */
  Browser(BrowserContext context, Runnable closing) {
    this.context = context;
    this.closing = closing;
  }

  /** One with a Chromium of its own. */
  static Browser alone() {
    return new Chromium().alone(false);
  }

  /** One that also runs what the policies of our pages do not let in. */
  static Browser withoutPolicies() {
    return new Chromium().alone(true);
  }

  /** One that trusts a server which has exactly this key, whoever vouches for it. */
  static Browser trusting(SelfSigned certificate) {
    return new Chromium("--ignore-certificate-errors-spki-list=" + certificate.keyHash())
        .alone(false);
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

  /** Has this page at this address without asking anyone for it. */
  void answer(String uri, String page) {
    context.route(
        uri,
        route -> route.fulfill(new FulfillOptions().setContentType("text/html").setBody(page)));
  }

  /** Cuts what pages ask for at addresses of this glob pattern. */
  void block(String pattern) {
    context.route(pattern, Route::abort);
  }

  /** Refuses what pages ask for at addresses of this glob pattern, as a busy server does. */
  void refuse(String pattern) {
    context.route(pattern, route -> route.fulfill(new FulfillOptions().setStatus(503)));
  }

  /**
   * Keeps back the first answer from an address of this glob pattern.
   *
   * @return brings it to the page that asked, once it has asked
   */
  Runnable delayFirst(String pattern) {
    var first = new AtomicReference<Route>();
    var answer = new AtomicReference<APIResponse>();
    // The pattern stays afterwards, or Chromium would let go of what is kept back.
    context.route(
        pattern,
        route -> {
          if (first.compareAndSet(null, route)) {
            answer.set(route.fetch());
          } else {
            route.resume();
          }
        });
    return () ->
        Objects.requireNonNull(first.get()).fulfill(new FulfillOptions().setResponse(answer.get()));
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
    closing.run();
  }
}
