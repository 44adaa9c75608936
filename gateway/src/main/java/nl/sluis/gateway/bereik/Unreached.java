package nl.sluis.gateway.bereik;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.gateway.bereik.UnreachedTable.Unseen;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;

/// Counts who could not be told, and gives the organisation that asked the task to reach that
/// person otherwise (AVG 12(1), 13, 14).
///
/// Who chose nothing has a week to look by oneself; who chose letters or the desk, or whose mail or
/// letter came back, a day. That somebody is served at the desk only shows to no organisation: it
/// counts as nothing chosen. Of what somebody may not learn nobody is told that it was not read.
/// May be shared between threads and done by two gateways at once.
final class Unreached implements Duty {
  private static final int STEP = 200;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);

  /// For how long a mail may still turn out not to arrive.
  private static final Duration MAIL = Duration.ofDays(3);

  private static final int WORKING_DAYS = 5;

  private final DataSource database;
  private final Sequencer sequencer;
  private final Notices notices;
  private final Tasks tasks;
  private final PlaceRegister places;
  private final ChannelTable channels;
  private final UnreachedTable table;

  Unreached(DataSource database, Sequencer sequencer, Notices notices, Tasks tasks, String region) {
    this.database = database;
    this.sequencer = sequencer;
    this.notices = notices;
    this.tasks = tasks;
    this.places = new PlaceRegister(region);
    this.channels = new ChannelTable(region);
    this.table = new UnreachedTable(region);
  }

  @Override
  public int run(Instant now) throws SQLException {
    var counting = new ArrayList<Counting>();
    try (var tx = database.getConnection()) {
      for (var unseen : table.unseen(tx, now.minus(WEEK), now.minus(DAY), STEP)) {
        if (reason(tx, unseen, now).isPresent()) {
          counting.add(new Counting(unseen));
        }
      }
    }
    return sequencer.all(counting);
  }

  /// Why that person was not reached; empty when it is too early to say.
  private Optional<Reason> reason(Connection tx, Unseen unseen, Instant now) throws SQLException {
    var place = new Place(unseen.subject(), unseen.person());
    var people = List.copyOf(places.alike(tx, place));
    boolean mayLearn =
        notices.list(tx, stands(tx, place), now).stream().anyMatch(n -> n.id().equals(unseen.id()));
    if (!mayLearn) {
      return Optional.of(Reason.NIET_NODIG);
    }
    boolean isOld = !now.isBefore(unseen.givenAt().plus(WEEK));
    if (isDeskOnly(tx, place)) {
      return isOld ? Optional.of(Reason.GEEN_KANAAL) : Optional.empty();
    }
    return switch (Standing.of(channels.at(tx, unseen.subject(), people), now).now()) {
      case Standing.Now.None() -> isOld ? Optional.of(Reason.GEEN_KANAAL) : Optional.empty();
      case Standing.Now.CameBack(var row) ->
          Optional.of(
              row.step() == ChannelRow.Step.RETOUR ? Reason.BRIEF_RETOUR : Reason.MAIL_MISLUKT);
      case Standing.Now.Works works ->
          switch (works.channel()) {
            case BRIEF -> Optional.of(Reason.BRIEF_STUREN);
            case LOKET -> Optional.of(Reason.LOKET);
            case E_MAIL ->
                now.isBefore(unseen.givenAt().plus(MAIL))
                    ? Optional.empty()
                    : Optional.of(Reason.NIET_NODIG);
          };
    };
  }

  private Place stands(Connection tx, Place place) throws SQLException {
    return new Place(place.subject(), places.stands(tx, place));
  }

  private boolean isDeskOnly(Connection tx, Place place) throws SQLException {
    for (var number : places.numbers(tx, place)) {
      if (places.isDeskOnly(tx, number, Optional.of(place))) {
        return true;
      }
    }
    return places.isDeskOnly(tx, PlaceRegister.NOBODY, Optional.of(place));
  }

  /// One notice. It may have been seen, or counted by another gateway, meanwhile.
  private final class Counting implements Work<Boolean> {
    private final Unseen unseen;

    Counting(Unseen unseen) {
      this.unseen = unseen;
    }

    @Override
    public Needs needs() {
      return Needs.toWrite(unseen.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var reason = reason(found.tx(), unseen, found.at());
      var due = Term.dueAfter(found.at(), WORKING_DAYS, List.of());
      if (reason.isEmpty() || !table.add(found.tx(), unseen, reason.get(), found.at(), due)) {
        return Plan.known(false);
      }
      if (reason.get() == Reason.NIET_NODIG) {
        return Plan.known(true);
      }
      var rows = new ArrayList<Entry>();
      rows.add(row(reason.get()));
      var task =
          new Task(
              TaskKind.REACH_OTHERWISE,
              unseen.organisation(),
              Optional.of(unseen.subject()),
              unseen.about(),
              due);
      rows.addAll(tasks.open(found.tx(), task, found.at()));
      return Plan.of(rows, true);
    }

    private Entry row(Reason reason) {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("stap", "niet-bereikt").put("reden", reason.code());
      detail.put("kennisgeving", unseen.id().toString());
      detail.put("organisatie", unseen.organisation().value());
      return new Entry(EntryKind.NOTICE, Optional.of(unseen.subject()), detail);
    }
  }
}
