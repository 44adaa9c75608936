package nl.sluis.gateway.evaluatie;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.notice.Notice;
import nl.sluis.consent.notice.NoticeAnswer;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.AtChild;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.PersonFiling;
import nl.sluis.gateway.desk.Places;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;

/// Where somebody says whether the help fits, says that there will be no answer, or takes the
/// answer back (AVG 6(1)(a), 7(3)).
///
/// Nobody else around the child sees that somebody was asked or what was said. Who was not given
/// the notice, or may not see it any more, finds nothing; and everything is looked at again under
/// the lock. May be shared between threads.
public final class OwnEvaluations {
  static final String SEALED = "evaluatie";

  private final DataSource database;
  private final CurrentLaw law;
  private final Places places;
  private final Notices notices;
  private final EvaluationTable table;
  private final WhoIsAsked who;
  private final PersonSeal seal;

  /// @param database for looking; what is said is written in the transaction of the sequencer
  /// @param law what is asked, and who may tell it
  /// @param seal seals what is said with the key of the child
  public OwnEvaluations(
      String region, DataSource database, CurrentLaw law, Places places, PersonSeal seal) {
    this.database = database;
    this.law = law;
    this.places = places;
    this.notices = new Notices(region, seal, ConsentParameters.strict());
    this.table = new EvaluationTable(region);
    this.who = new WhoIsAsked(region, law, seal);
    this.seal = seal;
  }

  /// Something this person was asked.
  ///
  /// @param asking by which it is asked; empty when the convenant does not ask it any more
  public record One(Referral referral, Standing standing, Optional<Asking> asking, UUID notice) {}

  /// Everything this person was asked and may still see, child by child.
  public List<AtChild<One>> look(SignedIn signedIn, Instant now) throws SQLException {
    var all = new ArrayList<AtChild<One>>();
    try (var tx = database.getConnection()) {
      var seen = places.seen(tx, signedIn);
      for (var place : seen.places()) {
        all.add(
            new AtChild<>(
                place.subject(), place.isSelf(), seen.cover(), at(tx, place, seen.cover(), now)));
      }
    }
    return all;
  }

  /// From who is shielded here nothing is asked that says where somebody gets help.
  private List<One> at(Connection tx, Place place, Cover cover, Instant now) throws SQLException {
    var found = new ArrayList<One>();
    for (var notice : notices.list(tx, place, now)) {
      if (notice.kind() == NoticeKind.EVALUATIE) {
        one(tx, place, notice, now).filter(one -> !isCovered(one, cover)).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean isCovered(One one, Cover cover) {
    return one.asking()
        .filter(asking -> cover.hides(asking.rule().purpose(), Set.of(Asking.TOLD)))
        .isPresent();
  }

  private Optional<One> one(Connection tx, Place place, Notice notice, Instant now)
      throws SQLException {
    var id = notice.matter();
    var referral = id.isEmpty() ? Optional.<Referral>empty() : table.find(tx, id.get());
    if (referral.isEmpty()) {
      return Optional.empty();
    }
    return Standing.of(table.steps(tx, referral.get()), place.person())
        .map(
            standing ->
                new One(
                    referral.get(),
                    standing,
                    Asking.of(law, referral.get().by(), now),
                    notice.id()));
  }

  /// That this person answers; the answer lies ready from the commit.
  public Work<Outcome> give(SignedIn signedIn, UUID subject, UUID id, ObjectNode answer) {
    return filing(
        signedIn,
        subject,
        id,
        (found, place, one) -> {
          if (!one.standing().isOpen(found.at()) || !mayTell(found, place, one)) {
            return false;
          }
          long step = step(found, place, one, Step.Kind.GEGEVEN);
          var clear = answer.toString().getBytes(StandardCharsets.UTF_8);
          table.answer(
              found.tx(),
              one.referral(),
              place.person(),
              step,
              seal.seal(one.referral().subject(), SEALED, clear));
          return true;
        });
  }

  private boolean mayTell(Found found, Place place, One one) throws SQLException {
    var asking = one.asking();
    return asking.isPresent()
        && who.of(found.tx(), one.referral(), asking.get(), found.at()).containsKey(place.person());
  }

  /// That there will be no answer of this person. Nobody is told, and nothing follows from it.
  public Work<Outcome> decline(SignedIn signedIn, UUID subject, UUID id) {
    return filing(
        signedIn,
        subject,
        id,
        (found, place, one) -> {
          if (!one.standing().isOpen(found.at())) {
            return false;
          }
          step(found, place, one, Step.Kind.NIET);
          return true;
        });
  }

  /// That the answer is taken back, as long as nobody fetched it.
  public Work<Outcome> takeBack(SignedIn signedIn, UUID subject, UUID id) {
    return filing(
        signedIn,
        subject,
        id,
        (found, place, one) -> {
          if (!one.standing().canBeTakenBack()) {
            return false;
          }
          step(found, place, one, Step.Kind.INGETROKKEN);
          return true;
        });
  }

  private long step(Found found, Place place, One one, Step.Kind kind) throws SQLException {
    return table.step(found.tx(), one.referral().id(), kind, place.person(), null, found.at());
  }

  /// What is said; false when it cannot be said now, which is the same as not there.
  @FunctionalInterface
  private interface Word {
    boolean say(Found found, Place place, One one) throws SQLException;
  }

  /// The row says that something was said and by whom, and never what.
  private Work<Outcome> filing(SignedIn signedIn, UUID subject, UUID id, Word word) {
    return new PersonFiling(
        signedIn,
        subject,
        EntryKind.NOTICE,
        places,
        (found, place, detail) -> {
          var one =
              at(found.tx(), place, places.cover(found.tx(), signedIn), found.at()).stream()
                  .filter(other -> other.referral().id().equals(id))
                  .findFirst();
          if (one.isEmpty() || !word.say(found, place, one.get())) {
            return Filing.notThere();
          }
          notices.answer(found.tx(), one.get().notice(), NoticeAnswer.GEZIEN, found.at());
          detail.put("stap", "evaluatie-beantwoord").put("evaluatie", id.toString());
          detail.put("over", NoticeKind.EVALUATIE.code());
          return new Filing.Result.Filed(id.toString());
        });
  }
}
