package dev.hatchery.terminal;

/** A bar's speed: {@code 2.31it/s}, {@code 14.18s/it}, {@code 312MB/s}, {@code ?step/s}. */
final class Rate {

  private static final String UNKNOWN = "?";

  private Rate() {}

  /** What is counted, such as {@code it} or {@code B}; empty when the text is no rate. */
  static String unit(String rate) {
    String text = rate.startsWith(UNKNOWN) ? rate.substring(1) : withoutNumber(rate);
    if (text.length() == rate.length()) {
      return "";
    }
    if (text.startsWith("s/")) {
      return text.substring(2).strip();
    }
    return text.endsWith("/s") ? plain(text.substring(0, text.length() - 2).strip()) : "";
  }

  private static String withoutNumber(String rate) {
    Scan scan = new Scan(rate, 0);
    scan.size();
    return scan.rest();
  }

  private static String plain(String unit) {
    return unit.endsWith("iB") ? "B" : unit;
  }
}
