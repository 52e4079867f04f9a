package dev.hatchery.protocol;

import java.time.Duration;

/**
 * Something that one verticle asks another, which answers or fails with a {@link Problem}.
 *
 * @param address where it is answered
 * @param patience how long the asker waits
 * @param reach whether only this node may answer
 */
public record Question<Q extends Message, A extends Message>(
    String address, Class<Q> asks, Class<A> answers, Duration patience, Reach reach) {

  /** The same question to one node alone, from any. */
  public Question<Q, A> at(String node) {
    return new Question<>(address + "@" + node, asks, answers, patience, Reach.CLUSTER);
  }

  /** The same question by somebody who waits so long for an answer. */
  public Question<Q, A> within(Duration time) {
    return new Question<>(address, asks, answers, time, reach);
  }

  /** Whether only one node, which need not be this one, can answer it. */
  public boolean toOneNode() {
    return address.indexOf('@') >= 0;
  }
}
