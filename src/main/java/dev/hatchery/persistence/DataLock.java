package dev.hatchery.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The lock on a data directory: one server at a time, and others can read which. */
public final class DataLock implements AutoCloseable {
  private static final String FILE = "lock";
  private static final int CONTENT_MOST = 1024;

  /** Who only looks whether a server runs, or makes a token, has it for less than that. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration TRIES_APART = Duration.ofMillis(50);

  /**
   * What this process holds. A lock belongs to the process, and the kernel drops it when any
   * descriptor of its file is closed: whoever holds it must not open the file again to look.
   */
  private static final Map<Path, DataLock> HELD_HERE = new ConcurrentHashMap<>();

  /**
   * Who holds the lock.
   *
   * @param address where it serves, such as {@code http://127.0.0.1:8000}; null until it does
   */
  public record Holder(long pid, @Nullable String address) {}

  private final Path file;
  private final FileChannel channel;
  private Holder holder;

  private DataLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    this.holder = new Holder(ProcessHandle.current().pid(), null);
  }

  /**
   * Takes the lock, making the directory where there is none; waits a moment for whoever serves
   * nothing.
   *
   * @throws StorageException with a sentence for people when another holds it or it cannot be taken
   */
  public static synchronized DataLock take(Path data) {
    DataDirectory.make(data);
    try {
      var file = file(data);
      if (HELD_HERE.containsKey(file)) {
        throw inUse(data, holder(data));
      }
      var lock = new DataLock(file, locked(data, file));
      HELD_HERE.put(file, lock);
      lock.write();
      return lock;
    } catch (IOException e) {
      throw new StorageException("The data directory " + data + " cannot be locked.", e);
    }
  }

  /** Who works on this data now, if anybody does. */
  public static Optional<Holder> holder(Path data) {
    if (!Files.exists(data.resolve(FILE))) {
      return Optional.empty();
    }
    try {
      var file = file(data);
      var here = HELD_HERE.get(file);
      return here == null ? holderElsewhere(file) : Optional.of(here.holder);
    } catch (IOException e) {
      throw new StorageException("The lock of " + data + " cannot be read.", e);
    }
  }

  /** Tells others where this server is reached. */
  public void publish(String address) {
    holder = new Holder(holder.pid(), address);
    try {
      write();
    } catch (IOException e) {
      throw new StorageException("The address cannot be written to " + file + ".", e);
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    if (HELD_HERE.remove(file, this)) {
      try {
        channel.truncate(0);
        channel.close();
      } catch (IOException e) {
        throw new StorageException("The lock " + file + " cannot be given back.", e);
      }
    }
  }

  private static Optional<Holder> holderElsewhere(Path file) throws IOException {
    try (var channel = open(file)) {
      return channel.tryLock(0, Long.MAX_VALUE, true) == null
          ? Optional.of(read(channel))
          : Optional.empty();
    }
  }

  private static FileChannel locked(Path data, Path file) throws IOException {
    var since = System.nanoTime();
    var channel = lockedAtOnce(file);
    while (channel == null) {
      var holder = holder(data);
      var serves = holder.filter(known -> known.address() != null).isPresent();
      if (serves || System.nanoTime() - since > PATIENCE.toNanos()) {
        throw inUse(data, holder);
      }
      LockSupport.parkNanos(TRIES_APART.toNanos());
      channel = lockedAtOnce(file);
    }
    return channel;
  }

  private static @Nullable FileChannel lockedAtOnce(Path file) throws IOException {
    var channel = open(file);
    if (channel.tryLock() == null) {
      channel.close();
      return null;
    }
    return channel;
  }

  private static Holder read(FileChannel channel) throws IOException {
    var buffer = ByteBuffer.allocate(CONTENT_MOST);
    channel.read(buffer, 0);
    var lines = StandardCharsets.UTF_8.decode(buffer.flip()).toString().lines().toList();
    var pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst());
    return new Holder(pid, lines.size() > 1 ? lines.get(1) : null);
  }

  private void write() throws IOException {
    var address = holder.address();
    var content = holder.pid() + "\n" + (address == null ? "" : address + "\n");
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static Path file(Path data) throws IOException {
    return data.toRealPath().resolve(FILE);
  }

  private static StorageException inUse(Path data, Optional<Holder> holder) {
    return new StorageException(
        "Another Hatchery (process %s) works on %s; stop it, or choose another directory with --data."
            .formatted(
                holder.map(known -> Long.toString(known.pid())).orElse("unknown"),
                data.toAbsolutePath()));
  }
}
