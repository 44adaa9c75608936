package nl.sluis.gateway.exchange;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.acuut.AcuteBook;
import nl.sluis.gateway.acuut.Outage;
import nl.sluis.gateway.acuut.Report;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.nacontrole.Telling;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.hypothesis.MissedRule;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Oin;

/// What a message that passes for safety's sake asks of its sender afterwards, opened in the
/// transaction that lets it pass: nobody can forget what the logbook knows.
///
/// May be shared between threads.
public final class Aftermath {
  private final AcuteBook reports;
  private final OtherRegion otherRegion;
  private final ReviewBook reviews;
  private final Family family;
  private final SubjectReference references;

  /// @param reports remembers what is acute
  /// @param otherRegion sees what must be handed over to another region
  /// @param reviews remembers what must be looked back at
  /// @param family what a family may come to know
  /// @param references keys the words for people
  public Aftermath(
      AcuteBook reports,
      OtherRegion otherRegion,
      ReviewBook reviews,
      Family family,
      SubjectReference references) {
    this.reports = reports;
    this.otherRegion = otherRegion;
    this.reviews = reviews;
    this.family = family;
    this.references = references;
  }

  /// @return the rows for the logbook
  List<Entry> of(Decided decided, Permit permit, UUID parcel) throws SQLException {
    var rows = new ArrayList<Entry>();
    if (Acute.isAcute(decided.admitted().identified().message())) {
      var report = report(decided, parcel);
      rows.addAll(reports.opened(decided.found().tx(), report, decided.found().at()));
      otherRegion.of(decided).ifPresent(rows::add);
    }
    if (permit.obligations().contains(Obligation.NACONTROLE)) {
      var review = review(decided, permit);
      rows.addAll(reviews.opened(decided.found().tx(), review));
      rows.addAll(family(decided, review));
    }
    return rows;
  }

  private List<Entry> family(Decided decided, Review review) throws SQLException {
    var message = decided.admitted().identified().message();
    var telling =
        review.acute() ? Telling.silent() : Telling.of(message.meldcode(), message.conditions());
    return family.opened(
        decided.found().tx(),
        review,
        telling,
        received(decided),
        word -> actor(message.from().oin(), word));
  }

  private Actor actor(Oin organisation, String word) {
    return Actor.of(references.keyedEmployee(organisation, word));
  }

  private static Instant received(Decided decided) {
    return decided.admitted().outage().map(Outage::received).orElse(decided.found().at());
  }

  private static Report report(Decided decided, UUID parcel) {
    var message = decided.admitted().identified().message();
    return new Report(
        decided.admitted().transaction(),
        parcel,
        message.from(),
        message.to(),
        message.purpose(),
        decided.found().subject(),
        received(decided),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Review review(Decided decided, Permit permit) {
    var message = decided.admitted().identified().message();
    boolean acute = Acute.isAcute(message);
    var at = decided.found().at();
    int days = acute ? Review.WORKING_DAYS_ACUTE : Review.WORKING_DAYS;
    var actor = message.acting().map(Acting::id).orElse("");
    return new Review(
        decided.admitted().transaction(),
        message.from(),
        message.to(),
        message.purpose(),
        permit.ruleId(),
        acute,
        decided.found().subject(),
        actor(message.from().oin(), actor),
        at,
        Term.dueAfter(at, days, List.of()),
        nearest(decided, permit),
        Optional.empty());
  }

  private static Review.Nearest nearest(Decided decided, Permit permit) {
    var convenant = decided.convenant();
    return convenant
        .rule(permit.ruleId())
        .map(rule -> Review.Nearest.of(MissedRule.of(decided.question(), rule, convenant)))
        .orElse(Review.Nearest.UNKNOWN);
  }
}
