package dev.hatchery.task;

import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Emitting.Place;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Progress;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Has emissions recorded where their tasks are open. What could not be recorded there is dispatched
 * anew: the lease of a node that died runs out, and then its tasks are open here or elsewhere.
 */
final class Dispatch {
  private final Supplier<Instant> now;
  private final Registry registry;
  private final Teller teller;
  private final Post post;
  private final Recollection recollection;

  Dispatch(
      Supplier<Instant> now,
      Registry registry,
      Teller teller,
      Post post,
      Recollection recollection) {
    this.now = now;
    this.registry = registry;
    this.teller = teller;
    this.post = post;
    this.recollection = recollection;
  }

  /** Records them in order, wherever that is; gives their places. */
  Future<List<Place>> record(Owner owner, List<Emission> emissions) {
    return record(owner, emissions, Errand.begin());
  }

  /** Records what another node found to be open here; fails as stale when it is not. */
  Future<List<Place>> recordHere(Owner owner, List<Emission> emissions) {
    return registry.here(
        owner, emissions, plan -> tell(new Telling(plan), teller::tell, parcel -> notHere()));
  }

  private static Future<List<Place>> notHere() {
    return Future.failedFuture(Post.notThere());
  }

  private Future<List<Place>> record(Owner owner, List<Emission> emissions, Errand errand) {
    return registry.with(
        owner,
        emissions,
        plan ->
            tell(
                new Telling(plan),
                (words, tell) -> tellHere(words, tell, owner, errand),
                parcel -> send(parcel, owner, errand)));
  }

  private Future<List<Place>> tell(
      Telling telling,
      BiFunction<Telling.Words, Progress.Tell, Future<List<Place>>> here,
      Function<Parcel, Future<List<Place>>> there) {
    telling.requireRoom();
    return Future.join(telling.hear(now.get(), here, there))
        .onComplete(any -> telling.noMoreWaiting())
        .map(all -> telling.places(all.list()));
  }

  private Future<List<Place>> tellHere(
      Telling.Words words, Progress.Tell tell, Owner owner, Errand errand) {
    return teller
        .tell(words, tell)
        .recover(
            failure ->
                errand.movedFromHere(ProblemException.in(failure))
                    ? again(owner, words.emissions(), errand)
                    : Future.failedFuture(failure));
  }

  private Future<List<Place>> send(Parcel parcel, Owner owner, Errand errand) {
    var emit = new Emitting.Emit(owner, parcel.addressed());
    return post.ask(Addresses.EMIT, emit, parcel.node(), owner, parcel.runs())
        .map(Emitting.Emitted::places)
        .recover(
            failure ->
                errand.movedFromThere(ProblemException.in(failure))
                    ? again(owner, parcel.emissions(), errand)
                    : Future.failedFuture(failure));
  }

  private Future<List<Place>> again(Owner owner, List<Emission> emissions, Errand errand) {
    registry.lookAnew(owner);
    return post.rest(errand)
        .compose(
            rested ->
                recollection.again(
                    owner, emissions, fresh -> record(owner, fresh, errand.again())));
  }
}
