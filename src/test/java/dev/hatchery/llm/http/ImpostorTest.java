package dev.hatchery.llm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatchery.llm.Answers;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that shows a certificate of its own making is never told the key. */
class ImpostorTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void anImpostorGetsNoRequest() throws Exception {
    var requests = new AtomicInteger();
    var server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setSsl(true)
                    .setKeyCertOptions(
                        new PfxOptions().setPath(certificate()).setPassword(PASSWORD)))
            .requestHandler(
                request -> {
                  requests.incrementAndGet();
                  request.response().end();
                })
            .listen(0, "127.0.0.1")
            .await();
    var model = Answers.OPENAI.model(vertx, URI.create("https://localhost:" + server.actualPort()));

    var checkup = model.check().toCompletionStage().toCompletableFuture().get(15, TimeUnit.SECONDS);

    assertThat(checkup.well()).isFalse();
    assertThat(checkup.sentence()).startsWith("The connection to https://localhost:");
    assertThat(checkup.sentence()).contains("is not secure");
    assertThat(requests).hasValue(0);
  }

  private String certificate() throws IOException, InterruptedException {
    var file = folder.resolve("impostor.p12").toString();
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file,
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(made.waitFor()).isZero();
    return file;
  }
}
