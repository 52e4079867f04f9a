package dev.hatchery.run;

import dev.hatchery.bus.Bus;
import dev.hatchery.protocol.Addresses;
import dev.hatchery.protocol.Progress;
import dev.hatchery.protocol.Run;
import dev.hatchery.protocol.RunId;

/** The line of the only node, which knows everybody who waits. */
final class OwnLine implements Line {
  private final Bus bus;
  private final Outlook outlook;
  private final WaitingLine line = new WaitingLine();

  OwnLine(Bus bus, Outlook outlook) {
    this.bus = bus;
    this.outlook = outlook;
  }

  @Override
  public void add(Run run) {
    line.add(run);
  }

  @Override
  public void remove(RunId runId) {
    line.remove(runId);
  }

  @Override
  public int length() {
    return line.length();
  }

  @Override
  public void moved(int working) {
    line.moved(working)
        .forEach(
            place ->
                bus.announce(
                    Addresses.WAITED,
                    new Progress.Wait(place.runId(), place.ahead(), outlook.of(place.ahead(), 1))));
  }
}
