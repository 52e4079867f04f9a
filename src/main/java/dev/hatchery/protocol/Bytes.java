package dev.hatchery.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that nobody changes, so that many may share them without a copy. */
public final class Bytes {
  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /** Takes the array over: the caller must not change it any more. */
  public static Bytes wrap(byte[] array) {
    return new Bytes(array);
  }

  /** How many there are. */
  public int length() {
    return array.length;
  }

  /** A read-only view of the shared bytes. */
  public ByteBuffer view() {
    return ByteBuffer.wrap(array).asReadOnlyBuffer();
  }

  /** A copy of one's own. */
  public byte[] copy() {
    return array.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
