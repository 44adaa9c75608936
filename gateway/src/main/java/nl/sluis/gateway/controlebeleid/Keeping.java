package nl.sluis.gateway.controlebeleid;

import java.util.List;
import nl.sluis.gateway.controlebeleid.AdoptionDesk.Signed;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;

/// A policy is adopted, with its row.
record Keeping(Entry entry, Adoption adoption) implements Plan<Signed> {
  @Override
  public List<Entry> entries() {
    return List.of(entry);
  }

  @Override
  public void write(Writes writes, List<Logged> rows) {}

  @Override
  public Signed answer(Written written) {
    return new Signed.Kept(adoption, written.receipt());
  }
}
