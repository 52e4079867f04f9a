package dev.hatchery.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page "Missions" of a real server in a real Chromium. */
@Needs(SystemPackage.CHROMIUM)
class MissionPageIT {
  @RegisterExtension private static final Chromium CHROMIUM = new Chromium();

  private static final String QUESTION = "What is 17 % of 2,400?";

  @TempDir Path folder;

  private Server server;
  private Browser browser;

  @BeforeEach
  void open() {
    server = Server.start(folder.resolve("data"), Map.of());
    browser = CHROMIUM.browser();
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
  void aMissionIsProposedApprovedExecutedAndRated() {
    var page = missions();

    carryOut(page, QUESTION);

    // It leaves after 10 s, but not while it is hovered.
    var survey = page.locator("h-survey");
    survey.hover();
    assertThat(page.locator("#mission-figure")).hasText("100 %");
    assertThat(page.locator("h-seven li[data-is='met']")).hasCount(7);
    assertThat(page.frameLocator("h-artifact iframe").locator("body")).containsText("408");
    survey.locator("label").filter(new Locator.FilterOptions().setHasText("10")).click();
    button(survey, "Send").click();
    assertThat(survey).containsText("gains 0.05 confidence");
    assertThat(page.locator("#milestone")).containsText("completed");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aVerdictChangesHowToolsAreRanked() {
    var page = missions();
    carryOut(page, QUESTION);
    assertThat(page.locator("#mission-figure")).hasText("100 %");

    page.getByRole(AriaRole.BUTTON, named("Approve calculate")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Approve calculate")))
        .hasAttribute("aria-pressed", "true");
    carryOut(page, "What is 5 * 7?");

    assertThat(page.locator("#mission h2")).hasText("What is 5 * 7?");
    assertThat(page.locator("h-ranking")).containsText("(approved)");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatAnOwnerProposesIsChangedAndCancelledBeforeItIsDone() {
    var page = missions();
    propose(page, "Count <b>all</b> sheep");
    var proposal = proposal(page, "Count <b>all</b> sheep");

    button(proposal, "Change: Count <b>all</b> sheep").click();
    page.locator("h-change [name=scope]").fill("on <i>this</i> hill");
    page.locator("h-change .btn.warm").click();
    assertThat(proposal).containsText("Scope: none → on <i>this</i> hill");
    button(proposal, "Cancel: Count <b>all</b> sheep").click();

    assertThat(proposal).hasCount(0);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aMissionsRunHasAPageThatLeadsToWhatCameOfIt() {
    var page = missions();
    carryOut(page, QUESTION);
    assertThat(page.locator("#mission-figure")).hasText("100 %");

    page.locator("#mission h2 a").click();

    assertThat(page.locator("#work h1")).hasText(QUESTION);
    assertThat(page.locator("#work h-seven li[data-is='met']")).hasCount(7);
    page.locator("#mission-link").click();
    assertThat(page.locator("#mission h2")).hasText(QUESTION);
    assertThat(browser.complaints()).isEmpty();
  }

  private Page missions() {
    return browser.open(server.uri("/missions").toString());
  }

  private static void carryOut(Page page, String objective) {
    propose(page, objective);
    var proposal = proposal(page, objective);
    button(proposal, "Approve: " + objective).click();
    button(proposal, "Execute: " + objective).click();
  }

  private static void propose(Page page, String objective) {
    page.locator("#objective").fill(objective);
    page.getByRole(AriaRole.BUTTON, named("Propose")).click();
    assertThat(proposal(page, objective)).isVisible();
  }

  private static Locator proposal(Page page, String objective) {
    return page.locator("h-proposal").filter(new Locator.FilterOptions().setHasText(objective));
  }

  private static Locator button(Locator in, String name) {
    return in.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + "$"));
  }
}
