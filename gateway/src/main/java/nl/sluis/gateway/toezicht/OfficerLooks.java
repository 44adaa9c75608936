package nl.sluis.gateway.toezicht;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.inzicht.Told;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;

/// Writes down that an officer looked, before anything is shown. May be shared between threads.
public final class OfficerLooks {
  private final Sequencer sequencer;

  /// @param sequencer writes rows
  public OfficerLooks(Sequencer sequencer) {
    this.sequencer = sequencer;
  }

  /// The exchange by which a family reads that somebody was opened.
  ///
  /// @param row about it
  /// @param went whether it reached its receiver
  record Over(DeskRow row, boolean went) {}

  /// Notes a look at rows of which nobody is opened, and returns when that is durable.
  ///
  /// @param step what was done, such as `toezicht-gezocht`
  /// @param with by which kinds of conditions; never what they said
  public void note(Officer officer, String step, Collection<String> with) {
    var detail = detail(officer, step);
    if (!with.isEmpty()) {
      var names = detail.putArray("met");
      with.forEach(names::add);
    }
    write(new Entry(EntryKind.INSPECTION, Optional.empty(), detail));
  }

  /// Notes that a person is opened, and returns when that is durable.
  ///
  /// @param over an exchange about this person, by which the family reads of it; empty when there
  ///   is none to show
  void opened(Officer officer, UUID person, Opening why, Optional<Over> over) {
    var detail = detail(officer, Told.OPENED);
    detail.put("reden", why.reason().word()).put("toelichting", why.words());
    over.ifPresent(exchange -> detail.set("over", over(officer, exchange)));
    write(new Entry(EntryKind.INSPECTION, Optional.of(person), detail));
  }

  /// Names no organisation as taking part: only that of the officer did.
  private static ObjectNode over(Officer officer, Over exchange) {
    var row = exchange.row();
    var over = JsonNodeFactory.instance.objectNode();
    over.put("doel", row.purpose());
    over.putObject("van").put("oin", row.from("oin")).put("rol", row.from("rol"));
    over.putObject("aan").put("oin", row.to("oin")).put("rol", row.to("rol"));
    over.put(Entry.TRANSACTION, row.transaction().orElseThrow().toString());
    over.put("regel", row.rule());
    over.put("kant", officer.organisation().value().equals(row.from("oin")) ? "van" : "aan");
    over.put("verstrekt", exchange.went());
    if (row.detail().has("convenant")) {
      over.set("convenant", row.detail().get("convenant"));
    }
    return over;
  }

  private static ObjectNode detail(Officer officer, String step) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("afzender", officer.organisation().value())
        .put("handeling", step)
        .put("functie", officer.duty().word())
        .put("door", HexFormat.of().formatHex(officer.who().bytes()));
  }

  private void write(Entry entry) {
    var _ =
        sequencer
            .submit(
                new Work<Boolean>() {
                  @Override
                  public Needs needs() {
                    return Needs.nothing();
                  }

                  @Override
                  public Plan<Boolean> plan(Found found) {
                    return Plan.of(List.of(entry), true);
                  }
                })
            .join();
  }
}
