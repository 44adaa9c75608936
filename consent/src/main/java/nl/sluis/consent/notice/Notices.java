package nl.sluis.consent.notice;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.Asked;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.consent.sight.MayLearn;
import nl.sluis.consent.sight.MayLearn.Sight;
import nl.sluis.consent.sight.Row;
import nl.sluis.consent.sight.Viewer;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// The one way by which a person is told that something was put on record.
///
/// Whether somebody may learn of it is asked when a notice is given and again whenever it is looked
/// at: who is shielded from a receiver is given no notice about it, and finds none that was given
/// before (design 10.14). May be shared between threads; every method runs in the transaction of
/// its caller, and what writes runs under the lock of the child.
public final class Notices {
  private static final int MOST = 400;
  private static final Oin NOBODY = new Oin("0".repeat(20));
  private static final Purpose NO_PURPOSE = new Purpose("geen");

  private final NoticeTable table;
  private final ConsentDesk asks;
  private final FactReader facts;
  private final PersonRegister people;
  private final HiddenReader hiding;
  private final MayLearn mayLearn;

  /// A notice about words that nobody answered within its term.
  ///
  /// @param id the notice
  /// @param subject the child
  /// @param askId the question
  /// @param recordedBy which organisation wrote the words down
  /// @param answerBy when its term ended
  public record Late(UUID id, UUID subject, UUID askId, Oin recordedBy, Instant answerBy) {}

  /// @param region in whose part of the database the notices live
  /// @param seal opens what singles a person out
  /// @param parameters how long custody may be relied on
  public Notices(String region, PersonSeal seal, ConsentParameters parameters) {
    this.table = new NoticeTable(region);
    this.asks = new ConsentDesk(region, seal, parameters);
    this.facts = new FactReader(region, seal);
    this.people = new PersonRegister(region);
    this.hiding = new HiddenReader(region);
    this.mayLearn = new MayLearn(parameters);
  }

  /// Gives a notice, unless this person may not learn of what it is about.
  ///
  /// @return what it is known by; empty when it is not given, of which the caller MUST tell nobody
  ///   outside
  public Optional<UUID> give(Connection tx, NoticeDraft draft, Instant now) throws SQLException {
    return give(tx, draft, null, now);
  }

  Optional<UUID> give(Connection tx, NoticeDraft draft, @Nullable Long eventSeq, Instant now)
      throws SQLException {
    return mayTell(tx, draft, now)
        ? Optional.of(table.add(tx, draft, eventSeq, now))
        : Optional.empty();
  }

  /// May this person learn of what a notice is about?
  public boolean mayTell(Connection tx, NoticeDraft draft, Instant now) throws SQLException {
    var about = about(tx, draft.askId(), draft.matter());
    var records = facts.records(tx, List.of(query(draft.subject(), about)), now).getFirst();
    var hidden = hiding.of(tx, draft.subject());
    var row = row(draft.kind(), draft.subject(), about, draft.person(), records, now);
    return mayLearn(draft.subject(), draft.person(), row, records, hidden, now);
  }

  /// The newest four hundred notices of this person that may still be seen, the newest first.
  public List<Notice> list(Connection tx, Place place, Instant now) throws SQLException {
    var same = people.same(tx, place.subject());
    var rows =
        table.about(tx, place.subject()).stream()
            .filter(row -> same.of(row.person()).equals(place.person()))
            .toList();
    var asked =
        asks.about(tx, place.subject()).stream()
            .map(Asked::ask)
            .collect(Collectors.toMap(ConsentAsk::id, ask -> ask));
    var abouts = new ArrayList<About>();
    for (var row : rows) {
      var receiver = row.receiver();
      abouts.add(
          new About(
              row.askId() == null ? Optional.empty() : Optional.ofNullable(asked.get(row.askId())),
              receiver == null ? NOBODY : receiver,
              Optional.ofNullable(row.matter())));
    }
    var queries = abouts.stream().map(about -> query(place.subject(), about)).toList();
    var records = facts.seen(tx, queries, now);
    var hidden = hiding.of(tx, place.subject());
    var notices = new ArrayList<Notice>();
    for (int i = 0; i < rows.size() && notices.size() < MOST; i++) {
      var given = rows.get(i);
      var line =
          row(
              given.kind(),
              place.subject(),
              abouts.get(i),
              place.person(),
              records.get(i),
              given.givenAt());
      if (mayLearn(place.subject(), place.person(), line, records.get(i), hidden, now)) {
        notices.add(notice(place.subject(), rows.get(i), abouts.get(i)));
      }
    }
    return notices;
  }

