package dev.hatchery.avatar;

import io.vertx.core.Future;

/** Paints pictures: a program in a terminal, or a server. */
public interface Renderer {

  /** One picture to be painted, to be started at once: its time-outs count from here. */
  RenderWork work(RenderOrder order, RenderListener listener);

  /** Looks whether it is there, without painting anything. Never fails, takes 10 s at most. */
  Future<Checkup> check();
}
