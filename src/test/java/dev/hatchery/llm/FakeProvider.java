package dev.hatchery.llm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A provider that sends exactly the bytes it is told to, and then hangs up. */
public final class FakeProvider implements AutoCloseable {
  /** What it got: the head with its lines, and the body. */
  public record Request(String head, String body) {}

  /** Writes an answer, from its status line on. */
  public interface Answer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket socket;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger hungUp = new AtomicInteger();
  private volatile Function<Request, Answer> answers = request -> out -> {};

  public FakeProvider() {
    try {
      socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::serve);
  }

  /** The answers to the first, second … request; the last one is given ever after. */
  public FakeProvider answering(Answer... given) {
    return answeringBy(request -> given[Math.min(requests.size(), given.length) - 1]);
  }

  /** An answer for each request. */
  public FakeProvider answeringBy(Function<Request, Answer> given) {
    answers = given;
    return this;
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  public List<Request> requests() {
    return requests;
  }

  /** How many clients hung up while they were being answered. */
  public int hungUp() {
    return hungUp.get();
  }

  public static Answer ok(String contentType, byte[] body) {
    return out -> {
      out.write(head("200 OK", "content-type: " + contentType));
      out.write(body);
    };
  }

  public static Answer stream(String body) {
    return ok("text/event-stream", body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer byteByByte(byte[] body) {
    return out -> {
      out.write(head("200 OK", "content-type: text/event-stream"));
      for (var one : body) {
        out.write(one);
        out.flush();
      }
    };
  }

  /** Announces chunks and hangs up in their middle. */
  public static Answer cut(byte[] body) {
    return out -> {
      out.write(head("200 OK", "content-type: text/event-stream", "transfer-encoding: chunked"));
      out.write((Integer.toHexString(body.length + 1) + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.write(body);
    };
  }

  public static Answer status(String status, String body, String... headers) {
    return out -> {
      out.write(head(status, headers));
      out.write(body.getBytes(StandardCharsets.UTF_8));
    };
  }

  /** Sends this much and then nothing, until the client hangs up or the test is over. */
  public static Answer stalling(String body) {
    return out -> {
      stream(body).write(out);
      out.flush();
      new CountDownLatch(1).await();
    };
  }

  /** Sends the same piece for ever. */
  public static Answer endless(String head, String piece) {
    return out -> {
      stream(head).write(out);
      var bytes = piece.repeat(1000).getBytes(StandardCharsets.UTF_8);
      while (true) {
        out.write(bytes);
      }
    };
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] head(String status, String... headers) {
    var lines = "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers);
    return (lines.stripTrailing() + "\r\nconnection: close\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      var in = new BufferedInputStream(client.getInputStream());
      var request = request(in);
      requests.add(request);
      var mine = answers.apply(request);
      var answering = Thread.ofVirtual().start(() -> write(mine, client));
      // A client says nothing after its request, so the next that comes is the end.
      try {
        in.transferTo(OutputStream.nullOutputStream());
      } finally {
        answering.interrupt();
      }
    } catch (IOException gone) {
      // The client is served no more.
    }
  }

  private void write(Answer answer, Socket client) {
    try {
      answer.write(client.getOutputStream());
      client.shutdownOutput();
    } catch (IOException | InterruptedException gone) {
      hungUp.incrementAndGet();
    }
  }

  private static Request request(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var next = in.read();
      if (next < 0) {
        throw new IOException("the client said nothing");
      }
      head.append((char) next);
    }
    var length =
        head.toString()
            .toLowerCase(Locale.ROOT)
            .lines()
            .filter(line -> line.startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    return new Request(head.toString(), new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }
}
