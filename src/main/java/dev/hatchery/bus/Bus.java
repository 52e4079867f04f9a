package dev.hatchery.bus;

import dev.hatchery.bus.Neighbours.Neighbour;
import dev.hatchery.protocol.Message;
import dev.hatchery.protocol.Problem;
import dev.hatchery.protocol.Question;
import dev.hatchery.protocol.Reach;
import dev.hatchery.protocol.Topic;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How verticles talk: typed questions and topics, and no failure without a {@link Problem}. */
public final class Bus {
  private static final Logger LOG = LoggerFactory.getLogger(Bus.class);

  private final Vertx vertx;
  private final EventBus events;
  private final Context own;
  private final Neighbours neighbours;
  private final Elsewhere elsewhere = new Elsewhere();
  private final boolean direct;

  private Bus(Vertx vertx, boolean direct) {
    this.vertx = vertx;
    this.events = vertx.eventBus();
    this.own = vertx.getOrCreateContext();
    this.neighbours = new Neighbours(vertx);
    this.direct = direct;
  }

  /** Opens the bus of a new {@code vertx}; once each, before anything is deployed. */
  public static Bus open(Vertx vertx) {
    return open(vertx, true);
  }

  /**
   * As {@link #open}, but neighbours too are asked over the event bus, where others can look on.
   */
  public static Bus openToOnlookers(Vertx vertx) {
    return open(vertx, false);
  }

  private static Bus open(Vertx vertx, boolean direct) {
    var codec = new RecordCodec();
    vertx.eventBus().registerCodec(codec);
    vertx.eventBus().registerDefaultCodec(ProblemException.class, new ProblemCodec(codec));
    keepTimerZeroFree(vertx);
    return new Bus(vertx, direct);
  }

  /**
   * Vert.x numbers timers from 0, which is also what a field holds before it is given a number: who
   * cancels what was not set yet would cancel the first timer there is, and that is ours.
   */
  private static void keepTimerZeroFree(Vertx vertx) {
    vertx.cancelTimer(vertx.setTimer(1, never -> {}));
  }

  /** Asks; the future fails with a {@link ProblemException} when there is no answer. */
  public <Q extends Message, A extends Message> Future<A> ask(Question<Q, A> question, Q asked) {
    var neighbour = direct ? neighbours.only(question) : null;
    return neighbour == null ? askByBus(question, asked) : neighbours.ask(neighbour, asked);
  }

  private <Q extends Message, A extends Message> Future<A> askByBus(
      Question<Q, A> question, Q asked) {
    var options = options(question.reach()).setSendTimeout(question.patience().toMillis());
    return elsewhere.answered(
        question,
        events
            .<A>request(question.address(), asked, options)
            .map(reply -> question.answers().cast(reply.body()))
            .recover(failure -> Future.failedFuture(asProblem(question, failure))));
  }

  /** Answers at once, one question after the other. */
  public <Q extends Message, A extends Message> Future<Void> answer(
      Question<Q, A> question, Function<Q, A> handler) {
    return answerLater(question, asked -> Future.succeededFuture(handler.apply(asked)));
  }

  /** Answers when the handler's future completes; further questions do not wait for it. */
  public <Q extends Message, A extends Message> Future<Void> answerLater(
      Question<Q, A> question, Function<Q, Future<A>> handler) {
    var neighbour =
        new Neighbour<>(
            question,
            Objects.requireNonNull(vertx.getOrCreateContext()),
            asked -> answered(question, asked, handler));
    var consumer =
        consumer(question.address(), question.reach())
            .handler(message -> reply(question, message, handler));
    neighbours.add(neighbour);
    return atTheEnd(consumer, () -> neighbours.remove(neighbour))
        .compose(known -> consumer.completion());
  }

