package dev.hatchery.web;

import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One server with the usual limits for all tests of a class; nobody has to sign in to it. */
@SuppressWarnings("NullAway.Init")
abstract class ServerFixture {
  static WebServer server;
  static FakeHatchery hatchery;
  static Client client;

  @BeforeAll
  static void start() {
    server = WebServer.usual();
    hatchery = server.hatchery();
    client = server.client();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A run that waits, as streams are told of it from its first event on. */
  static RunId run() {
    return hatchery.queue(Owner.LOCAL, "a dragon").id();
  }

  static SocketClient socket(String path, String... headers) {
    return SocketClient.open(server.port(), path, headers);
  }

  /** The ids of events that followed each other, as clients read them. */
  static List<String> ids(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(Long::toString).toList();
  }
}
