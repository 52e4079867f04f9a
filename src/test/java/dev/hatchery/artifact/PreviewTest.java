package dev.hatchery.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.ArtifactContent.Bar;
import dev.hatchery.protocol.ArtifactContent.Card;
import dev.hatchery.protocol.ArtifactContent.Cards;
import dev.hatchery.protocol.ArtifactContent.Chart;
import dev.hatchery.protocol.ArtifactContent.Equation;
import dev.hatchery.protocol.ArtifactContent.Table;
import dev.hatchery.protocol.ArtifactContent.Words;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {
  private static final Set<String> HARMLESS =
      Set.of(
          "#root", "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "a",
          "article", "strong", "table", "thead", "tbody", "tr", "th", "td", "svg", "rect", "text");

  @Test
  void findingsAreCardsThatLeadToTheWeb() {
    var page =
        page(new Cards(List.of(new Card("Bees", "https://example.com/b?a=1&b=2", "They\nfly."))));

    var link = page.select("article h2 a");
    assertThat(link.attr("href")).isEqualTo("https://example.com/b?a=1&b=2");
    assertThat(link.attr("rel")).isEqualTo("noopener noreferrer nofollow");
    assertThat(page.select("article p").eachText())
        .containsExactly("https://example.com/b?a=1&b=2", "They", "fly.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.com",
        "/missions/x/cancel",
        "https:\"onmouseover=alert(1)"
      })
  void whatIsNoAddressOfTheWebIsNoLink(String url) {
    var page = page(new Cards(List.of(new Card("Bees", url, "They fly."))));

    assertThat(page.select("a").stream().map(a -> a.attr("href")))
        .allSatisfy(href -> assertThat(href).matches("|https?:.*"));
    assertInert(page);
  }

  @Test
  void aCalculationIsAnEquation() {
    assertThat(page(new Equation("2400 * 17 / 100", "408")).select(".equation").text())
        .isEqualTo("2400 × 17 ÷ 100 = 408");
  }

  @Test
  void rowsAreATable() {
    var page = page(new Table(List.of("a", "b"), List.of(List.of("1", "<b>2</b>"))));

    assertThat(page.select("th").eachText()).containsExactly("a", "b");
    assertThat(page.select("td").eachText()).containsExactly("1", "<b>2</b>");
  }

  @Test
  void numbersAreAChart() {
    var page = page(new Chart("°C", List.of(new Bar("Oslo", 4), new Bar("Rome", 16.5))));

    assertThat(page.select("svg text").eachText())
        .containsExactly("Oslo", "4 °C", "Rome", "16.5 °C");
    assertThat(page.select("svg > title").text())
        .isEqualTo("A chart of 2 bars, from 4 to 16.5 °C.");
  }

  @Test
  void aPageNamesItsOneStyleAndNothingElse() {
    var page = page(new Words("Hello."));

    assertThat(page.select("style")).hasSize(1);
    assertThat(page.head().select("style").outerHtml())
        .isEqualTo("<style>" + PreviewStyle.TEXT + "</style>");
    assertThat(PreviewStyle.POLICY)
        .contains("default-src 'none'", "'sha256-", "frame-ancestors 'self'", "; sandbox");
  }

  @Property
  void whateverStandsInItIsButText(@ForAll String one, @ForAll String other) {
    assertText("<script>alert('" + one + "')</script>", "\"><img src=x onerror=alert(1)>" + other);
    assertText("</title></style><svg onload=alert(1)>" + one, "--><!--" + other + "]]>");
  }

  private static void assertText(String one, String other) {
    for (var content : contents(one, other)) {
      assertInert(Jsoup.parse(Preview.page(Artifacts.of(one, content))));
    }
  }

  private static List<ArtifactContent> contents(String one, String other) {
    return List.of(
        new Cards(List.of(new Card(one, other, one))),
        new Equation(one, other),
        new Table(List.of(one), List.of(List.of(other))),
        new Chart(one, List.of(new Bar(other, 1))),
        new Words(one + "\n" + other));
  }

  private static void assertInert(Document page) {
    assertThat(page.getAllElements()).extracting(Element::normalName).isSubsetOf(HARMLESS);
    assertThat(page.getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes())
                    .allSatisfy(
                        attribute -> assertThat(attribute.getKey()).doesNotStartWith("on")));
    assertThat(page.select("style")).hasSize(1);
  }

  private static Document page(ArtifactContent content) {
    return Jsoup.parse(Preview.page(Artifacts.of(content)));
  }
}
