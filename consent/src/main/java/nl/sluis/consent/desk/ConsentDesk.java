package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.facts.StateAt;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.DataCategory;

/// Where a yes, a no and a yes taken back are put on record.
///
/// May be shared between threads. Every method that writes runs in the caller's transaction, after
/// the caller locked the subject; what it wrote counts from the commit.
public final class ConsentDesk {
  private final ConsentTable table;
  private final Contexts contexts;
  private final PresenceCodes codes;
  private final AskCheck askCheck;
  private final StatementCheck statementCheck;

  /// @param region in whose part of the database the consents live
  /// @param seal opens what singles a person out
  /// @param parameters how long custody may be relied on; what may be asked says the convenant
  public ConsentDesk(String region, PersonSeal seal, ConsentParameters parameters) {
    this.table = new ConsentTable(region);
    this.contexts = new Contexts(region, seal);
    this.codes = new PresenceCodes(region);
    this.askCheck = new AskCheck();
    this.statementCheck = new StatementCheck(parameters);
  }

  /// What was asked under this identifier; for the caller to know whose lock to take.
  public Optional<ConsentAsk> find(Connection tx, UUID askId) throws SQLException {
    return table.find(tx, table.standing(tx, askId));
  }

  /// The same, with the text that was shown.
  public Optional<Asked> shown(Connection tx, UUID askId) throws SQLException {
    return table.shown(tx, askId);
  }

  /// What was asked about a person, the newest first: all of it, for who cuts it off before looking
  /// who may see it lets what is hidden push away what is not.
  public List<Asked> about(Connection tx, UUID subject) throws SQLException {
    return table.about(tx, subject);
  }

  /// Puts a question and the answers to it on record, or tells everything that is wrong with them.
  public Filed record(
      Connection tx, ConsentDraft draft, Recorder recorder, Askable.Rules rules, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var id = UUID.randomUUID();
    var scope = askCheck.scope(draft, recorder, rules, faults);
    var query = scope.map(s -> query(draft.subject(), s)).orElse(null);
    var askable = scope.map(AskCheck.Scope::askable).orElseGet(Askable::nothing);
    var form = askCheck.form(draft, askable, faults);
    AskCheck.statements(draft, faults);
    var records = query == null ? Records.none() : contexts.records(tx, query, now);
    var voices = draft.statements().stream().map(StatementDraft::voice).toList();
    var context =
        new StatementCheck.Context(
            draft.subject(),
            contexts.known(tx, draft.subject(), recorder, voices),
            records,
            form.categories(),
            query == null ? Set.of() : contexts.heardNo(tx, recorder, query),
            query == null ? Map.of() : contexts.codes(tx, recorder, query, now));
    var said = statements(draft.statements(), recorder, context, faults);
    if (!faults.isEmpty() || query == null) {
      boolean wrong = draft.statements().stream().anyMatch(context::bringsNoCode);
      codes.count(tx, draft.subject(), recorder, wrong, now);
      return faults.faulty();
    }
    var ask = form.between(id, draft.subject(), scope.orElseThrow(), draft.oneOff());
    ask(
        tx,
        ask,
        draft,
        new StateAt(askable.parameters()).signers(query, records, now),
        recorder,
        now);
    for (var one : said) {
      table.addEvent(tx, ask, ConsentTable.Row.of(one), recorder, now);
    }
    codes.use(tx, said.stream().map(Said::presence), now);
    return new Filed.Done(id);
  }

  /// Puts a question on record that was found in order; nobody answered it yet.
  void ask(
      Connection tx,
      ConsentAsk ask,
      ConsentDraft draft,
      Signers signers,
      Recorder recorder,
      Instant now)
      throws SQLException {
    table.addAsk(tx, ask, draft, recorder, now);
    table.addParties(tx, ask.id(), capacities(signers));
    table.addEvent(tx, ask, ConsentTable.Row.of(EventType.ASKED, now), recorder, now);
  }

  /// One answer to one question.
  ///
  /// @param field where it stands, with the dot that follows; empty when it is all there is
  record Answer(String field, ConsentAsk ask, StatementDraft draft) {}

  /// Puts one more answer on record, such as that of the other parent.
  public Filed addStatement(
      Connection tx, ConsentAsk ask, StatementDraft draft, Recorder recorder, Instant now)
      throws SQLException {
    return addAll(tx, ask.id(), List.of(new Answer("", ask, draft)), recorder, new Faults(now));
  }

