package dev.hatchery.artifact;

import dev.hatchery.protocol.Artifact;
import dev.hatchery.protocol.ArtifactContent.Card;
import dev.hatchery.protocol.ArtifactContent.Cards;
import dev.hatchery.protocol.ArtifactContent.Chart;
import dev.hatchery.protocol.ArtifactContent.Equation;
import dev.hatchery.protocol.ArtifactContent.Table;
import dev.hatchery.protocol.ArtifactContent.Words;
import java.util.List;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What came of a mission as a page of its own. It is built as a tree, so that every text is
 * escaped, and then cleaned by a list of what may stand in it, so that a link leads to the web and
 * nowhere else.
 */
public final class Preview {
  private static final Safelist ALLOWED =
      Safelist.none()
          .addTags(
              "main", "h1", "h2", "p", "a", "article", "strong", "table", "thead", "tbody", "tr",
              "th", "td")
          .addAttributes("a", "href")
          .addAttributes("p", "class")
          .addAttributes("th", "scope")
          .addProtocols("a", "href", "http", "https")
          .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
          .addEnforcedAttribute("a", "target", "_blank");

  private static final int ROWS_MOST = 500;

  private Preview() {}

  /** The page: HTML without a script, whose only style is {@link PreviewStyle}. */
  public static String page(Artifact artifact) {
    var page = Document.createShell("");
    page.body().appendChild(cleaned(artifact));
    if (artifact.content() instanceof Chart chart) {
      // Our own drawing of their numbers, in which the same library escaped every text.
      page.body().append(Svg.of(ChartDrawing.of(chart)));
    }
    page.outputSettings().prettyPrint(false);
    page.title(PlainLine.of(artifact.title()));
    page.head().prependElement("meta").attr("charset", "utf-8");
    page.head().appendElement("style").appendChild(new DataNode(PreviewStyle.TEXT));
    return "<!doctype html>" + page.outerHtml();
  }

  private static Element cleaned(Artifact artifact) {
    var draft = Document.createShell("");
    var main = draft.body().appendElement("main");
    main.appendElement("h1").text(PlainLine.of(artifact.title()));
    switch (artifact.content()) {
      case Cards cards -> cards.cards().forEach(card -> card(main, card));
      case Equation equation -> equation(main, equation);
      case Table table -> table(main, table);
      case Words words -> words.text().lines().forEach(line -> paragraph(main, line));
      case Chart chart -> {}
    }
    var clean = new Cleaner(ALLOWED).clean(draft).body().selectFirst("main");
    return clean == null ? new Element(Tag.valueOf("main"), "") : clean;
  }

  private static void card(Element main, Card card) {
    var article = main.appendElement("article");
    var title = article.appendElement("h2");
    if (card.url() == null) {
      title.text(PlainLine.of(card.title()));
    } else {
      title.appendElement("a").attr("href", card.url()).text(PlainLine.of(card.title()));
      article.appendElement("p").attr("class", "url").text(PlainLine.of(card.url()));
    }
    card.text().lines().forEach(line -> paragraph(article, line));
  }

  private static void equation(Element main, Equation equation) {
    var line = main.appendElement("p").attr("class", "equation");
    line.appendText(Typesetting.of(equation.expression()) + " = ");
    line.appendElement("strong").text(Typesetting.of(equation.result()));
  }

  private static void table(Element main, Table table) {
    var drawn = main.appendElement("table");
    var head = drawn.appendElement("thead").appendElement("tr");
    table.columns().forEach(name -> head.appendElement("th").attr("scope", "col").text(name));
    var body = drawn.appendElement("tbody");
    table.rows().stream().limit(ROWS_MOST).forEach(row -> row(body, row));
    var more = table.rows().size() - ROWS_MOST;
    if (more > 0) {
      paragraph(main, "and %d more rows".formatted(more));
    }
  }

  private static void row(Element body, List<String> cells) {
    var row = body.appendElement("tr");
    cells.forEach(cell -> row.appendElement("td").text(PlainLine.of(cell)));
  }

  private static void paragraph(Element in, String line) {
    if (!line.isBlank()) {
      in.appendElement("p").text(PlainLine.of(line));
    }
  }
}