  /**
   * Answers each question in a story of its own, which may {@code await}: for verticles on virtual
   * threads, where a consumer would otherwise take one message at a time. What is not told when the
   * verticle ends is unavailable.
   */
  public <Q extends Message, A extends Message> Future<Void> answerInStories(
      Question<Q, A> question, Function<Q, A> handler) {
    var context = Objects.requireNonNull(vertx.getOrCreateContext());
    var stories = new Stories();
    var consumer =
        consumer(question.address(), question.reach())
            .handler(
                message ->
                    reply(question, message, asked -> tell(stories, context, handler, asked)));
    return atTheEnd(consumer, stories::cutOff).compose(known -> consumer.completion());
  }

  private static <Q, A> Future<A> tell(
      Stories stories, Context context, Function<Q, A> handler, Q asked) {
    Promise<A> story = stories.begin();
    context.runOnContext(
        go -> {
          try {
            story.tryComplete(handler.apply(asked));
          } catch (Throwable e) {
            story.tryFail(Stories.isCutOff(e) ? Stories.unavailable() : e);
          }
        });
    return story.future();
  }

  /**
   * The handler runs where it was given from, and on a context of ours, since that of the verticle
   * runs nothing any more.
   */
  private Future<Void> atTheEnd(MessageConsumer<?> consumer, Runnable handler) {
    Promise<Void> known = Promise.promise();
    own.runOnContext(
        go -> {
          consumer.endHandler(ended -> handler.run());
          known.complete();
        });
    return known.future();
  }

  /** Tells whoever listens; nobody may. */
  public <T extends Message> void announce(Topic<T> topic, T told) {
    events.publish(topic.address(), told, options(topic.reach()));
  }

  /** Says which nodes there are: whoever waits for another one waits in vain. */
  public void present(Collection<String> nodes) {
    elsewhere.present(nodes);
  }

  /** Listens from the returned future's completion on. */
  public <T extends Message> Future<Void> listen(Topic<T> topic, Consumer<T> listener) {
    return consumer(topic.address(), topic.reach())
        .handler(message -> hear(topic, message.body(), listener))
        .completion();
  }

  private <T extends Message> void hear(Topic<T> topic, Message told, Consumer<T> listener) {
    try {
      listener.accept(topic.tells().cast(told));
    } catch (RuntimeException e) {
      LOG.error("A listener of {} failed", topic.address(), e);
    }
  }

  private <Q extends Message, A extends Message> void reply(
      Question<Q, A> question,
      io.vertx.core.eventbus.Message<Message> message,
      Function<Q, Future<A>> handler) {
    // What another node sent is read here, and may be of a version that this one cannot read.
    answered(question, message, sent -> handler.apply(question.asks().cast(sent.body())))
        .onSuccess(body -> message.reply(body, options(question.reach())))
        .onFailure(message::reply);
  }

  /** The answer, or the problem that there is instead of one. */
  private static <Q, A> Future<A> answered(
      Question<?, ?> question, Q asked, Function<Q, Future<A>> handler) {
    Future<A> answer;
    try {
      answer = handler.apply(asked);
    } catch (Throwable e) {
      // Also an error: whoever asked would otherwise wait for an answer that never comes.
      answer = Future.failedFuture(e);
    }
    return answer.recover(failure -> Future.failedFuture(told(question, failure)));
  }

  private static ProblemException told(Question<?, ?> question, Throwable failure) {
    if (failure instanceof ProblemException known) {
      return known;
    }
    LOG.error("Answering {} failed", question.address(), failure);
    return new ProblemException(ProblemException.in(failure));
  }

  private static Throwable asProblem(Question<?, ?> question, Throwable failure) {
    if (failure instanceof ReplyException && !(failure instanceof ProblemException)) {
      return noAnswer(question);
    }
    return failure;
  }

  static ProblemException noAnswer(Question<?, ?> question) {
    LOG.warn("No answer from {}", question.address());
    return new ProblemException(
        new Problem.Unavailable(
            "unavailable", "A part of Hatchery does not answer; try again in a moment."));
  }

  private MessageConsumer<Message> consumer(String address, Reach reach) {
    return reach == Reach.NODE ? events.localConsumer(address) : events.consumer(address);
  }

  private static DeliveryOptions options(Reach reach) {
    return new DeliveryOptions().setCodecName(RecordCodec.NAME).setLocalOnly(reach == Reach.NODE);
  }
}
