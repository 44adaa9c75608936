package nl.sluis.gateway.werklijst;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.ReviewDesk;
import nl.sluis.gateway.nacontrole.Family.Reported;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.nacontrole.Verdict;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werklijst.WorkPages.At;
import nl.sluis.gateway.werklijst.WorkPages.Did;

/// Looking back at one disclosure for safety's sake: what it was, and five questions (domain 3.7).
/// Reading it is a row too. May be shared between threads.
final class ReviewPages {
  static final String RULE = "regelGemist";
  static final String NO_INTEREST = "geenBelang";
  static final List<String> FIELDS =
      Stream.concat(
              Forms.QUESTIONS.stream(), Stream.of("uitkomst", RULE, "toelichting", NO_INTEREST))
          .toList();
  private static final Pattern MISSED = Pattern.compile("X\\d{2}[a-z]?|geen");

  private final Desk desk;

  ReviewPages(Desk desk) {
    this.desk = desk;
  }

  View shown(At at, Forms form) throws SQLException {
    var found = desk.reviews().find(at.officer().organisation(), at.about());
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var review = found.get();
    var looked = desk.put(desk.reviews().read(review.from(), review, at.officer().duty().word()));
    if (!(looked instanceof Outcome.Done)) {
      return new View.Gone();
    }
    var second = desk.reviews().second(review).map(oin -> desk.name(oin, at.now())).orElse("");
    var model =
        new Models.Looking(
            at.head(second),
            review,
            desk.name(review.from().oin(), at.now()),
            desk.name(review.to().oin(), at.now()),
            family(review),
            desk.reviews().isInvolved(review, at.officer().who()),
            desk.reviews().proposed(review).isPresent(),
            form);
    return new View.Shown("toezicht/werk-nacontrole", model, WorkPages.TITLE);
  }

  private Optional<Reported> family(Review review) throws SQLException {
    return desk.reviews().family(desk.family(), review);
  }

  Optional<Did> propose(At at, Forms form) throws SQLException {
    var found = desk.reviews().find(at.officer().organisation(), at.about());
    if (found.isEmpty() || !found.get().from().oin().equals(at.officer().organisation())) {
      return Optional.empty();
    }
    var answers = new TreeMap<String, Boolean>();
    for (var question : Forms.QUESTIONS) {
      if (!form.is(question, "ja") && !form.is(question, "nee")) {
        return Did.missing("vragen");
      }
      answers.put(question, form.is(question, "ja"));
    }
    var verdict = Verdict.of(form.value("uitkomst"));
    if (verdict.isEmpty()) {
      return Did.missing("uitkomst");
    }
    if (!MISSED.matcher(form.value(RULE)).matches()) {
      return Did.missing("regel");
    }
    if (!form.isText("toelichting")) {
      return Did.missing("toelichting");
    }
    if (!form.is(NO_INTEREST, "ja")) {
      return Did.missing("belang");
    }
    var draft =
        new ReviewDesk.Draft(
            at.officer().who(),
            at.officer().duty().word(),
            verdict.get(),
            answers,
            form.value(RULE),
            form.value("toelichting"));
    var review = found.get();
    boolean two = desk.reviews().second(review).isPresent();
    return Did.by(
        desk.put(desk.reviews().propose(review.from(), review, draft)),
        two ? "voorgesteld" : "afgehandeld");
  }
}
