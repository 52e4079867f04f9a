package dev.hatchery.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.hatchery.persistence.Tokens;
import dev.hatchery.protocol.Owner;
import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run is shown to somebody without an account, in real browsers. */
@Needs(SystemPackage.CHROMIUM)
class ShareIT {
  @RegisterExtension private static final Chromium CHROMIUM = new Chromium();

  @TempDir Path folder;

  private Tokens tokens;
  private Server server;
  private Browser browser;
  private Browser stranger;

  @BeforeEach
  void open() {
    tokens = new Tokens(folder.resolve("data"), InstantSource.system());
    tokens.create(new Owner("bob"), false);
    server = Server.start(folder.resolve("data"), Map.of("HATCHERY_PAINTER_PACE", "60ms"));
    browser = CHROMIUM.browser();
    stranger = CHROMIUM.browser();
  }

  @AfterEach
  void close() {
    try {
      stranger.close();
      browser.close();
    } finally {
      server.close();
    }
  }

  @Test
  void aRunIsSharedByALinkThatIsSeenOnceAndEndedFromItsPage() {
    var page = signedIn(browser, false);
    var run = hatch(page);
    button(page, "Share").click();
    var dialog = page.locator("h-share dialog[open]");
    assertThat(dialog.locator("section")).isHidden();
    dialog.locator("select").selectOption("3600");
    button(page, "Make a link").click();
    var link = dialog.locator(".made input");
    assertThat(link).hasValue(Pattern.compile(".*/share/[0-9a-v]{52}"));
    assertThat(dialog.locator(".made")).containsText("It is shown only now");
    button(page, "Copy").click();
    assertThat(dialog.locator(".made button")).hasText(Pattern.compile("Copied|Press Ctrl\\+C"));

    var shown = stranger.open(link.inputValue());
    shown.waitForURL("**/runs/" + run);
    assertThat(shown.locator("h-percent")).not().hasCount(0);
    assertThat(shown.locator("h-connection[state=live]")).isVisible();
    assertThat(button(shown, "Share")).isHidden();
    assertThat(button(shown, "Cancel")).isHidden();

    button(page, "Close").click();
    button(page, "Share").click();
    assertThat(dialog.locator(".made input")).hasCount(0);
    assertThat(dialog.locator("li")).hasCount(1);
    dialog.locator("li button").click();
    assertThat(dialog.locator("section")).isHidden();
    shown.reload();
    shown.waitForURL("**/sign-in?back=*");
    // Before the sign-in the page asks who is there, and a preview is gone with its painting.
    assertThat(browser.complaints()).allMatch(words -> words.startsWith("Failed to load"));
  }

  @Test
  void whoeverOnlyLooksSharesNothing() {
    var run = hatch(signedIn(browser, false));
    var page = signedIn(stranger, true);
    page.navigate(server.uri("/runs/" + run).toString());

    assertThat(page.locator("h-connection[state=live]")).isVisible();
    assertThat(button(page, "Share")).isHidden();
  }

  @Test
  void aRunIsOnesOwnAlsoWhereTheServerWasBusyWhenItsPageWasOpened() {
    var whose = "**/api/runs?after=*";
    var page = signedIn(browser, false);
    var run = hatch(page);
    browser.refuse(whose);
    page.navigate(server.uri("/runs/" + run).toString());
    assertThat(page.locator("h-connection[state=offline]")).isVisible();
    assertThat(button(page, "Share")).isHidden();

    browser.unblock(whose);

    assertThat(button(page, "Share")).isVisible();
    assertThat(page.locator("h-connection[state=live]")).isVisible();
  }

  @Test
  void aCommandsPageTellsItsExitCodeAndSharesItAsWell() {
    var page = signedIn(browser, false);
    page.evaluate(
        """
        () => fetch('/emit', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify([
            { type: 'task_started', run: 'ci', data: { task_name: 'pytest -q', kind: 'command' } },
            { type: 'task_completed', run: 'ci', data: { status: 'failed', exit_code: 3 } },
          ]),
        }).then((answer) => answer.text())
        """);
    page.navigate(server.uri("/runs/ci").toString());

    assertThat(page.locator("#work .facts")).containsText("Exit code");
    assertThat(page.locator("#work h-note")).containsText("failed with exit code 3");
    button(page, "Share").click();
    button(page, "Make a link").click();
    assertThat(page.locator("#work h-share .made input"))
        .hasValue(Pattern.compile(".*/share/[0-9a-v]{52}"));
  }

  private Page signedIn(Browser browser, boolean readOnly) {
    var page = browser.open(server.uri("/sign-in").toString());
    page.locator("#token").fill(tokens.create(new Owner("ada"), readOnly).secret().text());
    page.keyboard().press("Enter");
    assertThat(page.locator("h-top .who")).containsText("ada");
    return page;
  }

  private static String hatch(Page page) {
    page.locator("#words").fill("A moss golem");
    page.locator("h-compose .btn.warm").click();
    page.waitForURL("**/runs/*");
    return page.url().replaceAll(".*/", "");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
