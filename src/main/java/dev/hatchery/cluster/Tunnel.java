package dev.hatchery.cluster;

import dev.hatchery.config.Cluster;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.function.Supplier;

/**
 * What lies between the Hazelcasts of the nodes: nothing on one machine, and otherwise encryption.
 *
 * @param place where Hazelcast finds itself and the others
 * @param end of it
 */
record Tunnel(Place place, Supplier<Future<Void>> end) {
  /** Opens what these settings need, on an engine of its own that is no member of anything. */
  static Tunnel of(Cluster settings) {
    if (!settings.tls().on()) {
      return new Tunnel(Place.direct(settings), Future::succeededFuture);
    }
    var verticle = new TunnelVerticle(settings, new Credentials(settings.tls()));
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      vertx.deployVerticle(verticle).await();
      return new Tunnel(verticle.place(), vertx::close);
    } catch (Exception e) {
      vertx.close().await();
      throw e;
    }
  }

  Future<Void> close() {
    return end.get();
  }
}