  /// Puts answers on record, all of them or none.
  ///
  /// @param id what they are known by together
  /// @param faults what was found wrong before
  Filed addAll(Connection tx, UUID id, List<Answer> answers, Recorder recorder, Faults faults)
      throws SQLException {
    var rows = new ArrayList<ConsentTable.Row>();
    boolean wrong = false;
    for (var answer : answers) {
      var ask = answer.ask();
      AskCheck.mayRecord(recorder, ask.sender(), ask.receiver(), faults);
      var context = contexts.of(tx, ask, recorder, answer.draft().voice(), faults.now());
      wrong |= context.bringsNoCode(answer.draft());
      statementCheck
          .check(answer.field(), answer.draft(), recorder, context, faults)
          .ifPresent(said -> rows.add(ConsentTable.Row.of(said)));
    }
    Parts.check(answers, faults);
    if (!faults.isEmpty()) {
      for (var subject : answers.stream().map(a -> a.ask().subject()).distinct().toList()) {
        codes.count(tx, subject, recorder, wrong, faults.now());
      }
      return faults.faulty();
    }
    for (int i = 0; i < rows.size(); i++) {
      table.addEvent(tx, answers.get(i).ask(), rows.get(i), recorder, faults.now());
    }
    codes.use(tx, rows.stream().map(ConsentTable.Row::presence), faults.now());
    return new Filed.Done(id);
  }

  /// Takes a yes back: no reason, no proof and no term is asked for (AVG 7(3)).
  public Filed withdraw(
      Connection tx, ConsentAsk ask, WithdrawalDraft draft, Recorder recorder, Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var context = contexts.of(tx, ask, recorder, draft.voice(), now);
    AskCheck.mayRecord(recorder, ask.sender(), ask.receiver(), faults);
    var person = StatementCheck.person("persoon", draft.voice(), context, faults);
    var channel = StatementCheck.channel("kanaal", draft.channel(), recorder, faults);
    var at = faults.pastInstant("tijdstip", draft.at());
    var categories =
        draft.categories().isEmpty()
            ? Set.<DataCategory>of()
            : AskCheck.categories(draft.categories(), ask.categories(), faults);
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var row =
        new ConsentTable.Row(
            EventType.WITHDRAWN,
            person.orElseThrow(),
            categories,
            channel.orElseThrow(),
            false,
            at.orElseThrow(),
            null,
            draft.evidence());
    table.addEvent(tx, ask, row, recorder, now);
    return new Filed.Done(ask.id());
  }

  /// Uses up a consent that holds for one disclosure.
  ///
  /// @param parcel what was disclosed on it; the same parcel may be handed over again until it is
  ///   confirmed
  /// @return false when it was used up before; the caller MUST then not disclose on it
  public boolean consume(Connection tx, ConsentAsk ask, UUID parcel, Recorder recorder, Instant now)
      throws SQLException {
    return table.use(tx, ask, parcel, recorder, now);
  }

  private List<Said> statements(
      List<StatementDraft> drafts,
      Recorder recorder,
      StatementCheck.Context context,
      Faults faults) {
    var said = new ArrayList<Said>();
    var speakers = new HashSet<Voice>();
    for (int i = 0; i < drafts.size(); i++) {
      var at = "verklaringen[" + i + "].";
      faults.addIf(
          !speakers.add(drafts.get(i).voice()),
          at + "persoon",
          "Leg van elke persoon één verklaring vast.");
      statementCheck.check(at, drafts.get(i), recorder, context, faults).ifPresent(said::add);
    }
    return said;
  }

  static FactQuery query(UUID subject, AskCheck.Scope scope) {
    return new FactQuery(
        subject,
        scope.purpose(),
        scope.sender(),
        scope.receiver(),
        Set.of(),
        scope.askable().regimes(),
        scope.askable().text());
  }

  /// Who had to say yes when it was asked; who cannot be told, is told at use.
  private static Map<UUID, String> capacities(Signers signers) {
    var capacities = new HashMap<UUID, String>();
    switch (signers) {
      case Signers.Unknown _ -> {}
      case Signers.Known known -> {
        known.holders().forEach(person -> capacities.put(person, "gezag"));
        known.youth().forEach(person -> capacities.put(person, "jongere"));
      }
    }
    return capacities;
  }
}
