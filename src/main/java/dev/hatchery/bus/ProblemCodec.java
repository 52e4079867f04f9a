package dev.hatchery.bus;

import dev.hatchery.protocol.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/** Carries a {@link ProblemException} as the problem in it. */
final class ProblemCodec implements MessageCodec<ProblemException, ProblemException> {
  private final RecordCodec problems;

  ProblemCodec(RecordCodec problems) {
    this.problems = problems;
  }

  @Override
  public void encodeToWire(Buffer buffer, ProblemException exception) {
    problems.encodeToWire(buffer, exception.problem());
  }

  @Override
  public ProblemException decodeFromWire(int position, Buffer buffer) {
    return new ProblemException((Problem) problems.decodeFromWire(position, buffer));
  }

  @Override
  public ProblemException transform(ProblemException exception) {
    return exception;
  }

  @Override
  public String name() {
    return "hatchery-problem";
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
