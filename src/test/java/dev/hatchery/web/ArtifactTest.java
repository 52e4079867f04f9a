package dev.hatchery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Artifact;
import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.ArtifactContent.Bar;
import dev.hatchery.protocol.ArtifactContent.Chart;
import dev.hatchery.protocol.ArtifactContent.Words;
import dev.hatchery.protocol.ArtifactId;
import dev.hatchery.protocol.Ledger;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.RunId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArtifactTest extends ServerFixture {
  private static final Map<ArtifactId, Artifact> KEPT = new ConcurrentHashMap<>();
  private static final AtomicInteger LOOKS = new AtomicInteger();
  private static final Chart CHART = new Chart("°C", List.of(new Bar("=Oslo", 4)));

  @BeforeAll
  static void keep() {
    server.bus().answer(Addresses.FIND_ARTIFACT, ArtifactTest::find);
  }

  private static Ledger.FoundArtifact find(Ledger.FindArtifact asked) {
    LOOKS.incrementAndGet();
    return Optional.ofNullable(KEPT.get(asked.id()))
        .filter(artifact -> artifact.owner().equals(asked.owner()))
        .map(Ledger.FoundArtifact::new)
        .orElseThrow(
            () -> new ProblemException(new Problem.NotFound("There is no such artifact.")));
  }

  private static String kept(ArtifactContent content) {
    var artifact =
        new Artifact(
            ArtifactId.random(), Owner.LOCAL, RunId.random(), "<b>T", content, FakeHatchery.NOW);
    KEPT.put(artifact.id(), artifact);
    return "/artifacts/" + artifact.id();
  }

  @Test
  void anArtifactIsToldWithItsContent() {
    var artifact = client.get(kept(CHART)).json();

    assertThat(artifact.path("kind").asText()).isEqualTo("chart");
    assertThat(artifact.at("/content/bars/0/value").asDouble()).isEqualTo(4);
    assertThat(artifact.at("/links/preview").asText()).endsWith("/preview");
  }

  @Test
  void aPreviewRunsNothingAndIsFramedByOurPagesOnly() {
    var page = client.get(kept(new Words("<script>alert(1)</script>")) + "/preview");

    assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.header("content-security-policy"))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .contains("frame-ancestors 'self'");
    assertThat(page.header("x-frame-options")).isEqualTo("SAMEORIGIN");
    assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script");
  }

  @Test
  void pagesThatShowItAtTheSameMomentShareOneDrawing() {
    var path = kept(CHART) + "/preview";
    LOOKS.set(0);

    var shown = new ConcurrentLinkedQueue<Integer>();
    try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 40; i++) {
        pages.execute(() -> shown.add(client.get(path).status()));
      }
    }

    assertThat(shown).hasSize(40).containsOnly(200);
    assertThat(LOOKS).hasValueLessThan(20);
  }

  @Test
  void aChartIsTakenAlongInFourForms() {
    var path = kept(CHART) + "/export";

    assertThat(client.get(path).json().path("kind").asText()).isEqualTo("chart");
    assertThat(client.get(path + "?format=csv").body()).contains("'=Oslo,4.0");
    assertThat(client.get(path + "?format=svg").body()).startsWith("<svg");
    var png = client.get(path + "?format=png");
    assertThat(png.header("content-type")).isEqualTo("image/png");
    assertThat(png.header("content-disposition"))
        .matches("attachment; filename=\"artifact-\\w+.png\"");
  }

  @Test
  void whatIsNoChartIsNotDrawn() {
    var refused = client.get(kept(new Words("Hello.")) + "/export?format=png");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("detail").asText())
        .isEqualTo("This artifact is exported as json or csv.");
    assertThat(client.get(kept(CHART) + "/export?format=pdf").status()).isEqualTo(400);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(client.get("/artifacts/" + ArtifactId.random().value()).status()).isEqualTo(404);
    assertThat(client.get("/artifacts/x/preview").status()).isEqualTo(404);
  }
}
