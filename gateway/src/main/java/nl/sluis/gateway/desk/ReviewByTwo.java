package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.nacontrole.Verdict;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.vierogen.Caseload;
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.Proposal;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Looking back with four eyes: one person proposes what it was, a second one confirms it or gives
/// it back, and neither sent it nor works with this child (domain 3.7; `portals.md` 4.4).
///
/// What follows from a verdict follows from the confirmation and from nothing before it. May be
/// shared between threads.
public final class ReviewByTwo {
  private static final String RULE = "regelGemist";

  private final ReviewDesk desk;
  private final DataSource database;
  private final ByTwo two;
  private final Caseload caseload;

  /// @param database for looking; what is found is put on record by the sequencer
  public ReviewByTwo(ReviewDesk desk, String region, DataSource database, ByTwo two) {
    this.desk = desk;
    this.database = database;
    this.two = two;
    this.caseload = new Caseload(region);
  }

  /// The review of this exchange, for either organisation in it; empty for anybody else.
  public Optional<Review> find(Oin asker, UUID transaction) throws SQLException {
    return desk.of(transaction)
        .filter(r -> r.from().oin().equals(asker) || r.to().oin().equals(asker));
  }

  /// Of which organisation the second person must be; empty when none is needed.
  public Optional<Oin> second(Review review) throws SQLException {
    try (var connection = database.getConnection()) {
      return second(connection, review);
    }
  }

  private Optional<Oin> second(Connection tx, Review review) throws SQLException {
    return two.second(
        tx,
        Closing.NACONTROLE,
        TaskKind.LOOK_BACK.work(),
        review.from().oin(),
        Optional.of(review.to().oin()));
  }

  /// What lies ready to close this review; empty when nothing does.
  public Optional<Proposal> proposed(Review review) throws SQLException {
    return two.proposed(Closing.NACONTROLE, review.transaction());
  }

  /// What its sender said of telling the family; empty when no child is known.
  public Optional<Family.Reported> family(Family family, Review review) throws SQLException {
    if (review.subject().isEmpty()) {
      return Optional.empty();
    }
    try (var connection = database.getConnection()) {
      return family.about(connection, review.subject().get()).stream()
          .filter(one -> one.transaction().equals(review.transaction()))
          .findFirst();
    }
  }

  /// Does this person work with the child it is about, or did this person send it?
  public boolean isInvolved(Review review, Actor officer) throws SQLException {
    try (var connection = database.getConnection()) {
      return isInvolved(connection, review, officer);
    }
  }

  private boolean isInvolved(Connection tx, Review review, Actor officer) throws SQLException {
    return officer.equals(review.actor())
        || (review.subject().isPresent() && caseload.holds(tx, review.subject().get(), officer));
  }

  /// Somebody reads what there is to look back at: a row, whoever it is.
  ///
  /// @param function in what function
  public Work<Outcome> read(PartyRole party, Review review, String function) {
    return desk.filing(
        party.oin(),
        party,
        review,
        (_, detail) -> {
          detail.put("stap", "gelezen").put("functie", function);
          detail.put("transactie", review.transaction().toString());
          return new Filing.Result.Filed(review.transaction().toString());
        });
  }

  /// Proposes what it was; where nobody need look along, that is the verdict.
  ///
  /// @param party the organisation that sent it
  public Work<Outcome> propose(PartyRole party, Review review, ReviewDesk.Draft draft) {
    return desk.filing(
        party.oin(),
        party,
        review,
        (found, detail) -> {
          var wrong = mayNot(found, party, review, draft);
          if (wrong.isPresent()) {
            return wrong.get();
          }
          var second = second(found.tx(), review);
          detail.put("toelichting", draft.why());
          if (second.isEmpty()) {
            return desk.close(found, detail, review, draft, Optional.empty());
          }
          ReviewDesk.tell(detail, review, draft);
          return two.propose(found, detail, closing(review, draft), second.get());
        });
  }

  private Optional<Filing.Result> mayNot(
      Found found, PartyRole party, Review review, ReviewDesk.Draft draft) throws SQLException {
    if (!party.oin().equals(review.from().oin())) {
      return Optional.of(Filing.notThere());
    }
    var wrong = ReviewDesk.wrong(review, draft);
    if (wrong.isPresent()) {
      return wrong;
    }
    return isInvolved(found.tx(), review, draft.reviewer())
        ? Optional.of(involved())
        : desk.already(found.tx(), review);
  }

  private static Filing.Result involved() {
    return Filing.fault(
        "beoordelaar",
        "U werkt zelf met dit kind; laat iemand terugkijken die er niets mee te maken heeft.");
  }

  private static ByTwo.Draft closing(Review review, ReviewDesk.Draft draft) {
    var answers = new ArrayList<String>();
    draft.answers().forEach((question, yes) -> answers.add(question + (yes ? "=ja" : "=nee")));
    answers.add(RULE + "=" + draft.missingRule());
    answers.sort(null);
    return new ByTwo.Draft(
        Closing.NACONTROLE,
        review.transaction(),
        review.from().oin(),
        Optional.of(review.to().oin()),
        review.subject(),
        Optional.of(review.actor()),
        draft.reviewer(),
        draft.verdict().code(),
        answers,
        draft.why(),
        review.due());
  }

  /// The second person confirms it, and it is the verdict; or gives it back, and nothing is.
  ///
  /// @param party of the second person, in the role in which it is in the exchange
  /// @param why in words, for the logbook
  public Work<Outcome> second(
      PartyRole party, Review review, UUID proposal, Actor who, Proposals.Said said, String why) {
    return desk.filing(
        party.oin(),
        party,
        review,
        (found, detail) -> {
          detail.put("transactie", review.transaction().toString());
          return isInvolved(found.tx(), review, who)
              ? involved()
              : two.answer(
                  found,
                  detail,
                  proposal,
                  party.oin(),
                  who,
                  said,
                  why,
                  confirmed -> {
                    var second = new Review.Second(proposal, who);
                    return desk.close(found, detail, review, draft(confirmed), Optional.of(second));
                  });
        });
  }

  /// What was found, as it lay ready.
  public static ReviewDesk.Draft draft(Proposal proposal) {
    var answers = new HashMap<String, Boolean>();
    var rule = ReviewDesk.NONE;
    for (var answer : proposal.answers()) {
      var parts = List.of(answer.split("=", 2));
      if (parts.getFirst().equals(RULE)) {
        rule = parts.getLast();
      } else {
        answers.put(parts.getFirst(), parts.getLast().equals("ja"));
      }
    }
    return new ReviewDesk.Draft(
        proposal.proposer(),
        "beoordelaar",
        Verdict.of(proposal.outcome()).orElseThrow(),
        answers,
        rule,
        "");
  }
}
