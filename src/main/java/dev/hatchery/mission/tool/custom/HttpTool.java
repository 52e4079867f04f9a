package dev.hatchery.mission.tool.custom;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hatchery.config.ToolEntry;
import dev.hatchery.mission.tool.Answer;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.mission.tool.web.Addressed;
import dev.hatchery.mission.tool.web.Exchange;
import dev.hatchery.protocol.ToolName;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A server of the user's: {@code POST {"run_id","objective","scope","constraints"}}, or {@code GET
 * …?objective=…}; its answer as {@link Contents} reads it. The operator has named it, so it may be
 * anywhere; redirects are not followed.
 */
final class HttpTool extends ConfiguredTool {
  private final URI url;
  private final Exchange exchange;
  private final ObjectMapper json = new ObjectMapper();

  /** A tool that opens no connection yet. */
  HttpTool(Vertx vertx, ToolName name, ToolEntry entry, URI url) {
    super(name, entry);
    this.url = url;
    this.exchange = new Exchange(vertx);
  }

  @Override
  public @Nullable String lacks() {
    return null;
  }

  @Override
  public Answer use(Call call) {
    var reply = exchange.send(request(call), body(call), patience(call), call.stopped()).await();
    if (!reply.well()) {
      throw new ToolException("%s answered with status %d".formatted(name, reply.status()));
    }
    return Contents.answer(name, reply.body().toString());
  }

  private RequestOptions request(Call call) {
    var options =
        Addressed.to(isGet() ? asked(call) : url)
            .setMethod(HttpMethod.valueOf(entry.method().name()));
    options.putHeader("accept", "application/json, text/plain;q=0.8");
    if (!isGet()) {
      options.putHeader("content-type", "application/json");
    }
    if (entry.apiKey().present()) {
      options.putHeader("authorization", "Bearer " + entry.apiKey().reveal());
    }
    return options;
  }

  private URI asked(Call call) {
    var query = "objective=" + URLEncoder.encode(call.objective(), StandardCharsets.UTF_8);
    var scope =
        call.scope() == null
            ? ""
            : "&scope=" + URLEncoder.encode(call.scope(), StandardCharsets.UTF_8);
    return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query + scope);
  }

  private Buffer body(Call call) {
    if (isGet()) {
      return Buffer.buffer();
    }
    var body = json.createObjectNode().put("run_id", call.runId().value());
    body.put("objective", call.objective()).put("scope", call.scope());
    call.constraints().forEach(body.putArray("constraints")::add);
    return Buffer.buffer(body.toString());
  }

  private boolean isGet() {
    return entry.method() == ToolEntry.Method.GET;
  }
}
