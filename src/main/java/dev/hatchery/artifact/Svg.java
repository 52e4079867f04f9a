package dev.hatchery.artifact;

import dev.hatchery.artifact.Drawing.Box;
import dev.hatchery.artifact.Drawing.Text;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A drawing as an SVG document of its own; the library that writes it escapes every text. */
final class Svg {
  private Svg() {}

  static String of(Drawing drawing) {
    var document = new Document("");
    document.outputSettings().syntax(Document.OutputSettings.Syntax.xml).prettyPrint(false);
    document.parser(Parser.xmlParser());
    var svg =
        document
            .appendElement("svg")
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("viewBox", "0 0 %d %d".formatted(drawing.width(), drawing.height()))
            .attr("width", String.valueOf(drawing.width()))
            .attr("height", String.valueOf(drawing.height()))
            .attr("role", "img");
    svg.appendElement("title").text(drawing.says());
    for (var shape : drawing.shapes()) {
      switch (shape) {
        case Box box -> box(svg, box);
        case Text text -> text(svg, text);
      }
    }
    return document.outerHtml();
  }

  private static void box(Element svg, Box box) {
    svg.appendElement("rect")
        .attr("x", length(box.x()))
        .attr("y", length(box.y()))
        .attr("width", length(box.width()))
        .attr("height", length(box.height()))
        .attr("fill", box.ink().hex())
        .attr("class", box.ink().name().toLowerCase(Locale.ROOT));
  }

  private static void text(Element svg, Text text) {
    svg.appendElement("text")
        .attr("x", length(text.x()))
        .attr("y", length(text.baseline()))
        .attr("font-family", "Figtree Variable, Figtree, system-ui, sans-serif")
        .attr("font-size", String.valueOf(Png.FONT_SIZE))
        .attr("fill", text.ink().hex())
        .attr("class", text.ink().name().toLowerCase(Locale.ROOT))
        .text(text.text());
  }

  private static String length(double pixels) {
    return String.format(Locale.ROOT, "%.2f", pixels);
  }
}
