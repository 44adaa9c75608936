package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.nacontrole.Corrections;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.nacontrole.Verdict;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where an organisation looks back at what it let out for safety's sake: somebody else than who
/// sent it, once, with what follows from it (domain 3.7). May be shared between threads.
public final class ReviewDesk {
  /// When no rule was missing.
  public static final String NONE = "geen";

  private final DataSource database;
  private final ReviewBook book;
  private final FactDesk facts;
  private final SubjectReference references;
  private final Corrections corrections;
  private final HiddenReader hiding;

  /// @param region in whose part of the database what is hidden lives
  /// @param database for looking; what is found is put on record by the sequencer
  /// @param facts knows who may put something on record
  /// @param references keys the words for people
  /// @param corrections tells the receiver of an unjustified report
  public ReviewDesk(
      String region,
      DataSource database,
      ReviewBook book,
      FactDesk facts,
      SubjectReference references,
      Corrections corrections) {
    this.database = database;
    this.book = book;
    this.facts = facts;
    this.references = references;
    this.corrections = corrections;
    this.hiding = new HiddenReader(region);
  }

  /// What somebody found.
  ///
  /// @param reviewer the word for who looked, at this organisation
  /// @param function of the reviewer
  /// @param answers to the five questions, by name: yes or no
  /// @param missingRule the rule that came nearest and was missing, or [#NONE]
  /// @param why in words, for the logbook only
  public record Draft(
      String reviewer,
      String function,
      Verdict verdict,
      Map<String, Boolean> answers,
      String missingRule,
      String why) {
    /// Copies its parts.
    public Draft {
      answers = Map.copyOf(answers);
    }
  }

  /// The review of this exchange, for the organisation that sent it; empty for anybody else.
  public Optional<Review> find(Oin asker, UUID transaction) throws SQLException {
    try (var connection = database.getConnection()) {
      return book.find(connection, transaction).filter(r -> asker.equals(r.from().oin()));
    }
  }

  /// Puts the verdict on record.
  public Work<Outcome> judge(Oin caller, PartyRole party, Review review, Draft draft) {
    return new Filing(
        review.subject().map(Needs::toWrite).orElseGet(Needs::nothing),
        EntryKind.REVIEW,
        facts.inAnyRole(caller, party),
        (found, detail) -> {
          var oin = review.from().oin();
          if (!party.oin().equals(oin)) {
            return Filing.notThere();
          }
          var reviewer = Actor.of(references.keyedEmployee(oin, draft.reviewer()));
          if (reviewer.equals(review.actor())) {
            return Filing.fault(
                "beoordelaar.id",
                "Wie de melding deed beoordeelt haar niet; laat een ander terugkijken.");
          }
          boolean allWell = !draft.answers().containsValue(false);
          if (allWell != (draft.verdict() == Verdict.JUSTIFIED)) {
            return Filing.fault(
                "uitkomst",
                "De uitkomst past niet bij de antwoorden: `terecht` hoort bij vijf keer ja, en een"
                    + " nee hoort bij `terecht-met-tekort` of `onterecht`.");
          }
          var judged = new Review.Judged(draft.verdict(), draft.missingRule(), found.at());
          var rows = book.judge(found.tx(), review, reviewer, judged, isHidden(found, review));
          if (rows.isEmpty()) {
            return Filing.fault("", "Deze melding is al beoordeeld; een oordeel verandert niet.");
          }
          detail.put("transactie", review.transaction().toString());
          detail.put("uitkomst", draft.verdict().code()).put("functie", draft.function());
          detail.put("regelGemist", draft.missingRule()).put("toelichting", draft.why());
          detail.put("opTijd", !found.at().isAfter(review.due()));
          var answers = detail.putObject("vragen");
          draft.answers().forEach(answers::put);
          var filed = new Filing.Result.Filed(review.transaction().toString()).also(rows.get());
          return draft.verdict() == Verdict.UNJUSTIFIED
              ? filed.also(List.of(corrections.made(found.tx(), review, found.at())))
              : filed;
        });
  }

  private boolean isHidden(Found found, Review review) throws SQLException {
    return review.subject().isPresent()
        && hiding.of(found.tx(), review.subject().get()).isHidden(review.transaction());
  }
}
