package dev.hatchery.task;

import dev.hatchery.bus.Bus;
import dev.hatchery.bus.ProblemException;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Emission;
import dev.hatchery.protocol.Emitting;
import dev.hatchery.protocol.Emitting.Place;
import dev.hatchery.protocol.Mark;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.Problem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Lets what has a mark be recorded once, however often it is sent and while it is under way. What
 * is done is recalled from storage, for all who ask at the time together.
 */
final class Recollection {
  private record Key(Owner owner, String key) {}

  /** Somebody records this already. */
  private record UnderWay(String hash, Promise<Place> place) {}

  private final Lookup lookup;
  private final Map<Key, UnderWay> underWay = new HashMap<>();

  Recollection(Bus bus) {
    lookup = new Lookup(keys -> bus.ask(Addresses.RECALL_EMITTED, keys));
  }

  /**
   * Records what was not recorded before.
   *
   * @param record records emissions in order and gives their places
   * @return the places of all, in order
   */
  Future<List<Place>> once(
      Owner owner, List<Emission> emissions, Function<List<Emission>, Future<List<Place>>> record) {
    if (emissions.stream().allMatch(emission -> emission.marks().isEmpty())) {
      return record.apply(emissions);
    }
    emissions.forEach(emission -> emission.marks().forEach(mark -> requireSame(owner, mark)));
    var claim = new Claim(owner, emissions);
    lookup
        .recall(owner, claim.keys())
        .compose(recalled -> claim.fresh(recalled).isEmpty() ? none() : record.apply(claim.fresh))
        .onSuccess(claim::settle)
        .onFailure(claim::fail);
    return Future.all(claim.places).map(all -> all.list());
  }

  /**
   * Records what was perhaps recorded before, unless it was.
   *
   * @param record records emissions in order and gives their places
   * @return the places of all, in order
   */
  Future<List<Place>> again(
      Owner owner, List<Emission> emissions, Function<List<Emission>, Future<List<Place>>> record) {
    var keys = emissions.stream().flatMap(emission -> emission.marks().stream().map(Mark::key));
    return lookup
        .recall(owner, keys.toList())
        .compose(
            recalled -> {
              var before = emissions.stream().map(emission -> before(emission, recalled)).toList();
              var fresh =
                  IntStream.range(0, emissions.size())
                      .filter(i -> before.get(i).isEmpty())
                      .mapToObj(emissions::get)
                      .toList();
              var recorded = fresh.isEmpty() ? none() : record.apply(fresh);
              return recorded.map(List::iterator).map(rest -> places(before, rest));
            });
  }

  private static Optional<Place> before(
      Emission emission, Map<String, Emitting.Recorded> recalled) {
    return emission.marks().stream()
        .map(mark -> recalled.get(mark.key()))
        .filter(Objects::nonNull)
        .map(recorded -> Objects.requireNonNull(recorded).place())
        .findFirst();
  }

  private static List<Place> places(List<Optional<Place>> before, Iterator<Place> rest) {
    return before.stream().map(known -> known.orElseGet(rest::next)).toList();
  }

  private static Future<List<Place>> none() {
    return Future.succeededFuture(List.of());
  }

  private void requireSame(Owner owner, Mark mark) {
    var other = underWay.get(new Key(owner, mark.key()));
    if (other != null && !other.hash().equals(mark.hash())) {
      throw reused(mark);
    }
  }

  private static ProblemException reused(Mark mark) {
    var what = mark.key().startsWith(Emission.BY_REQUEST) ? "Idempotency-Key" : "event_id";
    var code = mark.key().startsWith(Emission.BY_REQUEST) ? "idempotency_key" : "event_id";
    return new ProblemException(
        new Problem.Conflict(
            code + "_reused", "This " + what + " was used for something else; use a new one."));
  }

  /** The emissions of one request, each recorded by it or by another. */
  private final class Claim {
    private final Owner owner;
    private final List<Future<Place>> places = new ArrayList<>();
    private final IdentityHashMap<Emission, Promise<Place>> own = new IdentityHashMap<>();
    private final List<Emission> mine = new ArrayList<>();
    private final List<Emission> fresh = new ArrayList<>();

    Claim(Owner owner, List<Emission> emissions) {
      this.owner = owner;
      for (var emission : emissions) {
        places.add(place(emission));
      }
    }

    private Future<Place> place(Emission emission) {
      for (var mark : emission.marks()) {
        var other = underWay.get(new Key(owner, mark.key()));
        if (other != null) {
          // Perhaps of this very request.
          return other.hash().equals(mark.hash())
              ? other.place().future()
              : Future.failedFuture(reused(mark));
        }
      }
      Promise<Place> place = Promise.promise();
      own.put(emission, place);
      mine.add(emission);
      emission
          .marks()
          .forEach(
              mark -> underWay.put(new Key(owner, mark.key()), new UnderWay(mark.hash(), place)));
      return place.future();
    }

    List<String> keys() {
      return mine.stream().flatMap(emission -> emission.marks().stream().map(Mark::key)).toList();
    }

    /** Those that were not recorded before; throws when something else was. */
    List<Emission> fresh(Map<String, Emitting.Recorded> recalled) {
      for (var emission : mine) {
        var before = emission.marks().stream().filter(mark -> recalled.containsKey(mark.key()));
        var mark = before.findFirst().orElse(null);
        if (mark == null) {
          fresh.add(emission);
        } else {
          var recorded = Objects.requireNonNull(recalled.get(mark.key()));
          if (!recorded.mark().hash().equals(mark.hash())) {
            throw reused(mark);
          }
          release(emission).complete(recorded.place());
        }
      }
      return fresh;
    }

    void settle(List<Place> recorded) {
      for (int i = 0; i < fresh.size(); i++) {
        release(fresh.get(i)).complete(recorded.get(i));
      }
    }

    void fail(Throwable failure) {
      mine.forEach(emission -> release(emission).tryFail(failure));
    }

    private Promise<Place> release(Emission emission) {
      emission.marks().forEach(mark -> underWay.remove(new Key(owner, mark.key())));
      return Objects.requireNonNull(own.get(emission));
    }
  }
}