  /// About which child a notice is; for the caller to know whose lock to take.
  public Optional<UUID> subject(Connection tx, UUID id) throws SQLException {
    return table.subject(tx, id);
  }

  /// Puts an answer on record; the same answer twice is one answer.
  public void answer(Connection tx, UUID id, NoticeAnswer answer, Instant now) throws SQLException {
    table.answer(tx, id, answer, now);
  }

  /// Notices about words that nobody answered within their term and that nobody was told of yet.
  public List<Late> late(Connection tx, Instant now, int most) throws SQLException {
    return table.late(tx, now, most);
  }

  /// Remembers that somebody was told that this notice is late.
  ///
  /// @return false when it was answered, or somebody was told, meanwhile
  public boolean markLate(Connection tx, UUID id, Instant now) throws SQLException {
    return table.mark(tx, id, now);
  }

  List<NoticeTable.Row> about(Connection tx, ConsentAsk ask) throws SQLException {
    return table.about(tx, ask.subject()).stream()
        .filter(row -> ask.id().equals(row.askId()))
        .toList();
  }

  /// What a notice is about, as far as it decides who may learn of it.
  private record About(Optional<ConsentAsk> ask, Oin receiver, Optional<UUID> matter) {}

  private About about(Connection tx, @Nullable UUID askId, NoticeDraft.@Nullable Matter matter)
      throws SQLException {
    return new About(
        askId == null ? Optional.empty() : asks.find(tx, askId),
        matter == null ? NOBODY : matter.receiver(),
        Optional.ofNullable(matter).map(NoticeDraft.Matter::id));
  }

  private static FactQuery query(UUID subject, About about) {
    var nobody = new PartyRole(NOBODY, Role.JONGERE);
    return about
        .ask()
        .map(FactQuery::about)
        .orElseGet(
            () ->
                new FactQuery(
                    subject,
                    NO_PURPOSE,
                    nobody,
                    new PartyRole(about.receiver(), Role.JONGERE),
                    Set.of(),
                    EnumSet.allOf(Regime.class),
                    ""));
  }

  /// The line that a notice is, for the gate.
  private static Row row(
      NoticeKind notice, UUID subject, About about, UUID person, Records records, Instant since) {
    var ask = about.ask().map(ConsentAsk::id);
    boolean spoke =
        records.events().stream()
            .anyMatch(e -> ask.filter(e.askId()::equals).isPresent() && e.isBy(person));
    var what = ask.or(about::matter);
    // An invitation is about whoever is invited: a child of eleven reads that it will decide.
    var kind =
        notice == NoticeKind.UITNODIGING_LEEFTIJD && person.equals(subject)
            ? Row.Kind.OVER_WIE_KIJKT
            : Row.Kind.OVER_HET_KIND;
    return new Row(what.orElse(person), kind, spoke, since, Set.of(about.receiver()));
  }

  private boolean mayLearn(
      UUID subject, UUID person, Row row, Records records, Hidden hidden, Instant now) {
    var viewer = new Viewer.Person(subject, person);
    return mayLearn.of(viewer, row, records, hidden, now) != Sight.NIETS;
  }

  private static Notice notice(UUID subject, NoticeTable.Row row, About about) {
    return new Notice(
        row.id(),
        subject,
        row.kind(),
        about.ask(),
        Optional.ofNullable(row.matter()),
        row.givenAt(),
        Optional.ofNullable(row.answerBy()),
        row.answers());
  }
}
