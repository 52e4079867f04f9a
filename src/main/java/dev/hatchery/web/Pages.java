package dev.hatchery.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, each read once. A name is looked up, never joined to a path. */
final class Pages {
  private static final String ROOT = "/webroot/";
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9][A-Za-z0-9_-]*/){0,4}[A-Za-z0-9][A-Za-z0-9_-]*\\.([a-z0-9]{2,5})");
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=utf-8",
          "woff2", "font/woff2");
  private static final int TAG_BYTES = 12;

  private final Map<String, File> read = new ConcurrentHashMap<>();

  /** One file as it is sent. */
  record File(String mediaType, String tag, Buffer bytes) {
    /** Fonts stay as they are; all else is asked for again, so that a new version shows at once. */
    String caching() {
      return mediaType.startsWith("font/") ? "public, max-age=604800" : "no-cache";
    }
  }

  /** Whether a file could be called so, before anybody looks. */
  static boolean mayBe(String name) {
    return NAME.matcher(name).matches();
  }

  /** The file of this name, if it has been read before. */
  Optional<File> known(String name) {
    return Optional.ofNullable(read.get(name));
  }

  /** The file of this name, read from the class path the first time. */
  Optional<File> file(String name) throws IOException {
    var known = known(name);
    if (known.isPresent()) {
      return known;
    }
    var form = NAME.matcher(name);
    var mediaType = form.matches() ? MEDIA_TYPES.get(form.group(2)) : null;
    return mediaType == null ? Optional.empty() : load(name, mediaType);
  }

  private Optional<File> load(String name, String mediaType) throws IOException {
    try (var in = Pages.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        return Optional.empty();
      }
      var bytes = in.readAllBytes();
      var file = new File(mediaType, tag(bytes), Buffer.buffer(bytes));
      read.put(name, file);
      return Optional.of(file);
    }
  }

  private static String tag(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
