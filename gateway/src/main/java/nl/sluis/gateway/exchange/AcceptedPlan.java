package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.postbus.Payload;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.DataCategory;

/// A message that passes: minimised, recorded as accepted, and put in the postbus of its receiver.
///
/// Accepted is not disclosed: the disclosure is the handing over, where the facts are read again.
public final class AcceptedPlan implements Plan<Answer> {
  private final Decided decided;
  private final Answers answers;
  private final ParcelRow parcel;
  private final ObjectNode body;
  private final List<Entry> also;

  private AcceptedPlan(
      Decided decided, Answers answers, ParcelRow parcel, ObjectNode body, List<Entry> also) {
    this.decided = decided;
    this.answers = answers;
    this.parcel = parcel;
    this.body = body;
    this.also = also;
  }

  /// Makes such plans. May be shared between threads.
  public static final class Maker {
    private final HourKeys keys;
    private final Answers answers;
    private final Supplier<UUID> ids;

    /// @param ids random identifiers of parcels
    public Maker(HourKeys keys, Answers answers, Supplier<UUID> ids) {
      this.keys = keys;
      this.answers = answers;
      this.ids = ids;
    }

    AcceptedPlan plan(Decided decided, Permit permit) {
      var rule = decided.convenant().rule(permit.ruleId()).orElseThrow();
      var parcel = parcel(decided, permit, rule);
      var body =
          AnswerJson.permitted(
              decided.admitted().transaction(), permit, decided.convenant(), parcel);
      body.setAll(decided.said().told());
      return new AcceptedPlan(decided, answers, parcel, body, List.of());
    }

    private ParcelRow parcel(Decided decided, Permit permit, Rule rule) {
      var at = decided.found().at();
      var message = decided.admitted().identified().message();
      var id = ids.get();
      var keyName = keys.parcelKeyAt(at);
      var minimised = message.minimise(names(rule, permit.released()));
      var payload = new Payload(minimised.text(), onlyAbout(decided.question(), permit.released()));
      return new ParcelRow(
          id,
          decided.admitted().transaction(),
          message.signer(),
          message.from(),
          message.to(),
          message.purpose(),
          rule.id(),
          decided.found().subject(),
          ParcelRow.State.WACHT,
          at,
          Term.reminderAfter(at),
          Term.dueAfter(at, rule.unreadWorkingDays(), decided.convenant().schoolHolidays()),
          rule.neverLapses(),
          payload.seal(keys, keyName, id),
          keyName,
          0,
          OptionalLong.empty());
    }

    /// The question to ask again at handing over: about what is in the parcel, and nothing else.
    private static Question onlyAbout(Question q, Set<DataCategory> released) {
      return new Question(
          q.at(),
          q.purpose(),
          q.sender(),
          q.receiver(),
          q.reference(),
          released,
          both(q.sealed(), released),
          both(q.motivated(), released),
          q.conditions(),
          q.partial(),
          q.meldcode(),
          Set.of(),
          q.facts());
    }

    private static Set<DataCategory> both(Set<DataCategory> some, Set<DataCategory> released) {
      return some.stream().filter(released::contains).collect(Collectors.toSet());
    }
  }

  /// The disclosures that travel: the categories that passed, and what the rule names besides.
  static Set<String> names(Rule rule, Set<DataCategory> released) {
    var names = new HashSet<>(rule.forwarded());
    released.forEach(category -> names.add(category.name()));
    return names;
  }

  /// The same, with the rows of what follows from it.
  AcceptedPlan also(List<Entry> rows) {
    return new AcceptedPlan(decided, answers, parcel, body, List.copyOf(rows));
  }

  /// In which it waits.
  UUID parcel() {
    return parcel.id();
  }

  @Override
  public List<Entry> entries() {
    decided.detail().put("pakket", parcel.id().toString());
    var entries = new ArrayList<>(decided.entries(EntryKind.ACCEPTED));
    entries.addAll(also);
    return entries;
  }

  @Override
  public void write(Writes writes, List<Logged> rows) {
    var row = rows.getFirst();
    writes.add(
        answers.remember(
            decided,
            Answer.Kind.DOORGELATEN,
            body,
            Optional.of(parcel.id()),
            row,
            writes.treeSize()));
    writes.add(parcel.acceptedAs(row.index()));
  }

  @Override
  public Answer answer(Written written) {
    return new Answer(Answer.Kind.DOORGELATEN, body, written.receipt());
  }
}
