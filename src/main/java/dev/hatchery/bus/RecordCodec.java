package dev.hatchery.bus;

import dev.hatchery.protocol.Message;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import org.jspecify.annotations.Nullable;

/**
 * Carries every {@link Message}: on this node the very same object, between nodes a length and
 * JSON. Only the codec's name travels with it.
 */
final class RecordCodec implements MessageCodec<Message, Message> {
  static final String NAME = "hatchery";
  private static final int LENGTH_BYTES = 4;

  /** Made with the first message between nodes: a node alone starts faster without it. */
  private @Nullable MessageJson json;

  @Override
  public void encodeToWire(Buffer buffer, Message message) {
    var bytes = json().write(message);
    buffer.appendInt(bytes.length).appendBytes(bytes);
  }

  @Override
  public Message decodeFromWire(int position, Buffer buffer) {
    var start = position + LENGTH_BYTES;
    return json().read(buffer.getBytes(start, start + buffer.getInt(position)));
  }

  private synchronized MessageJson json() {
    if (json == null) {
      json = new MessageJson();
    }
    return json;
  }

  @Override
  public Message transform(Message message) {
    return message;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
