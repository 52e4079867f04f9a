package dev.hatchery.avatar.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;

/** ComfyUI's queue, in which everybody's pictures wait. Used on one context only. */
record ComfyQueue(Exchange exchange) {

  static final String PATH = "/queue";

  /** Puts a graph into it; the name of the picture to be. */
  Future<String> put(JsonNode body) {
    return exchange.post("/prompt", body, Hearing.DEAF).compose(this::id);
  }

  /** Whether the server works on it now, rather than on somebody else's. */
  Future<Boolean> working(String id) {
    return exchange
        .get(PATH)
        .map(reply -> JsonText.read(reply.body()).map(queue -> running(queue, id)).orElse(false));
  }

  /** Takes it out again, or interrupts the server when it is the one that is being painted. */
  Future<Void> withdraw(String id) {
    var waiting = JsonText.object();
    waiting.putArray("delete").add(id);
    return exchange
        .post(PATH, waiting, Hearing.DEAF)
        .compose(any -> working(id))
        .compose(working -> working ? interrupt(id) : Future.succeededFuture());
  }

  // Old servers do not read the name, and interrupt whatever they work on.
  private Future<Void> interrupt(String id) {
    return exchange
        .post("/interrupt", JsonText.object().put("prompt_id", id), Hearing.DEAF)
        .mapEmpty();
  }

  private Future<String> id(Reply reply) {
    if (!reply.well()) {
      return Future.failedFuture(exchange.complaints().refused(reply));
    }
    return JsonText.read(reply.body())
        .map(answer -> answer.path("prompt_id").asText())
        .filter(id -> id.matches("[\\w-]{1,100}"))
        .map(Future::succeededFuture)
        .orElseGet(() -> Future.failedFuture(exchange.complaints().unreadable()));
  }

  private static boolean running(JsonNode queue, String id) {
    for (var item : queue.path("queue_running")) {
      if (item.path(1).asText().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
