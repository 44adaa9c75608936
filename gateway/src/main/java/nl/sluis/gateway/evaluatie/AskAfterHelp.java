package nl.sluis.gateway.evaluatie;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.notice.NoticeDraft;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.convenant.RequestTerms;
import nl.sluis.policies.terms.Age;

/// Asks a family, three months after an organisation referred a child to help itself, whether the
/// help fits: a notice, of which each hears by the way that is safe for that person.
///
/// Who may not learn of that organisation, or is shielded from it, is not asked; nobody outside can
/// tell. A month later it is too late. For one thread at a time; gateways may do it at once.
public final class AskAfterHelp implements Duty {
  private static final Duration REST = Duration.ofMinutes(15);
  private static final int STEP = 100;

  private final DataSource database;
  private final Sequencer sequencer;
  private final CurrentLaw law;
  private final EvaluationTable table;
  private final WhoIsAsked who;
  private final Notices notices;
  private Instant notBefore = Instant.MIN;

  /// @param law when is asked, and who may be
  /// @param seal opens what singles a person out
  public AskAfterHelp(
      String region, DataSource database, Sequencer sequencer, CurrentLaw law, PersonSeal seal) {
    this.database = database;
    this.sequencer = sequencer;
    this.law = law;
    this.table = new EvaluationTable(region);
    this.who = new WhoIsAsked(region, law, seal);
    this.notices = new Notices(region, seal, ConsentParameters.strict());
  }

  @Override
  public int run(Instant now) throws SQLException {
    if (now.isBefore(notBefore)) {
      return 0;
    }
    int asked = 0;
    for (var referral : due(now)) {
      notBefore = now.plus(REST);
      if (isSomebodyToAsk(referral, now)) {
        asked += sequencer.submit(new Putting(referral)).join();
      }
    }
    return asked;
  }

  /// No convenant asks earlier than after a month, nor later than after the longest term and one
  /// month more; which of these is due, each says itself.
  private List<Referral> due(Instant now) throws SQLException {
    var today = LocalDate.ofInstant(now, Age.CALENDAR);
    var before = today.minusMonths(RequestTerms.STRICT.evaluationAfterMonths() + 1L);
    try (var tx = database.getConnection()) {
      return table.unasked(tx, today.minusMonths(1), before, STEP).stream()
          .filter(one -> isDue(one, today, now))
          .toList();
    }
  }

  private boolean isDue(Referral referral, LocalDate today, Instant now) {
    return Asking.of(law, referral.by(), now)
        .filter(
            asking ->
                !today.isBefore(asking.from(referral.on()))
                    && today.isBefore(asking.tooLate(referral.on())))
        .isPresent();
  }

  private boolean isSomebodyToAsk(Referral referral, Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      return !drafts(tx, referral, now).isEmpty();
    }
  }

  private List<NoticeDraft> drafts(Connection tx, Referral referral, Instant now)
      throws SQLException {
    var asking = Asking.of(law, referral.by(), now);
    var drafts = new ArrayList<NoticeDraft>();
    if (asking.flatMap(Asking::questions).isEmpty()) {
      return drafts;
    }
    var matter = new NoticeDraft.Matter(referral.id(), referral.by().oin());
    for (var person : who.of(tx, referral, asking.get(), now).keySet()) {
      var draft =
          new NoticeDraft(referral.subject(), person, NoticeKind.EVALUATIE, null, null, matter);
      if (notices.mayTell(tx, draft, now)) {
        drafts.add(draft);
      }
    }
    return drafts;
  }

  /// Asks those of one family, under its lock. Another gateway may have done so first.
  private final class Putting implements Work<Integer> {
    private final Referral referral;

    Putting(Referral referral) {
      this.referral = referral;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(referral.subject());
    }

    @Override
    public Plan<Integer> plan(Found found) throws SQLException {
      var tx = found.tx();
      var entries = new ArrayList<Entry>();
      var asking = Asking.of(law, referral.by(), found.at());
      if (asking.isEmpty() || !table.steps(tx, referral).isEmpty()) {
        return Plan.known(0);
      }
      var until = asking.get().until(found.at());
      for (var draft : drafts(tx, referral, found.at())) {
        var given = notices.give(tx, draft, found.at());
        if (given.isPresent()) {
          table.step(tx, referral.id(), Step.Kind.GEVRAAGD, draft.person(), until, found.at());
          entries.add(row(draft, given.get()));
        }
      }
      return Plan.of(entries, entries.size());
    }

    private Entry row(NoticeDraft draft, UUID notice) {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("kennisgeving", notice.toString()).put("over", draft.kind().code());
      detail.put("persoon", draft.person().toString());
      detail.put("evaluatie", referral.id().toString());
      return new Entry(EntryKind.NOTICE, Optional.of(referral.subject()), detail);
    }
  }
}
