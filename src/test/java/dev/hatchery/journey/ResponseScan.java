package dev.hatchery.journey;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Finds the ends of the responses on a connection that is asked for one thing at a time. */
final class ResponseScan {
  private static final String HEAD_ENDS = "\r\n\r\n";
  private static final Pattern LENGTH =
      Pattern.compile("\r\ncontent-length: (\\d+)\r\n", Pattern.CASE_INSENSITIVE);

  private final StringBuilder head = new StringBuilder();

  /** Of the body, or -1 within the head. */
  private long bytesLeft = -1;

  /** Takes what came; whether the response ends with it. */
  boolean ends(byte[] bytes, int length) {
    if (bytesLeft < 0) {
      head.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
      var end = head.indexOf(HEAD_ENDS);
      if (end < 0) {
        return false;
      }
      var begun = head.length() - end - HEAD_ENDS.length();
      bytesLeft = announced(head.substring(0, end + 2)) - begun;
      head.setLength(0);
    } else {
      bytesLeft -= length;
    }
    var over = bytesLeft == 0;
    bytesLeft = over ? -1 : bytesLeft;
    return over;
  }

  private static long announced(String head) {
    var length = LENGTH.matcher(head);
    if (!head.startsWith("HTTP/1.1 200") || !length.find()) {
      throw new AssertionError("this is no answer: " + head);
    }
    return Long.parseLong(length.group(1));
  }
}
