package dev.hatchery.mission.tool.web;

import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.protocol.ArtifactContent.Card;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says, without what stands around it: a card for its beginning, and one for each
 * heading with the text below it.
 */
record PageText(List<Card> cards) {
  private static final int CARDS_MOST = 30;
  private static final int TITLE_MOST = 200;
  private static final int TEXT_MOST = 1_500;
  private static final Set<String> READABLE =
      Set.of("", "text/html", "application/xhtml+xml", "text/plain");
  private static final String AROUND =
      "script, style, noscript, template, svg, iframe, object, nav, header, footer, aside, form,"
          + " [hidden], [aria-hidden=true]";
  private static final String MAIN = "main, [role=main], article";
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");
  private static final String TEXTS =
      "h1, h2, h3, h4, h5, h6, p, li, pre, blockquote, td, th, dt, dd";
  private static final Set<String> WHOLE =
      Set.of("p", "li", "pre", "blockquote", "td", "th", "dt", "dd");
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

  PageText {
    cards = List.copyOf(cards);
  }

  /**
   * Reads {@code page}.
   *
   * @throws ToolException when it is no text, or has none
   */
  static PageText of(Page page) {
    var type =
        page.type() == null ? "" : page.type().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!READABLE.contains(type)) {
      throw new ToolException("The page is %s, which cannot be read".formatted(plain(type)));
    }
    var cards = type.equals("text/plain") ? plainCards(page) : cards(document(page), page.url());
    if (cards.isEmpty()) {
      throw new ToolException("The page has no text");
    }
    return new PageText(cards);
  }

  private static List<Card> plainCards(Page page) {
    var charset = charset(page.type());
    var text = page.body().toString(charset == null ? "UTF-8" : charset).strip();
    return text.isEmpty() ? List.of() : List.of(new Card(page.url(), page.url(), shortened(text)));
  }

  private static List<Card> cards(Document document, String url) {
    var description = document.select("meta[name=description]").attr("content").strip();
    var title = document.title().isBlank() ? url : document.title();
    document.select(AROUND).remove();
    var main = document.selectFirst(MAIN);
    var collected = new Collected(url, title, description);
    var texts = (main == null ? document.body() : main).select(TEXTS);
    texts.stream()
        .takeWhile(text -> !collected.isFull())
        .filter(PageText::isOutermost)
        .forEach(collected::add);
    if (texts.isEmpty()) {
      collected.text.append(document.body().text());
    }
    return collected.cards();
  }

  /** A paragraph in a list item is told with the item. */
  private static boolean isOutermost(Element text) {
    return text.parents().stream().noneMatch(above -> WHOLE.contains(above.normalName()));
  }

  private static Document document(Page page) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(page.body().getBytes()), charset(page.type()), page.url());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server says, when Java knows it; otherwise the page itself says or is UTF-8. */
  private static @Nullable String charset(@Nullable String type) {
    var said = CHARSET.matcher(type == null ? "" : type);
    try {
      return said.find() && Charset.isSupported(said.group(1)) ? said.group(1) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String plain(String type) {
    return type.replaceAll("[^\\w/+.-]", "");
  }

  private static String shortened(String text) {
    return Shortened.to(TEXT_MOST, text);
  }

  /** The cards so far, and the one in the making. */
  private static final class Collected {
    private final String page;
    private final List<Card> cards = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String title;
    private String url;

    Collected(String page, String title, String description) {
      this.page = page;
      this.url = page;
      this.title = title;
      text.append(description);
    }

    boolean isFull() {
      return cards.size() == CARDS_MOST;
    }

    void add(Element element) {
      if (HEADINGS.contains(element.normalName())) {
        close();
        title = element.text();
        url = element.id().matches("[\\w.-]+") ? page + "#" + element.id() : page;
      } else if (text.length() <= TEXT_MOST) {
        text.append(text.isEmpty() ? "" : "\n").append(element.text());
      }
    }

    private void close() {
      var body = text.toString().strip();
      if (!isFull() && !(body.isEmpty() && !cards.isEmpty()) && !title.isBlank()) {
        cards.add(new Card(Shortened.to(TITLE_MOST, title), url, shortened(body)));
      }
      text.setLength(0);
    }

    List<Card> cards() {
      close();
      return cards.stream().allMatch(card -> card.text().isEmpty()) ? List.of() : cards;
    }
  }
}
