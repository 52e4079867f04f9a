package dev.hatchery.llm.storyteller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatchery.llm.Commission;
import dev.hatchery.llm.PersonaReader;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorytellerTest {

  private static final Commission.OfPersona COMMISSION =
      new Commission.OfPersona("a shy owl who mends clocks", 4);

  private final Vertx vertx = Vertx.vertx();
  private final List<String> pieces = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void thePersonaArrivesInPiecesAsFromAnyOtherModel() throws Exception {
    wait(write(Duration.ZERO, pieces::add, Promise.<Void>promise().future()));
    assertThat(pieces).hasSizeBetween(20, 60).noneMatch(String::isEmpty);
    assertThat(new PersonaReader().read(String.join("", pieces)))
        .isEqualTo(new Story().tell(COMMISSION.description(), COMMISSION.seed()));
  }

  @Test
  void piecesComeOnTheCallersContextAndNeverInsideTheCall() throws Exception {
    Context context = vertx.getOrCreateContext();
    Set<Context> heardOn = ConcurrentHashMap.newKeySet();
    Promise<Integer> atOnce = Promise.promise();
    Promise<Void> ended = Promise.promise();
    context.runOnContext(
        nothing -> {
          write(Duration.ofMillis(1), piece -> heard(piece, heardOn), Future.future(p -> {}))
              .onComplete(ended);
          atOnce.complete(pieces.size());
        });
    wait(ended.future());
    assertThat(wait(atOnce.future())).isZero();
    assertThat(heardOn).containsExactly(context);
  }

  private void heard(String piece, Set<Context> heardOn) {
    pieces.add(piece);
    heardOn.add(vertx.getOrCreateContext());
  }

  @Test
  void aCancelledWritingEndsEarlyWithoutAnotherPiece() {
    Promise<Void> cancel = Promise.promise();
    Consumer<String> impatient =
        piece -> {
          pieces.add(piece);
          if (pieces.size() == 3) {
            cancel.complete();
          }
        };
    assertThatThrownBy(() -> wait(write(Duration.ZERO, impatient, cancel.future())))
        .isInstanceOf(CancellationException.class);
    assertThat(pieces).hasSize(3);
  }

  @Test
  void aListenerThatThrowsEndsTheWriting() {
    Consumer<String> broken =
        piece -> {
          throw new IllegalStateException("full");
        };
    assertThatThrownBy(() -> wait(write(Duration.ZERO, broken, Future.future(p -> {}))))
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void itsNameIsStoryteller() {
    assertThat(new Storyteller(vertx, Duration.ZERO).name()).isEqualTo("storyteller");
  }

  private Future<Void> write(Duration pace, Consumer<String> to, Future<Void> cancelled) {
    return new Storyteller(vertx, pace).write(COMMISSION, to::accept, cancelled);
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
