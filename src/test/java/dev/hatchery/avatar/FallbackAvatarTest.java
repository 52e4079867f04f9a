package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.protocol.Persona;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FallbackAvatarTest {
  private static final Set<String> ELEMENTS = Set.of("svg", "rect", "circle", "path", "g", "text");

  private final FallbackAvatar fallback = new FallbackAvatar();

  @Test
  void theInitialStandsInThePicture() throws Exception {
    assertThat(initial("cinder")).isEqualTo("C");
    assertThat(initial("7up")).isEqualTo("7");
    assertThat(initial("  \"Øre\"")).isEqualTo("Ø");
    assertThat(initial("木霊")).isEqualTo("木");
    assertThat(initial("&<>")).isEmpty();
  }

  @Test
  void theSamePersonaGetsTheSamePicture() {
    assertThat(svg("Cinder", "a fire lizard")).isEqualTo(svg("Cinder", "a fire lizard"));
    assertThat(svg("Cinder", "a fire lizard")).isNotEqualTo(svg("Cinder", "a blue rabbit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</text><script>alert(1)</script>",
        "<svg onload=alert(1)> fox",
        "&xxe; <!ENTITY xxe SYSTEM \"file:///etc/passwd\">",
        "\"/><image href=\"https://example.org/x\"/>",
        "]]>\u0000\u001b\ufffe red dragon",
        "javascript:alert(1) url(#x) owl"
      })
  void nothingHostileGetsIn(String hostile) throws Exception {
    String svg = svg(hostile, hostile + " and more words");
    NodeList all = parsed(svg).getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(ELEMENTS).contains(element.getTagName());
      assertThat(element.getAttribute("fill")).matches("|none|#[0-9a-f]{6}");
    }
    assertThat(svg)
        .doesNotContainIgnoringCase("script")
        .doesNotContain("onload", "href", "url(", "<!", "&")
        .matches("[\\x20-\\x7e]*");
  }

  private String svg(String name, String prompt) {
    return fallback.svg(new Persona(name, "A small tale of some length.", List.of("kind"), prompt));
  }

  private String initial(String name) throws Exception {
    NodeList texts = parsed(svg(name, "a fire lizard")).getElementsByTagName("text");
    return texts.getLength() == 0 ? "" : texts.item(0).getTextContent();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
