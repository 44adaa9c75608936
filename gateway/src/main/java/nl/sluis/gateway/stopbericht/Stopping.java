package nl.sluis.gateway.stopbericht;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.desk.Askable;
import nl.sluis.consent.desk.Stopped;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.Records;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.postbus.Withholding;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.GroundTable;
import nl.sluis.gateway.sequencer.RestsOn;
import nl.sluis.policies.terms.DataCategory;

/// What follows in the same transaction when somebody's word stops a consent: what waits is
/// withheld at once, and who got something under it is told to stop.
///
/// Whoever puts a word on record looks before and after: `watch`, then the word, then `follow`. So
/// a second no, a no of somebody who need not agree, and a no after which the consent stood again
/// each have the message that is due, and no message goes twice. May be shared between threads.
public final class Stopping {
  private final CurrentLaw law;
  private final FactReader facts;
  private final GroundTable grounds;
  private final StopTable table;
  private final StopSigner signer;
  private final Withholding withholding;

  /// @param grounds what was handed over under which consent
  /// @param withholding what becomes of what waits
  public Stopping(
      CurrentLaw law,
      FactReader facts,
      GroundTable grounds,
      StopTable table,
      StopSigner signer,
      Withholding withholding) {
    this.law = law;
    this.facts = facts;
    this.grounds = grounds;
    this.table = table;
    this.signer = signer;
    this.withholding = withholding;
  }

  /// Remembers how every consent stands that the coming word can reach: those for this purpose,
  /// between this organisation and this receiver.
  ///
  /// @param found what is locked; the person among it
  /// @param reach what the word is about, under every regime
  /// @param rules under what the convenant lets consent be asked now
  public Watch watch(Found found, FactQuery reach, Askable.Rules rules) throws SQLException {
    var records = records(found, reach);
    var handed =
        grounds.of(found.tx(), records.asks().stream().map(ConsentAsk::id).toList()).stream()
            .collect(groupingBy(RestsOn::consent));
    var reached =
        records.asks().stream()
            .filter(ask -> handed.containsKey(ask.id()))
            .sorted(comparing(ConsentAsk::id))
            .map(
                ask ->
                    new Reached(
                        ask,
                        handed.getOrDefault(ask.id(), List.of()),
                        standing(ask, records, rules, found.at())))
            .toList();
    return new Watch(found, reach, rules, reached);
  }

  private Records records(Found found, FactQuery reach) throws SQLException {
    return facts.records(found.tx(), List.of(reach), found.at()).getFirst();
  }

  private static Stopped standing(
      ConsentAsk ask, Records records, Askable.Rules rules, Instant at) {
    var rule = rules.find(ask.purpose(), ask.sender(), ask.receiver());
    return Stopped.now(ask, records, rule, at);
  }

  /// A consent under which something was handed over, as it stood before the word.
  private record Reached(ConsentAsk ask, List<RestsOn> handed, Stopped before) {
    Reached {
      handed = List.copyOf(handed);
    }
  }

  /// How the consents stood before a word. Good for its transaction only.
  public final class Watch {
    private final Found found;
    private final FactQuery reach;
    private final Askable.Rules rules;
    private final List<Reached> reached;

    private Watch(Found found, FactQuery reach, Askable.Rules rules, List<Reached> reached) {
      this.found = found;
      this.reach = reach;
      this.rules = rules;
      this.reached = reached;
    }

    /// Does what follows from the word that was put on record since.
    ///
    /// @return the rows that tell of it, to stand behind the row of the word
    public List<Entry> follow() throws SQLException {
      var rows =
          new ArrayList<>(
              withholding.now(
                  found, reach.subject(), reach.purpose(), reach.sender().oin(), reach.receiver()));
      if (!reached.isEmpty()) {
        var records = records(found, reach);
        for (var one : reached) {
          var stopped = standing(one.ask(), records, rules, found.at()).since(one.before());
          message(one, stopped).ifPresent(rows::add);
        }
      }
      return rows;
    }

    private Optional<Entry> message(Reached one, Set<DataCategory> stopped) throws SQLException {
      var ask = one.ask();
      var told =
          one.handed().stream()
              .filter(ground -> ground.categories().stream().anyMatch(stopped::contains))
              .toList();
      if (told.isEmpty()) {
        return Optional.empty();
      }
      var transactions = told.stream().map(RestsOn::transaction).distinct().toList();
      var categories = EnumSet.copyOf(stopped);
      categories.retainAll(told.stream().flatMap(ground -> ground.categories().stream()).toList());
      var id = UUID.randomUUID();
      var due = Terms.confirm(law.now(), ask.sender(), ask.receiver(), found.at());
      var jws = signer.sign(id, ask.receiver(), transactions, categories, found.at(), due);
      table.add(
          found.tx(),
          new StopMessage(id, ask.id(), ask.receiver(), ask.purpose(), jws, found.at(), due));
      return Optional.of(row(ask, id, transactions, categories, due));
    }

    private Entry row(
        ConsentAsk ask,
        UUID id,
        List<UUID> transactions,
        Set<DataCategory> categories,
        Instant due) {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("stopbericht", id.toString()).put("toestemming", ask.id().toString());
      detail.put("doel", ask.purpose().code());
      detail.set("van", QuestionJson.party(ask.sender()));
      detail.set("aan", QuestionJson.party(ask.receiver()));
      detail.set(
          "transacties", QuestionJson.words(transactions.stream().map(UUID::toString).toList()));
      detail.set("categorieen", QuestionJson.words(categories.stream().map(Enum::name).toList()));
      detail.put("uiterlijk", due.toString());
      return new Entry(EntryKind.STOP_MESSAGE, Optional.of(ask.subject()), detail);
    }
  }
}
