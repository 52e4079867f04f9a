package dev.hatchery.avatar.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hatchery.avatar.RenderException;
import dev.hatchery.avatar.RenderOrder;
import dev.hatchery.avatar.RenderProgress;
import dev.hatchery.avatar.RenderReport;
import dev.hatchery.avatar.RenderReport.State;
import dev.hatchery.terminal.Reading;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * ComfyUI: a graph is put into its queue, a socket tells how far it is, and its history has the
 * picture. The history alone decides, so a socket that breaks costs nothing but progress.
 */
final class ComfyUi implements Dialect, ComfySocket.Ear {

  private static final Duration POLL = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final HttpSettings settings;
  private final Exchange exchange;
  private final RenderOrder order;
  private final Canvas canvas;
  private final ComfyWorkflow workflow;
  private final RenderProgress progress;
  private final ComfyQueue queue;
  private final ComfySocket socket;
  private final Promise<String> ours = Promise.promise();
  private final Promise<byte[]> over = Promise.promise();
  private boolean asked;
  private boolean closed;
  private boolean begun;
  private boolean looking;
  private boolean again;
  private boolean finished;
  private long timer = -1;

  ComfyUi(
      Vertx vertx,
      WebSocketClient sockets,
      HttpSettings settings,
      Exchange exchange,
      RenderOrder order,
      Canvas canvas) {
    this.vertx = vertx;
    this.settings = settings;
    this.exchange = exchange;
    this.order = order;
    this.canvas = canvas;
    this.workflow = ComfyWorkflow.of(settings.options());
    this.progress = new RenderProgress(workflow.rules());
    this.queue = new ComfyQueue(exchange);
    this.socket = new ComfySocket(sockets, exchange, this);
  }

  @Override
  public Future<byte[]> picture() {
    // One name for each picture: so nobody else's progress and previews are sent to us.
    var client = UUID.randomUUID().toString();
    socket
        .open(client)
        .transform(any -> order(client))
        .onSuccess(this::ordered)
        .onFailure(this::refused);
    return over.future().onComplete(any -> close());
  }

  /** Takes it out of the queue, or interrupts it when it is ours that is being painted. */
  @Override
  public Future<Void> stop() {
    close();
    return asked
        ? ours.future().compose(queue::withdraw).otherwiseEmpty()
        : Future.succeededFuture();
  }

  @Override
  public void message(JsonNode message) {
    ours.future()
        .onSuccess(
            id -> {
              if (message.at("/data/prompt_id").asText().equals(id)) {
                hear(message.path("type").asText(), message.path("data"));
              }
            });
  }

  @Override
  public void preview(byte[] file) {
    canvas.alive();
    canvas.preview(file, () -> canvas.repeat(progress.report()));
  }

  private void close() {
    closed = true;
    vertx.cancelTimer(timer);
    socket.close();
  }

  private Future<String> order(String client) {
    var body = JsonText.object().put("client_id", client);
    body.set("prompt", workflow.filled(values()));
    Map<String, Object> more = new LinkedHashMap<>(settings.options());
    more.remove(ComfyWorkflow.OPTION);
    asked = true;
    return queue.put(JsonText.with(body, more));
  }

  private Map<String, JsonNode> values() {
    return Map.of(
        "prompt", TextNode.valueOf(order.prompt()),
        "seed", LongNode.valueOf(order.seed()),
        "steps", IntNode.valueOf(settings.steps()),
        "width", IntNode.valueOf(settings.width()),
        "height", IntNode.valueOf(settings.height()));
  }

  private void ordered(String id) {
    // Who was stopped meanwhile only wants its name, to withdraw it.
    if (!closed) {
      timer = vertx.setPeriodic(POLL.toMillis(), poll -> look(id));
    }
    ours.tryComplete(id);
  }

  private void refused(Throwable failure) {
    ours.tryFail(failure);
    over.tryFail(failure);
  }

  private void hear(String type, JsonNode data) {
    switch (type) {
      case "execution_start" -> begin();
      case "progress" -> move(data);
      case "executing" -> {
        begin();
        if (data.path("node").isNull()) {
          ours.future().onSuccess(this::look);
        }
      }
      case "execution_error" -> fail(exchange.complaints().failed(ComfyHistory.error(data)));
      case "execution_interrupted" -> fail(exchange.complaints().stopped());
      default -> {
        // What is cached, what is executed, and what will come: the history says what came of it.
      }
    }
  }

  private void begin() {
    begun = true;
    canvas.begun();
  }

  private void move(JsonNode data) {
    begin();
    var none = OptionalDouble.empty();
    var bar =
        new Reading.Bar(
            workflow.name(data.path("node").asText()),
            none,
            OptionalDouble.of(Math.max(0, data.path("value").asDouble())),
            OptionalDouble.of(Math.max(0, data.path("max").asDouble())),
            "",
            "",
            Reading.Style.TQDM,
            false);
    progress.read(bar).ifPresent(canvas::report);
  }

  private void look(String id) {
    again = looking;
    if (looking || finished || closed) {
      return;
    }
    looking = true;
    exchange
        .get("/history/" + id)
        .onSuccess(reply -> remembered(reply, id))
        .onComplete(
            any -> {
              looking = false;
              if (again) {
                look(id);
              }
            });
  }

  private void remembered(Reply reply, String id) {
    canvas.alive();
    if (!reply.well()) {
      return;
    }
    var history = JsonText.read(reply.body()).flatMap(answer -> ComfyHistory.of(answer, id));
    if (history.isPresent()) {
      finish(history.get());
    } else if (!begun) {
      queue.working(id).onSuccess(this::beginIf);
    }
  }

  private void beginIf(boolean ourTurn) {
    if (ourTurn) {
      begin();
    }
  }

  private void finish(ComfyHistory history) {
    finished = true;
    vertx.cancelTimer(timer);
    var complaints = exchange.complaints();
    if (history.failed()) {
      fail(history.error().map(complaints::failed).orElseGet(complaints::stopped));
      return;
    }
    history
        .picture()
        .map(exchange::get)
        .orElseGet(() -> Future.failedFuture(complaints.none()))
        .compose(this::file)
        .onComplete(over);
  }

  private Future<byte[]> file(Reply reply) {
    if (!reply.well()) {
      return Future.failedFuture(exchange.complaints().refused(reply));
    }
    canvas.report(new RenderReport(State.FINISHING, 1, 0, 0, "Finishing…"));
    return Future.succeededFuture(reply.body().getBytes());
  }

  private void fail(RenderException failure) {
    over.tryFail(failure);
  }
}
