package dev.hatchery.mission.tool.web;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses belong to the public internet, by the registries of special-purpose addresses of
 * IANA (RFC 6890 and its successors).
 */
final class PublicAddress {
  private static final int IPV4_BYTES = 4;

  private static final List<Block> SPECIAL_V4 =
      List.of(
          block("0.0.0.0", 8), // this network
          block("10.0.0.0", 8), // private
          block("100.64.0.0", 10), // carrier-grade NAT
          block("127.0.0.0", 8), // loopback
          block("169.254.0.0", 16), // link-local, where clouds keep their secrets
          block("172.16.0.0", 12), // private
          block("192.0.0.0", 24), // protocol assignments
          block("192.0.2.0", 24), // documentation
          block("192.88.99.0", 24), // relays of 6to4
          block("192.168.0.0", 16), // private
          block("198.18.0.0", 15), // benchmarking
          block("198.51.100.0", 24), // documentation
          block("203.0.113.0", 24), // documentation
          block("224.0.0.0", 4), // multicast
          block("240.0.0.0", 4)); // reserved, and broadcast

  /** Everything else of IPv6 is special, such as mapped and translated IPv4, and ULA. */
  private static final Block GLOBAL_V6 = block("2000::", 3);

  private static final List<Block> SPECIAL_V6 =
      List.of(
          block("2001::", 23), // protocol assignments, Teredo, benchmarking, ORCHID
          block("2001:db8::", 32), // documentation
          block("2002::", 16), // 6to4, in which any IPv4 address hides
          block("3fff::", 20)); // documentation

  private PublicAddress() {}

  /** Whether anybody on the internet may be meant by {@code address}. */
  static boolean is(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == IPV4_BYTES
        ? SPECIAL_V4.stream().noneMatch(block -> block.has(bytes))
        : GLOBAL_V6.has(bytes) && SPECIAL_V6.stream().noneMatch(block -> block.has(bytes));
  }

  private static Block block(String first, int bits) {
    try {
      return new Block(top(InetAddress.getByName(first).getAddress(), bits), bits);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BigInteger top(byte[] address, int bits) {
    return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
  }

  /** All addresses of one kind that begin with the same {@code bits}. */
  private record Block(BigInteger prefix, int bits) {
    boolean has(byte[] address) {
      return top(address, bits).equals(prefix);
    }
  }
}
