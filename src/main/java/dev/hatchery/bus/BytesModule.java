package dev.hatchery.bus;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.hatchery.protocol.Bytes;
import java.io.IOException;

/** {@link Bytes} as base 64. */
final class BytesModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  BytesModule() {
    addSerializer(Bytes.class, new Writer());
    addDeserializer(Bytes.class, new Reader());
  }

  private static final class Writer extends StdSerializer<Bytes> {
    private static final long serialVersionUID = 1;

    Writer() {
      super(Bytes.class);
    }

    @Override
    public void serialize(Bytes value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeBinary(value.copy());
    }
  }

  private static final class Reader extends StdDeserializer<Bytes> {
    private static final long serialVersionUID = 1;

    Reader() {
      super(Bytes.class);
    }

    @Override
    public Bytes deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Bytes.wrap(in.getBinaryValue());
    }
  }
}
