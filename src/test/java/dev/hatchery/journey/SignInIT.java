package dev.hatchery.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.hatchery.persistence.Tokens;
import dev.hatchery.protocol.Owner;
import dev.hatchery.support.Needs;
import dev.hatchery.support.SystemPackage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real Chromium signs in, and is signed out when its token is revoked. */
@Needs(SystemPackage.CHROMIUM)
class SignInIT {
  @RegisterExtension private static final Chromium CHROMIUM = new Chromium();

  @TempDir Path folder;

  private Tokens tokens;
  private String ada;
  private Server server;
  private Browser browser;

  @BeforeEach
  void open() {
    tokens = new Tokens(folder.resolve("data"), InstantSource.system());
    ada = tokens.create(new Owner("ada"), false).secret().text();
    server = Server.start(folder.resolve("data"), Map.of("HATCHERY_PAINTER_PACE", "60ms"));
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
  void whoeverHasToSignInComesBackToWhereTheyWereAndOutAgain() {
    var page = browser.open(server.uri("/nest").toString());
    page.waitForURL("**/sign-in?back=*");

    signIn(page, "hatchery_wrong");
    assertThat(page.locator("#wrong")).containsText("Nobody has this token.");
    signIn(page, ada);
    page.waitForURL("**/nest");
    assertThat(page.locator("h-top .who")).containsText("ada");

    var other = browser.open(server.uri("/numbers").toString());
    assertThat(other.locator("h-top .who")).containsText("ada");
    signOut(page);
    page.waitForURL("**/sign-in");
    other.waitForURL("**/sign-in");
    page.navigate(server.uri("/nest").toString());
    page.waitForURL("**/sign-in?back=*");
  }

  @Test
  void whoeverSignsOutIsNotTakenBackAlsoIfEveryTabHearsOfItBeforeTheAnswer() {
    var page = browser.open(server.uri("/sign-in").toString());
    signIn(page, ada);
    page.waitForURL("**/");
    page.navigate(server.uri("/nest").toString());
    var other = browser.open(server.uri("/watch").toString());
    assertThat(page.locator("h-top .who")).containsText("ada");
    assertThat(other.locator("h-top .who")).containsText("ada");
    // The server has heard of it, and its answer is on its way for ever.
    page.route("**/api/session", Route::fetch);

    signOut(page);

    page.waitForURL("**/sign-in");
    other.waitForURL("**/sign-in");
  }

  @Test
  void aPageThatWatchesIsTakenToTheSignInWhenItsTokenIsRevoked() {
    var page = browser.open(server.uri("/sign-in").toString());
    signIn(page, ada);
    page.locator("#words").fill("A moss golem");
    page.locator("h-compose .btn.warm").click();
    page.waitForURL("**/runs/*");

    tokens.revoke("ada");
    tokens.create(new Owner("bob"), false);

    page.waitForURL("**/sign-in?back=*");
    assertThat(page.url()).contains("runs");
  }

  private static void signOut(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
  }

  private static void signIn(Page page, String token) {
    page.locator("#token").fill(token);
    page.keyboard().press("Enter");
  }
}
