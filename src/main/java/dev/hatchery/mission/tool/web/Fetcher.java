package dev.hatchery.mission.tool.web;

import dev.hatchery.mission.tool.ToolException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches pages whose addresses come from strangers. Every name is resolved once, each of its
 * addresses must be public, and what is connected to is the address that was checked.
 */
final class Fetcher {
  private static final int REDIRECTS_MOST = 3;

  private final Network network;
  private final Exchange exchange;
  private final AllowedDomains allowed;

  Fetcher(Vertx vertx, AllowedDomains allowed) {
    this(vertx, allowed, new Internet(vertx));
  }

  Fetcher(Vertx vertx, AllowedDomains allowed, Network network) {
    this.network = network;
    this.exchange = new Exchange(vertx);
    this.allowed = allowed;
  }

  /**
   * Waits for the page at {@code url}.
   *
   * @param patience with all redirects
   * @param stopped fails once nobody wants it any longer
   * @throws ToolException in words when there is none, or it may not be read
   */
  Page fetch(String url, Duration patience, Future<Void> stopped) {
    var deadline = System.nanoTime() + patience.toNanos();
    var destination = Destination.of(url, allowed);
    for (int hop = 0; hop <= REDIRECTS_MOST; hop++) {
      var reply = answer(destination, deadline, stopped);
      var location = reply.location();
      if (location == null) {
        return page(destination, reply);
      }
      destination = destination.to(location, allowed);
    }
    throw new ToolException("More than %d redirects".formatted(REDIRECTS_MOST));
  }

  private Reply answer(Destination destination, long deadline, Future<Void> stopped) {
    var address = publicAddress(destination, left(deadline), stopped);
    return exchange
        .send(request(destination, address), Buffer.buffer(), left(deadline), stopped)
        .await();
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
  }

  private InetAddress publicAddress(
      Destination destination, Duration patience, Future<Void> stopped) {
    Promise<List<InetAddress>> resolved = Promise.promise();
    stopped.onFailure(resolved::tryFail);
    network
        .resolve(destination.host())
        .timeout(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS)
        .onSuccess(resolved::tryComplete)
        .onFailure(
            failure ->
                resolved.tryFail(
                    failure instanceof TimeoutException
                        ? ConnectionWords.timeout()
                        : new ToolException("Unknown host")));
    var addresses = resolved.future().await();
    // One private address among public ones is how names lead astray, so it counts for all.
    if (addresses.isEmpty() || !addresses.stream().allMatch(PublicAddress::is)) {
      throw new ToolException(
          "Address refused: %s is not on the public internet".formatted(destination.host()));
    }
    return addresses.getFirst();
  }

  private RequestOptions request(Destination destination, InetAddress checked) {
    return new RequestOptions()
        .setServer(network.at(checked, destination.port()))
        .setHost(destination.host())
        .setPort(destination.port())
        .setSsl(destination.secure())
        .setURI(destination.path())
        .putHeader("host", destination.authority())
        .putHeader("accept", "text/html, text/plain;q=0.8");
  }

  private static Page page(Destination destination, Reply reply) {
    if (!reply.well()) {
      throw new ToolException("The page answered with status %d".formatted(reply.status()));
    }
    return new Page(destination.url(), reply.headers().get("content-type"), reply.body());
  }
}
