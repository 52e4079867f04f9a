package dev.hatchery.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is refused before anybody else is asked. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String detail;
  private final @Nullable String field;

  private Refusal(int status, String code, String detail, @Nullable String field) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.field = field;
  }

  /** It cannot be understood. */
  static Refusal malformed(String code, String detail) {
    return new Refusal(400, code, detail, null);
  }

  /** It cannot be understood because of one part. */
  static Refusal malformed(String code, String field, String detail) {
    return new Refusal(400, code, detail, field);
  }

  /** It comes from where nothing is allowed. */
  static Refusal foreign(String code, String detail) {
    return new Refusal(403, code, detail, null);
  }

  /** It is understood, and one part of it is not valid. */
  static Refusal invalid(String code, String field, String detail) {
    return new Refusal(422, code, detail, field);
  }

  /** Refused for another reason that HTTP has a number for. */
  static Refusal because(int status, String code, String detail) {
    return new Refusal(status, code, detail, null);
  }

  /** Nobody knows who asks. The same words, whatever was shown and however it came to nothing. */
  static Refusal unknown() {
    return new Refusal(
        401,
        "unauthenticated",
        "Say who you are: send a token as \"Authorization: Bearer …\", or sign in at /sign-in.",
        null);
  }

  /** Who asks may only look. */
  static Refusal readOnly() {
    return new Refusal(
        403, "read_only", "You may look at everything here and change nothing.", null);
  }

  /** What is asked for is not there, or not there for whoever asks. */
  static Refusal nothingHere() {
    return new Refusal(404, "not_found", "There is nothing here.", null);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String detail() {
    return detail;
  }

  Optional<String> field() {
    return Optional.ofNullable(field);
  }
}
