package dev.hatchery.llm.http;

/**
 * What a provider's bytes say. All methods throw {@link dev.hatchery.llm.ModelException} when they
 * say that something is wrong.
 */
public interface Transcript {

  /** Takes the next bytes, cut anywhere. */
  void read(byte[] bytes);

  /** The bytes are over; throws unless the answer is whole. */
  void finish();

  /** Whether the provider has said that the answer is whole; what follows need not be read. */
  boolean whole();
}
