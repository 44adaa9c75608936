package nl.sluis.consent.leeftijd;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.consent.agenda.Birthdays;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.Askable;
import nl.sluis.consent.desk.Asked;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.LapseDesk;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.notice.NoticeDraft;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.consent.sight.MayLearn;
import nl.sluis.consent.sight.Row;
import nl.sluis.consent.sight.Viewer;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// Tells a youth that a birthday comes from which its own yes is needed, once for each step, and
/// writes down on the day what was outgrown.
///
/// The agenda holds one row for each child: its next step, so that nothing is searched for. Nothing
/// is decided by it: where it does not run a youth hears nothing, and everything stays as closed as
/// it was. May be shared between threads; it runs in the caller's transaction, under the lock of
/// the child.
public final class Invitations {
  private static final String GIVE =
      """
      insert into invitation (region, subject_id, mark)
      values (?, ?, ?)
      on conflict do nothing
      """;

  private final String region;
  private final PersonSeal seal;
  private final Agenda agenda;
  private final ConsentDesk asks;
  private final LapseDesk lapses;
  private final Notices notices;
  private final FactReader facts;
  private final HiddenReader hiding;

  /// What was done.
  ///
  /// @param step the step that was taken
  /// @param notice the notice that the youth was given; empty on the birthday itself
  /// @param outgrown what was given and is not any more
  /// @param askAgain what must be asked of others from now on
  public record Taken(
      Birthdays.Step step,
      Optional<UUID> notice,
      List<ConsentAsk> outgrown,
      List<ConsentAsk> askAgain) {
    /// Copies its parts.
    public Taken {
      outgrown = List.copyOf(outgrown);
      askAgain = List.copyOf(askAgain);
    }
  }

  /// @param region in whose part of the database the consents live
  /// @param seal opens what singles a person out
  /// @param parameters how long custody may be relied on
  public Invitations(String region, PersonSeal seal, ConsentParameters parameters) {
    this.region = region;
    this.seal = seal;
    this.agenda = new Agenda(region);
    this.asks = new ConsentDesk(region, seal, parameters);
    this.lapses = new LapseDesk(region, seal);
    this.notices = new Notices(region, seal, parameters);
    this.facts = new FactReader(region, seal);
    this.hiding = new HiddenReader(region);
  }

  /// Takes the step of now, and puts the next on the agenda.
  ///
  /// @param rules under what the convenant lets something be asked now
  /// @return empty when no step was due, it was taken before, or there is nothing to tell
  public Optional<Taken> keep(
      Connection tx, Appointment appointment, Askable.Rules rules, Instant now)
      throws SQLException {
    var subject = appointment.subject();
    var asked = asks.about(tx, subject);
    var queries =
        Stream.concat(
                asked.stream().map(a -> FactQuery.about(a.ask())), Stream.of(nothing(subject)))
            .toList();
    var records = facts.records(tx, queries, now);
    var birth = records.getLast().birth();
    if (birth == null) {
      return Optional.empty();
    }
    var next = Birthdays.next(birth, now);
    if (next.isPresent()) {
      var look = Birthdays.look(next.get(), now);
      agenda.put(tx, Appointment.birthday(subject, appointment.organisation(), look));
    }
    var step = Birthdays.last(birth, now);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    return step.get().isReached()
        ? reached(tx, subject, step.get(), asked, records, rules, now)
        : invited(tx, subject, step.get(), asked, records, rules, now);
  }

  private Optional<Taken> invited(
      Connection tx,
      UUID subject,
      Birthdays.Step step,
      List<Asked> asked,
      List<Records> records,
      Askable.Rules rules,
      Instant now)
      throws SQLException {
    var hidden = hiding.of(tx, subject);
    boolean toRenew = false;
    for (int i = 0; i < asked.size(); i++) {
      var rule = rule(rules, asked.get(i).ask());
      toRenew |=
          mayLearn(asked.get(i), rule, records.get(i), hidden, step.birthday())
              && isAskable(rule)
              && Turning.of(asked.get(i).ask(), rule, records.get(i), step.birthday()).isToRenew();
    }
    if (!toRenew || !first(tx, subject, step)) {
      return Optional.empty();
    }
    var draft = new NoticeDraft(subject, subject, NoticeKind.UITNODIGING_LEEFTIJD, null, null);
    var notice = notices.give(tx, draft, now);
    return Optional.of(new Taken(step, notice, List.of(), List.of()));
  }

  private Optional<Taken> reached(
      Connection tx,
      UUID subject,
      Birthdays.Step step,
      List<Asked> asked,
      List<Records> records,
      Askable.Rules rules,
      Instant now)
      throws SQLException {
    if (!first(tx, subject, step)) {
      return Optional.empty();
    }
    var outgrown = new ArrayList<ConsentAsk>();
    var askAgain = new ArrayList<ConsentAsk>();
    for (int i = 0; i < asked.size(); i++) {
      var ask = asked.get(i).ask();
      var rule = rule(rules, ask);
      if (asked.get(i).at().isBefore(step.birthday()) && isAskable(rule)) {
        var turning = Turning.of(ask, rule, records.get(i), step.birthday());
        if (turning.isOutgrown()) {
          lapses.outgrow(tx, ask, step.birthday(), new Recorder.Calendar(), now);
          outgrown.add(ask);
        }
        if (turning.isToAskAgain() && ask.validUntil().isAfter(now)) {
          askAgain.add(ask);
        }
      }
    }
    return outgrown.isEmpty() && askAgain.isEmpty()
        ? Optional.empty()
        : Optional.of(new Taken(step, Optional.empty(), outgrown, askAgain));
  }

  private static Askable rule(Askable.Rules rules, ConsentAsk ask) {
    return rules.find(ask.purpose(), ask.sender(), ask.receiver());
  }

  private static boolean isAskable(Askable rule) {
    return !rule.regimes().isEmpty();
  }

  /// May the youth know of this question once the birthday has come? Who is shielded from a
  /// receiver is not invited because of it.
  private static boolean mayLearn(
      Asked asked, Askable rule, Records records, Hidden hidden, Instant at) {
    var ask = asked.ask();
    var row =
        new Row(
            ask.id(),
            Row.Kind.OVER_HET_KIND,
            false,
            asked.at(),
            Set.copyOf(List.of(ask.sender().oin(), ask.receiver().oin())));
    var viewer = new Viewer.Person(ask.subject(), ask.subject());
    return new MayLearn(rule.parameters()).of(viewer, row, records, hidden, at)
        == MayLearn.Sight.ALLES;
  }

  /// What is known of the child itself, whatever it is about.
  private static FactQuery nothing(UUID subject) {
    var nobody = new PartyRole(new Oin("0".repeat(20)), Role.JONGERE);
    return new FactQuery(
        subject, new Purpose("geen"), nobody, nobody, Set.of(), EnumSet.noneOf(Regime.class), "");
  }

  private boolean first(Connection tx, UUID subject, Birthdays.Step step) throws SQLException {
    try (var insert = tx.prepareStatement(GIVE)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setBytes(3, seal.mark(subject, "leeftijd\n" + step.day() + "\n" + step.days()));
      return insert.executeUpdate() == 1;
    }
  }
}
