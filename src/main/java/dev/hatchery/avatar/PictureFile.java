package dev.hatchery.avatar;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** A file that a renderer wrote, which may be anything. */
final class PictureFile {

  static final int SIDE_MOST = 4096;
  static final int PREVIEW_SIDE = 512;

  private static final long BYTES_MOST = 64L << 20;

  private PictureFile() {}

  /** The picture in it; {@link PictureException} says why there is none. */
  static Picture read(Path file) throws PictureException {
    return read(file, SIDE_MOST);
  }

  /** The same, made small. */
  static Picture preview(Path file) throws PictureException {
    return read(file, PREVIEW_SIDE);
  }

  private static Picture read(Path file, int side) throws PictureException {
    try {
      requirePlain(file);
      return decode(bytes(file), side);
    } catch (NoSuchFileException e) {
      throw PictureException.none();
    } catch (IOException e) {
      throw PictureException.bad("wrote a picture that cannot be read");
    }
  }

  /** The picture in the bytes of a file, its longer side at most {@code side}. */
  static Picture decode(byte[] file, int side) throws PictureException {
    try {
      return Picture.of(PictureDecoder.decode(file), side);
    } catch (IOException e) {
      throw PictureException.bad("wrote a picture that cannot be read");
    }
  }

  // Before opening: merely opening a FIFO would wait for ever.
  private static void requirePlain(Path file) throws IOException, PictureException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw PictureException.bad("left something that is not a plain file instead of a picture");
    }
    if (attributes.size() == 0) {
      throw PictureException.bad("wrote an empty picture");
    }
    requireSmall(attributes.size());
  }

  private static void requireSmall(long size) throws PictureException {
    if (size > BYTES_MOST) {
      throw PictureException.bad("wrote a picture of more than 64 MiB");
    }
  }

  private static byte[] bytes(Path file) throws IOException, PictureException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      requireSmall(channel.size());
      return Channels.newInputStream(channel).readNBytes((int) channel.size());
    }
  }
}
