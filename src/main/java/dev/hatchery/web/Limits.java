package dev.hatchery.web;

import java.time.Duration;

/**
 * What one instance of the web grants its clients.
 *
 * @param uriBytes the longest request line
 * @param headerBytes the most of all headers together
 * @param bodyBytes the longest body
 * @param headers how long a request's headers may take to arrive
 * @param body how long a request's body may take to arrive after them
 * @param idle how long a connection may stay open without a request
 * @param streams how many streams may be open
 * @param streamsEach how many of them one user, token or link may have open, with all instances
 * @param stall how long a stream may take nothing before it is cut
 * @param beat how long a stream may be silent before it gets a beat
 */
public record Limits(
    int uriBytes,
    int headerBytes,
    int bodyBytes,
    Duration headers,
    Duration body,
    Duration idle,
    int streams,
    int streamsEach,
    Duration stall,
    Duration beat) {

  /** What is granted unless something else is said. */
  public static final Limits USUAL =
      new Limits(
          8 * 1024,
          16 * 1024,
          256 * 1024,
          Duration.ofSeconds(10),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          20_000,
          50,
          Duration.ofSeconds(30),
          Duration.ofSeconds(4));

  /** The same with beats early enough that no stream is silent for longer than this. */
  public Limits neverSilentFor(Duration silence) {
    var early = silence.multipliedBy(4).dividedBy(5);
    return new Limits(
        uriBytes, headerBytes, bodyBytes, headers, body, idle, streams, streamsEach, stall, early);
  }
}
