package dev.hatchery.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.protocol.ArtifactContent.Bar;
import dev.hatchery.protocol.ArtifactContent.Chart;
import dev.hatchery.protocol.ArtifactContent.Equation;
import dev.hatchery.protocol.ArtifactContent.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {
  private static final Chart CHART =
      new Chart("°C", List.of(new Bar("Oslo", -4), new Bar("Rome", 16.5)));

  @Test
  void rowsAreSeparatedAsEverySpreadsheetReadsThem() {
    var table =
        new Table(
            List.of("a", "b"), List.of(List.of("1,5", "say \"no\""), List.of("two\nlines", "")));

    assertThat(Csv.of(table)).isEqualTo("a,b\r\n\"1,5\",\"say \"\"no\"\"\"\r\n\"two\nlines\",\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1-SUM(A1)",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "  =1",
        "\u00a0=1",
        "＝1+1",
        "|calc",
        "=cmd|' /C calc'!A0",
        "-HYPERLINK(1)"
      })
  void noCellIsTakenForAFormula(String cell) {
    var line = Csv.of(new Equation(cell, "1")).split("\r\n", 2)[1];

    assertThat(line).matches("(?s)\"?'.*");
  }

  @Test
  void aNumberStaysANumber() {
    assertThat(Csv.of(new Equation("-4.5", "+2e10")))
        .isEqualTo("expression,result\r\n-4.5,+2e10\r\n");
    assertThat(Csv.of(CHART)).isEqualTo("label,value in °C\r\nOslo,-4.0\r\nRome,16.5\r\n");
  }

  @Test
  void aChartIsAPicture() throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(Export.PNG.file(CHART)));

    assertThat(image.getWidth()).isEqualTo(1440);
    var baseOfRome = image.getRGB(2 * (200 + 200), 2 * (16 + 32 + 16)) & 0xffffff;
    assertThat(baseOfRome).isEqualTo(0xc5630c);
    assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0xf2fbfa);
  }

  @Test
  void onlyAChartIsDrawn() {
    var equation = new Equation("1 + 1", "2");

    assertThat(Export.of(equation)).containsExactly(Export.JSON, Export.CSV);
    assertThat(Export.of(CHART)).contains(Export.SVG, Export.PNG);
    assertThatThrownBy(() -> Export.PNG.file(equation)).hasMessage("this has no form png");
  }

  @Property
  void anyChartIsADrawingThatEverybodyCanRead(
      @ForAll List<Double> values, @ForAll String label, @ForAll String unit) throws Exception {
    var bars =
        values.stream().filter(Double::isFinite).map(value -> new Bar(label, value)).toList();

    var svg = Export.SVG.file(new Chart(unit, bars));

    var read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg))
            .getDocumentElement();
    var boxes = read.getElementsByTagName("rect");
    for (int i = 0; i < boxes.getLength(); i++) {
      var attributes = boxes.item(i).getAttributes();
      var left = Double.parseDouble(attributes.getNamedItem("x").getNodeValue());
      var width = Double.parseDouble(attributes.getNamedItem("width").getNodeValue());
      assertThat(left).isBetween(0.0, 720.0);
      assertThat(left + width).isBetween(0.0, 720.1);
    }
    assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContain("NaN", "Infinity");
  }
}
