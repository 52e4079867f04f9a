package dev.hatchery.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How quick the machine is at what all the rest waits for, to see by how much another one is. */
@Tag("bench")
@ExtendWith(Measured.class)
class MachineBench {
  private static final int TIMES = 500;
  private static final int PAGE = 4096;
  private static final int FRAME = 250;

  @Test
  void disk(@TempDir Path folder, Figures figures) throws IOException {
    var took = new Latencies();
    var page = ByteBuffer.allocateDirect(PAGE);
    try (var file =
        FileChannel.open(
            folder.resolve("page"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (var i = 0; i < TIMES; i++) {
        var began = System.nanoTime();
        file.write(page.clear(), (long) i * PAGE);
        file.force(false);
        took.add(System.nanoTime() - began);
      }
    }
    figures.add("0 the machine: 4 KiB are on the disk, ms p50", took.millis(0.5));
  }

  @Test
  void loopback(Figures figures) throws IOException {
    var took = new Latencies();
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var near = new Socket(listening.getInetAddress(), listening.getLocalPort());
        var far = listening.accept()) {
      near.setTcpNoDelay(true);
      var frame = new byte[FRAME];
      for (var i = 0; i < 20 * TIMES; i++) {
        var began = System.nanoTime();
        near.getOutputStream().write(frame);
        took.add(System.nanoTime() - began);
        far.getInputStream().readNBytes(FRAME);
      }
    }
    figures.add("0 the machine: 250 bytes are sent over loopback, us p50", 1000 * took.millis(0.5));
  }
}
