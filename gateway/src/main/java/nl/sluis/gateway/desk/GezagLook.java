package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.consent.desk.CustodyDesk;
import nl.sluis.consent.desk.CustodyTable;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// An organisation reads back what it recorded itself of who has gezag; never what another did.
///
/// @param words its own words for people, by their keyed hashes
public record GezagLook(
    OnBehalf onBehalf, CustodyDesk custody, AliasKey alias, Map<Hmac, String> words)
    implements Work<GezagLook.Seen> {

  /// What it sees.
  public sealed interface Seen {
    /// The facts.
    record Told(ObjectNode body) implements Seen {}

    /// Nothing, and why.
    record Refused(Outcome why) implements Seen {}
  }

  @Override
  public Needs needs() {
    return Needs.toWrite(alias);
  }

  @Override
  public Plan<Seen> plan(Found found) throws SQLException {
    var refusal = onBehalf.refusal(found);
    if (refusal.isPresent()) {
      return Plan.known(new Seen.Refused(refusal.get()));
    }
    var subject = found.subject().orElseThrow();
    var recorder = new Recorder.Partner(onBehalf.party());
    var body = JsonNodeFactory.instance.objectNode();
    var facts = body.putArray("gegevens");
    custody
        .own(found.tx(), subject, recorder, List.copyOf(words.keySet()))
        .forEach(fact -> tell(facts.addObject(), fact));
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("afzender", onBehalf.caller().value());
    detail.set("namens", QuestionJson.party(onBehalf.party()));
    detail.put("handeling", "gezag-geraadpleegd").put("aantal", facts.size());
    var row = new Entry(EntryKind.INSPECTION, Optional.of(subject), detail);
    return Plan.of(List.of(row), new Seen.Told(body));
  }

  private void tell(ObjectNode to, CustodyTable.Known fact) {
    to.put("id", fact.id().toString()).put("situatie", fact.situation());
    fact.domain().ifPresent(domain -> to.put("domein", domain));
    to.put("bron", fact.source()).put("geldigVanaf", fact.validFrom().toString());
    fact.validUntil().ifPresent(until -> to.put("geldigTot", until.toString()));
    to.put("verkregenOp", fact.obtainedAt().toString());
    to.put("vastgelegdOp", fact.recordedAt().toString()).put("voorlopig", fact.provisional());
    var holders = to.putArray("houders");
    for (var person : fact.holders()) {
      var holder = holders.addObject();
      person.label().map(words::get).ifPresent(word -> holder.put("persoon", word));
      holder.put("hoedanigheid", person.capacity());
    }
  }
}
