package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.gateway.vierogen.SecondPerson;
import nl.sluis.gateway.vierogen.SecondPersons;
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
  private final Proposals proposals;
  private final SecondPersons.Of policy;

  /// @param region in whose part of the database what is hidden lives
  /// @param database for looking; what is found is put on record by the sequencer
  /// @param facts knows who may put something on record
  /// @param references keys the words for people
  /// @param corrections tells the receiver of an unjustified report
  /// @param policy whether one person may judge at the organisation's own system
  public ReviewDesk(
      String region,
      DataSource database,
      ReviewBook book,
      FactDesk facts,
      SubjectReference references,
      Corrections corrections,
      SecondPersons.Of policy) {
    this.database = database;
    this.book = book;
    this.facts = facts;
    this.references = references;
    this.corrections = corrections;
    this.hiding = new HiddenReader(region);
    this.proposals = new Proposals(region);
    this.policy = policy;
  }

  /// What somebody found.
  ///
  /// @param reviewer who looked, keyed
  /// @param function of the reviewer
  /// @param answers to the five questions, by name: yes or no
  /// @param missingRule the rule that came nearest and was missing, or [#NONE]
  /// @param why in words, for the logbook only
  public record Draft(
      Actor reviewer,
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

  /// Who an organisation means by this word for somebody who works there.
  public Actor reviewer(Oin organisation, String word) {
    return Actor.of(references.keyedEmployee(organisation, word));
  }

  /// The review of this exchange, for the organisation that sent it; empty for anybody else.
  public Optional<Review> find(Oin asker, UUID transaction) throws SQLException {
    return of(transaction).filter(review -> asker.equals(review.from().oin()));
  }

  /// The review of this exchange, whoever asks.
  Optional<Review> of(UUID transaction) throws SQLException {
    try (var connection = database.getConnection()) {
      return book.find(connection, transaction);
    }
  }

  /// Puts the verdict of one person on record. Where a second one is needed, or asked already, it
  /// is no verdict.
  public Work<Outcome> judge(Oin caller, PartyRole party, Review review, Draft draft) {
    return filing(
        caller,
        party,
        review,
        (found, detail) -> {
          if (!party.oin().equals(review.from().oin())) {
            return Filing.notThere();
          }
          var wrong = wrong(review, draft);
          if (wrong.isPresent()) {
            return wrong.get();
          }
          var asks = policy.of(found.tx(), party.oin()).on(Closing.NACONTROLE_KOPPELING);
          if (asks != SecondPerson.NIEMAND) {
            return Filing.notAllowed(
                Denial.TWEEDE_PERSOON_NODIG, Denial.TWEEDE_PERSOON_NODIG.remedy());
          }
          var taken = already(found.tx(), review);
          if (taken.isPresent()) {
            return taken.get();
          }
          detail.put("toelichting", draft.why());
          return close(found, detail, review, draft, Optional.empty());
        });
  }

  /// One thing about a review, under the lock of the child it is about.
  Filing filing(Oin caller, PartyRole party, Review review, Filing.Act act) {
    return new Filing(
        Needs.toWriteOfThen(review.subject()),
        EntryKind.REVIEW,
        facts.inAnyRole(caller, party),
        act);
  }

  /// Why this cannot be what somebody found; empty when it can.
  static Optional<Filing.Result> wrong(Review review, Draft draft) {
    if (draft.reviewer().equals(review.actor())) {
      return Optional.of(
          Filing.fault(
              "beoordelaar.id",
              "Wie de melding deed beoordeelt haar niet; laat een ander terugkijken."));
    }
    boolean allWell = !draft.answers().containsValue(false);
    return allWell == (draft.verdict() == Verdict.JUSTIFIED)
        ? Optional.empty()
        : Optional.of(
            Filing.fault(
                "uitkomst",
                "De uitkomst past niet bij de antwoorden: `terecht` hoort bij vijf keer ja, en een"
                    + " nee hoort bij `terecht-met-tekort` of `onterecht`."));
  }

  /// Why nobody can propose or judge now: a proposal lies ready, or there is a verdict. Empty when
  /// somebody can.
  Optional<Filing.Result> already(Connection tx, Review review) throws SQLException {
    var now = book.find(tx, review.transaction());
    return now.isPresent() && now.get().judged().isPresent()
        ? Optional.of(judgedBefore())
        : ByTwo.taken(tx, proposals, Closing.NACONTROLE, review.transaction());
  }

  private static Filing.Result judgedBefore() {
    return Filing.fault("", "Deze melding is al beoordeeld; een oordeel verandert niet.");
  }

  /// Makes it a verdict, with what follows from it (AVG 19, 33, 34).
  Filing.Result close(
      Found found, ObjectNode detail, Review review, Draft draft, Optional<Review.Second> second)
      throws SQLException {
    var judged = new Review.Judged(draft.verdict(), draft.missingRule(), found.at());
    boolean hidden = isHidden(found, review);
    var rows = book.judge(found.tx(), review, draft.reviewer(), judged, hidden, second);
    if (rows.isEmpty()) {
      return judgedBefore();
    }
    tell(detail, review, draft);
    detail.put("opTijd", !found.at().isAfter(review.due()));
    var filed = new Filing.Result.Filed(review.transaction().toString()).also(rows.get());
    return draft.verdict() == Verdict.UNJUSTIFIED
        ? filed.also(List.of(corrections.made(found.tx(), review, found.at())))
        : filed;
  }

  static void tell(ObjectNode detail, Review review, Draft draft) {
    detail.put("transactie", review.transaction().toString());
    detail.put("uitkomst", draft.verdict().code()).put("functie", draft.function());
    detail.put("regelGemist", draft.missingRule());
    var answers = detail.putObject("vragen");
    new TreeMap<>(draft.answers()).forEach(answers::put);
  }

  private boolean isHidden(Found found, Review review) throws SQLException {
    return review.subject().isPresent()
        && hiding.of(found.tx(), review.subject().get()).isHidden(review.transaction());
  }
}
