package dev.hatchery.avatar.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hatchery.avatar.RenderException;
import dev.hatchery.avatar.RenderException.Reason;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What goes wrong with one server, in words that tell what to do and never the key. */
final class Complaints {

  private static final int WORDS_MOST = 200;
  private static final int REDIRECT_FIRST = 300;
  private static final int REDIRECT_LAST = 399;

  private final HttpSettings settings;

  Complaints(HttpSettings settings) {
    this.settings = settings;
  }

  RenderException unreachable(Throwable failure) {
    return RenderException.of(
        Reason.MISSING,
        "The painter's server at %s cannot be reached (%s). Start it, or set renderers.%s.url."
            .formatted(settings.server(), cause(failure), settings.name()));
  }

  RenderException brokenOff() {
    return RenderException.of(Reason.CRASHED, "The painter's server broke off its answer.");
  }

  RenderException tooMuch() {
    return RenderException.of(
        Reason.BAD_PICTURE, "The painter's server sent more than a picture can be.");
  }

  RenderException unreadable() {
    return RenderException.of(
        Reason.BAD_PICTURE, "The painter's server sent something that is no picture.");
  }

  RenderException none() {
    return RenderException.of(
        Reason.NO_PICTURE, "The painter's server answered without a picture.");
  }

  /**
   * It told an address where we wanted the picture itself: addresses of strangers are not asked.
   */
  RenderException elsewhere() {
    return RenderException.of(
        Reason.NO_PICTURE,
        "The painter's server told an address instead of the picture. Set"
            + " renderers.%s.options.response_format to \"b64_json\".".formatted(settings.name()));
  }

  /** It answered, and not with a picture. */
  RenderException refused(Reply reply) {
    return RenderException.of(
        Reason.CRASHED,
        "The painter's server answered %s%s.%s"
            .formatted(status(reply.status()), said(reply), advice(reply)));
  }

  /** It told an error in the middle of its answer. */
  RenderException failed(JsonNode error) {
    var words = words(error);
    return RenderException.of(
        Reason.CRASHED,
        "The painter's server failed%s.".formatted(words.isEmpty() ? "" : ": " + words));
  }

  /** Somebody else ended it, at the server. */
  RenderException stopped() {
    return RenderException.of(
        Reason.CRASHED, "The painter's server was told to stop by somebody else.");
  }

  /** What went wrong in a sentence. */
  String words(Throwable failure) {
    return failure instanceof TimeoutException
        ? "The painter's server at %s does not answer.".formatted(settings.server())
        : Objects.toString(failure.getMessage());
  }

  private String said(Reply reply) {
    var words = JsonText.read(reply.body()).map(this::words).orElse("");
    return words.isEmpty() ? "" : ": " + words;
  }

  private String advice(Reply reply) {
    if (reply.barred()) {
      return " Set renderers.%s.apiKey.".formatted(settings.name());
    }
    return reply.status() >= REDIRECT_FIRST && reply.status() <= REDIRECT_LAST
        ? " It wants us to go elsewhere, which we do not: set renderers.%s.url."
            .formatted(settings.name())
        : "";
  }

  private static String status(int status) {
    var reason = HttpResponseStatus.valueOf(status).reasonPhrase();
    return reason.startsWith("Unknown") ? Integer.toString(status) : status + " " + reason;
  }

  /** The words among what these servers tell of an error, one line without the key. */
  private String words(JsonNode error) {
    var words =
        places(error)
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("");
    var line = settings.apiKey().hide(words).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    var known = line.length() > WORDS_MOST ? line.substring(0, WORDS_MOST) + "…" : line;
    return known.replaceFirst("\\.$", "");
  }

  private static Stream<JsonNode> places(JsonNode error) {
    return Stream.of(
        nodeError(error),
        error.at("/error/message"),
        error.at("/errors"),
        error.at("/message"),
        error.at("/detail"),
        error.at("/detail/0/msg"),
        error.at("/error"));
  }

  // ComfyUI says only here which file it does not have.
  private static JsonNode nodeError(JsonNode error) {
    for (var node : error.path("node_errors")) {
      var first = node.at("/errors/0");
      return TextNode.valueOf(
          "%s: %s, %s"
              .formatted(
                  node.path("class_type").asText(),
                  first.path("message").asText(),
                  first.path("details").asText()));
    }
    return MissingNode.getInstance();
  }

  private static String cause(Throwable failure) {
    var name = failure.getClass().getSimpleName();
    return List.of("UnknownHostException", "UnresolvedAddressException").contains(name)
        ? "there is no such host"
        : Objects.toString(failure.getMessage()).replaceFirst(": .*", "");
  }
}
