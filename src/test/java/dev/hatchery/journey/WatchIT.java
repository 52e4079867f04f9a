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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page "Watch" of a real server in a real Chromium. */
@Needs(SystemPackage.CHROMIUM)
class WatchIT {
  @RegisterExtension private static final Chromium CHROMIUM = new Chromium();

  private static final String STREAM = "**/stream/progress*";
  private static final String ALL_RUNS = "**/api/runs?limit=300";

  @TempDir Path folder;

  private Server server;
  private Client client;
  private Browser browser;

  @BeforeEach
  void open() {
    server = Server.start(folder.resolve("data"), Map.of("HATCHERY_PAINTER_PACE", "100ms"));
    client = new Client(server);
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
  void anEmittedTaskAndAHatchingAreSeenLiveUntilTheyEnd() {
    var page = watch("");

    begin("US-014", "Checkout rewrite");
    assertThat(row(page, "US-014 Checkout rewrite")).isVisible();
    emit(
        "story_started",
        """
        {"story_id": "S1", "title": "Pay by card", "ac_count": 2,
         "acceptance_criteria": ["Shows the total", "Names the reason"]}\
        """);
    emit(
        "ac_completed",
        """
        {"story_id": "S1", "ac_index": 0, "ac_text": "Shows the total", "duration_ms": 61000}\
        """);
    assertThat(criterion(page, "met")).containsText("Shows the total");
    assertThat(criterion(page, "in work")).containsText("Names the reason");

    client.hatch("A moss golem");
    assertThat(row(page, "A moss golem")).isVisible();
    assertThat(page.locator("#ended")).containsText("hatched");
    emit("task_completed", "{\"task_id\": \"US-014\", \"status\": \"passed\"}");
    assertThat(page.locator("#ended")).containsText("Checkout rewrite");
    assertThat(page.locator("h-run-row")).hasCount(0);
    assertThat(page.locator("#milestone")).containsText("Checkout rewrite");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whereTheLiveLineIsBlockedThePageAsksAndGoesBackToItByItself() {
    browser.withoutSharedWorkers();
    browser.block(STREAM);
    var page = watch("");

    connected(page, "polling");
    begin("T1", "Seen by asking");
    assertThat(row(page, "T1 Seen by asking")).isVisible();
    browser.unblock(STREAM);
    connected(page, "live");
    emit("task_completed", "{\"task_id\": \"T1\", \"status\": \"passed\"}");
    assertThat(page.locator("#ended")).containsText("Seen by asking");
  }

  @Test
  void anAnswerThatComesLateTakesNothingBackThatIsKnownSince() {
    var bringing = browser.delayFirst(ALL_RUNS);
    var page = watch("");
    connected(page, "live");
    begin("T1", "Begun meanwhile");
    assertThat(row(page, "T1 Begun meanwhile")).isVisible();

    page.waitForResponse(ALL_RUNS, bringing);
    begin("T2", "Begun since");

    assertThat(row(page, "T2 Begun since")).isVisible();
    assertThat(row(page, "T1 Begun meanwhile")).isVisible();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aRunIsShownAsSoonAsAServerAnswersThatWasBusyWhenItsPageWasOpened() {
    var run = "**/api/runs/US-016";
    begin("US-016", "Order search");
    browser.refuse(run);
    var page = browser.open(server.uri("/runs/US-016").toString());
    connected(page, "offline");

    browser.unblock(run);

    assertThat(page.locator("#work h1")).hasText("Order search");
    connected(page, "live");
  }

  @Test
  void sevenTabsAreAllLiveAlthoughABrowserHasSixConnections() {
    var tabs = IntStream.range(0, 7).mapToObj(i -> watch("")).toList();

    tabs.forEach(tab -> connected(tab, "live"));
    begin("T7", "Seen in every tab");

    tabs.forEach(tab -> assertThat(row(tab, "T7 Seen in every tab")).isVisible());
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aRunIsReplayedByKeyboardEventByEvent() {
    var id = client.hatch("A clockwork owl");
    client.watch(id, 0, event -> false);
    var number = client.get("/api/runs/" + id).path("number").asText();
    var page = watch("?run=" + number);
    var range = page.locator("h-timeline input");
    assertThat(page.locator("h-timeline h2")).hasText("Replay of run No. " + number);

    range.focus();
    assertThat(range).hasAttribute("aria-valuetext", Pattern.compile("100 percent.* is here\\.$"));
    page.keyboard().press("Home");
    assertThat(range).hasAttribute("aria-valuetext", Pattern.compile("^0\\.0 seconds, 0 percent"));
    page.keyboard().press("ArrowRight");
    var second = range.getAttribute("aria-valuetext");
    page.keyboard().press("ArrowRight");
    assertThat(range.getAttribute("aria-valuetext")).isNotEqualTo(second);
    page.keyboard().press("ArrowLeft");
    assertThat(range).hasAttribute("aria-valuetext", second);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aTaskHasAPageOfItsOwnWhereItIsCancelled() {
    begin("US-015", "Order history");
    emit(
        "story_started",
        """
        {"story_id": "S1", "title": "Newest first", "ac_count": 1,
         "acceptance_criteria": ["Sorted by day"]}\
        """);
    var page = browser.open(server.uri("/runs/US-015").toString());

    assertThat(page.locator("#work h1")).hasText("Order history");
    assertThat(criterion(page, "in work")).containsText("Sorted by day");
    emit(
        "ac_completed",
        """
        {"story_id": "S1", "ac_index": 0, "ac_text": "Sorted by day", "duration_ms": 900}\
        """);
    assertThat(criterion(page, "met")).containsText("Sorted by day");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel")).click();

    assertThat(page.locator("#work .now")).containsText("It was stopped here.");
    assertThat(page.locator("#stop")).isHidden();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theFiltersLiveInTheAddress() {
    begin("T1", "A task of words");
    client.hatch("A tea kettle with opinions");
    var page = watch("?kind=task");

    assertThat(row(page, "T1 A task of words")).isVisible();
    assertThat(page.locator("h-run-row")).hasCount(1);
    page.locator("[name=text]").fill("nothing like it");
    assertThat(page.locator("h-run-row")).hasCount(0);
    assertThat(page).hasURL(Pattern.compile("kind=task&text=nothing\\+like\\+it"));
    page.reload();
    assertThat(page.locator("#none")).hasText("Nothing that runs fits these filters.");
  }

  private Page watch(String query) {
    return browser.open(server.uri("/watch" + query).toString());
  }

  private void begin(String id, String name) {
    emit(
        "task_started",
        "{\"task_id\": \"%s\", \"task_name\": \"%s\", \"story_count\": 1}".formatted(id, name));
  }

  private void emit(String type, String data) {
    var body = "{\"type\": \"%s\", \"data\": %s}".formatted(type, data);
    var answer = client.send("POST", "/emit", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private static Locator row(Page page, String title) {
    return page.locator("h-run-row").filter(new Locator.FilterOptions().setHasText(title));
  }

  private static Locator criterion(Page page, String glyph) {
    return page.locator("h-checklist li[data-is='" + glyph + "']");
  }

  private static void connected(Page page, String state) {
    assertThat(page.locator("h-connection[state=" + state + "]")).isVisible();
  }
}
