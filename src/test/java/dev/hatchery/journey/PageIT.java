package dev.hatchery.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real Chromium on the real page of a real server. */
@Needs(SystemPackage.CHROMIUM)
@SuppressWarnings("NullAway.Init")
class PageIT {
  @RegisterExtension private static final Chromium CHROMIUM = new Chromium();

  private static final String QUICK = "60ms";

  /** Half a minute for a picture, so that also a slow page is there while it forms. */
  private static final String SLOW = "700ms";

  @TempDir Path folder;

  private Server server;
  private Browser browser;

  private Page open(String pace) {
    server = Server.start(folder.resolve("data"), Map.of("HATCHERY_PAINTER_PACE", pace));
    browser = CHROMIUM.browser();
    return browser.open(server.uri("/").toString());
  }

  @AfterEach
  void close() {
    try {
      browser.close();
    } finally {
      server.close();
    }
  }

  @Test
  void thePictureIsSeenWhileItForms() {
    var page = open(SLOW);
    var shown =
        page.waitForResponse(url -> url.url().contains("/preview?n="), () -> hatch(page, "A fox"));

    assertThat(shown.status()).isEqualTo(200);
    assertThat(page.locator("h-egg image.preview.shown").first()).isVisible();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aCompanionHatchesOnThePageAndAReloadInTheMiddleShowsTheTrueState() {
    var page = open(QUICK);

    hatch(page, "A shy fire lizard who carries his own lamp");
    assertThat(page.locator("h-tag h2")).isVisible();
    var before = percent(page);
    page.reload();
    assertThat(page.locator("h-tag h2")).isVisible();
    assertThat(percent(page)).isGreaterThanOrEqualTo(before);
    assertThat(page.locator("#open")).isVisible();

    assertThat(percent(page)).isEqualTo(100);
    page.locator("#open").click();
    assertThat(page.locator("main img").first()).isVisible();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aHatchingIsCancelledOnThePage() {
    var page = open(SLOW);

    hatch(page, "A moss golem");
    page.locator("#cancel").click();

    assertThat(page.locator("#restart")).isVisible();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void noWordsGetASentenceAndNoRun() {
    var page = open(QUICK);

    hatch(page, "   ");

    assertThat(page.locator("#wrong")).hasText("Say a few words first.");
    assertThat(new Client(server).get("/api/runs").path("runs")).isEmpty();
  }

  private static void hatch(Page page, String description) {
    page.locator("#words").fill(description);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Hatch$")))
        .click();
  }

  private static double percent(Page page) {
    return Double.parseDouble(
        page.locator("h-ruler [role=progressbar], h-ruler[role=progressbar]")
            .first()
            .getAttribute("aria-valuenow"));
  }
}
