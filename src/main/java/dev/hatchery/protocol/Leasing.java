package dev.hatchery.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which nodes there are, and which runs each of them holds for how long. */
public sealed interface Leasing extends Message {
  /** Asks to let a process begin as the node of this name. */
  record Enter(String node, String incarnation, String address, String version)
      implements Leasing {}

  /** It has begun, unless another process lives under its name. */
  record Entered(@Nullable Node other) implements Leasing {}

  /**
   * Asks to prolong the leases of a node and of all its runs.
   *
   * @param head the newest event it has heard of
   */
  record Renew(
      String node, String incarnation, String address, boolean leaving, Load load, long head)
      implements Leasing {}

  /**
   * They are prolonged.
   *
   * @param known false when another process lives under the name by now, and nothing was prolonged
   * @param held the hatchings and missions that the node holds
   */
  record Renewed(boolean known, List<Held> held) implements Leasing {
    public Renewed {
      held = List.copyOf(held);
    }
  }

  /** Asks to forget a node that has let go of all its runs. */
  record Leave(String node, String incarnation) implements Leasing {}

  /** Asks for all nodes. */
  record ListNodes() implements Leasing {}

  /** All nodes by name; those whose lease ran out lately are among them. */
  record Nodes(List<Node> nodes) implements Leasing {
    public Nodes {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * How busy a node is.
   *
   * @param slots how many runs it can work on at a time
   * @param waiting how many wait for their turn
   */
  record Load(int slots, int working, int waiting) implements Leasing {
    /** Of a node that has not begun. */
    public static final Load NONE = new Load(0, 0, 0);
  }

  /** A run, and the claim by which somebody works on it. */
  record Held(RunId runId, long epoch) {
    /** By the claim that this run tells of. */
    public static Held of(Run run) {
      return new Held(run.id(), run.epoch());
    }
  }

  /**
   * This node does not hold them any more: whatever works on them stops at once, and is no ending.
   *
   * @param all it could not renew in time and holds nothing at all
   */
  record Lost(boolean all, List<Held> held) implements Leasing {
    public Lost {
      held = List.copyOf(held);
    }

    /** Nothing is held any more. */
    public static Lost everything() {
      return new Lost(true, List.of());
    }

    /** Whether work on this run, by whatever claim there was, is to stop. */
    public boolean concerns(RunId runId) {
      return all || held.stream().anyMatch(one -> one.runId().equals(runId));
    }

    /** Whether work on this run, by this claim, is to stop. */
    public boolean concerns(RunId runId, long epoch) {
      return all || held.contains(new Held(runId, epoch));
    }
  }

  /** Asks to let go of one run that nobody works on here. */
  record Release(String node, Held held) implements Leasing {}

  /** Asks what this node could take. */
  record Look(String node) implements Leasing {}

  /**
   * What it could take.
   *
   * @param waiting of which kinds some run waits
   * @param soonest when the next lease of another node runs out, or null while there is none
   * @param speaks whether it is this node that tells those who wait how their places change
   * @param living how many nodes live and stay, itself among them
   */
  record Prospect(Set<RunKind> waiting, @Nullable Duration soonest, boolean speaks, int living)
      implements Leasing {
    public Prospect {
      waiting = Set.copyOf(waiting);
    }
  }

  /** Asks who of a kind waits, over all nodes. */
  record ListLine(RunKind kind) implements Leasing {}

  /**
   * Who waits.
   *
   * @param working how many are worked on, which are ahead of all
   * @param waiting in the order of their turns
   */
  record Line(int working, List<RunId> waiting) implements Leasing {
    public Line {
      waiting = List.copyOf(waiting);
    }
  }

  /** Some run waits that whoever has room may take. */
  record Waiting() implements Leasing {}

  /**
   * Another node has come or left, as the nodes see each other. That is a hint to look, and never
   * shortens a lease.
   *
   * @param nodes the names of those that this one sees, itself among them
   */
  record Present(List<String> nodes) implements Leasing {
    public Present {
      nodes = List.copyOf(nodes);
    }
  }

  /** Asks to take nothing more, and to finish within the grace, or hand over, what is taken. */
  record Drain(Duration grace) implements Leasing {}

  /** This node can be reached from now on, which the others are to know at once. */
  record Serving() implements Leasing {}

  /** This node leaves: it begins nothing new. */
  record Leaving() implements Leasing {}
}
