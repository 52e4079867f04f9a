package dev.hatchery.llm.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hatchery.llm.ModelException;
import dev.hatchery.llm.Trouble;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.MultiMap;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What one provider's refusals and failures mean, in sentences that never hold its key. */
public final class Complaints {
  private static final int WORDS_MOST = 300;
  private static final int REDIRECTS = 300;
  private static final int ERRORS = 400;
  private static final int SERVER_ERRORS = 500;
  private static final int OVERLOADED = 529;

  private final Provider provider;
  private final InstantSource clock;

  Complaints(Provider provider, InstantSource clock) {
    this.provider = provider;
    this.clock = clock;
  }

  /** For errors that arrive in the middle of a stream. */
  public Complaints(Provider provider) {
    this(provider, InstantSource.system());
  }

  /** An answer with a status other than 2xx. */
  ModelException status(int status, MultiMap headers, String body) {
    var words = JsonText.read(body).map(JsonText::complaint).orElse("");
    var said = headers.get("x-should-retry");
    var again = said == null ? passes(status) : said.equals("true");
    return of(trouble(status), status, words, again, RetryAfter.read(headers, clock));
  }

  /** An error object in the middle of a stream, whose status was 200. */
  public ModelException inStream(JsonNode error) {
    var code = error.path("code").asInt(error.path("status_code").asInt(0));
    var status = code >= ERRORS ? code : named(type(error));
    var words = error.isTextual() ? error.asText() : error.path("message").asText();
    // Text may have been heard before, so this is not the moment to ask in simpler words.
    var trouble = trouble(status) == Trouble.REJECTED ? Trouble.REFUSED : trouble(status);
    return of(trouble, status, words, passes(status), null);
  }

  /** No answer at all. */
  ModelException connection(Throwable failure) {
    var address = provider.url();
    return switch (failure) {
      case UnknownHostException unknown ->
          down("There is no host named %s (%s.url).", address.getHost(), provider.settings());
      case ConnectTimeoutException late -> down("%s does not answer.", address);
      case ConnectException refused ->
          down(
              "Nothing answers at %s. Is %s running there?",
              address, provider.title().replaceFirst("^The ", "the "));
      case SSLException insecure ->
          ModelException.lasting(
              Trouble.MISCONFIGURED,
              "The connection to %s is not secure: %s."
                  .formatted(address, quote(String.valueOf(insecure.getMessage()))));
      default ->
          down(
              "The connection to %s failed: %s.",
              address, quote(String.valueOf(failure.getMessage())));
    };
  }

  /** The answer ended before it was whole. */
  public ModelException brokenOff() {
    return ModelException.passing(
        Trouble.BROKEN_OFF, "%s broke off in the middle.".formatted(provider.title()));
  }

  /** The answer is as long as it may be, and not whole. */
  public ModelException cutShort() {
    return ModelException.lasting(
        Trouble.CUT_SHORT,
        "%s stopped after as many tokens as it may write (%s.maxTokens)."
            .formatted(provider.title(), provider.settings()));
  }

  /** The model does not want to. */
  public ModelException refused() {
    return ModelException.lasting(
        Trouble.REFUSED, "%s refuses to write this.".formatted(provider.title()));
  }

  /** Something that is no answer, whatever it is. */
  ModelException unreadable(String what) {
    return ModelException.lasting(
        Trouble.UNREADABLE, "%s sent %s.".formatted(provider.title(), what));
  }

  private ModelException of(
      Trouble trouble, int status, String words, boolean again, @Nullable Duration wait) {
    var sentence = sentence(status) + (words.isEmpty() ? "" : " It says: " + quote(words));
    return again
        ? ModelException.passing(trouble, sentence, wait)
        : ModelException.lasting(trouble, sentence);
  }

  private String sentence(int status) {
    var title = provider.title();
    return switch (status) {
      case 401 ->
          provider.key().present()
              ? "%s does not accept the key (401); set %s.apiKey."
                  .formatted(title, provider.settings())
              : "%s wants a key (401), and it has been given none.".formatted(title);
      case 402 -> "%s wants to be paid first (402).".formatted(title);
      case 403 -> "The key may not use this model of %s (403).".formatted(title);
      case 404 ->
          "%s knows no model %s, or nothing is at %s (404)."
              .formatted(title, provider.model(), provider.url());
      case 429 -> "%s is overloaded, or the quota is used up (429).".formatted(title);
      case OVERLOADED, 503 -> "%s is overloaded (%d).".formatted(title, status);
      default ->
          status < ERRORS
              ? "%s sends us elsewhere (%d); put the right address into %s.url."
                  .formatted(title, status, provider.settings())
              : "%s answered with an error (%d).".formatted(title, status);
    };
  }

  private static Trouble trouble(int status) {
    return switch (status) {
      case 401, 402, 403 -> Trouble.MISCONFIGURED;
      case 404 -> Trouble.UNKNOWN;
      case 429, 503, OVERLOADED -> Trouble.OVERLOADED;
      case 408, 409 -> Trouble.DOWN;
      default ->
          status < REDIRECTS || status >= SERVER_ERRORS
              ? Trouble.DOWN
              : status < ERRORS ? Trouble.MISCONFIGURED : Trouble.REJECTED;
    };
  }

  private static boolean passes(int status) {
    return status == 408 || status == 409 || status == 429 || status >= SERVER_ERRORS;
  }

  private static String type(JsonNode error) {
    return error.path("type").asText() + " " + error.path("code").asText();
  }

  /** The status that belongs to an error's name. */
  private static int named(String type) {
    if (type.contains("rate_limit")) {
      return 429;
    }
    if (type.contains("overloaded")) {
      return OVERLOADED;
    }
    if (type.contains("authentication") || type.contains("invalid_api_key")) {
      return 401;
    }
    if (type.contains("billing") || type.contains("insufficient_quota")) {
      return 402;
    }
    if (type.contains("permission")) {
      return 403;
    }
    if (type.contains("not_found")) {
      return 404;
    }
    return type.contains("invalid_request") ? ERRORS : SERVER_ERRORS;
  }

  private static ModelException down(String sentence, Object... words) {
    return ModelException.passing(Trouble.DOWN, sentence.formatted(words));
  }

  /** A stranger's words in one short line, without the key. */
  public String quote(String words) {
    var plain = provider.key().hide(words).replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
    return plain.length() <= WORDS_MOST ? plain : plain.substring(0, WORDS_MOST) + "…";
  }
}
