package dev.hatchery.journey;

import java.util.List;

/** What would begin a line, a frame, an event, a script or a command of its own somewhere. */
final class Tricks {
  static final List<String> ALL =
      List.of(
          "a\nid: 999\nevent: complete\ndata: {}\n\n",
          "a\rid: 999\rdata: {}\r\r",
          "a\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
          "a\u0000b",
          "a\u2028b\u2029c\u0085d",
          "\"},\"id\":999,\"type\":\"complete\",\"data\":{\"x\":\"",
          "a[\"{}\"]",
          "</script><script>window.tricked = true</script>",
          "<img src=x onerror=\"window.tricked = true\">",
          "${jndi:ldap://127.0.0.1/x}",
          "\u001b]52;c;YQ==\u0007\u009b2J\u001b[31m\b",
          "\u202egnp.exe",
          "\ud83e\udd5a");

  private Tricks() {}
}
