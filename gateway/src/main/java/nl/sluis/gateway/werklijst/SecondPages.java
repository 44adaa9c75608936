package nl.sluis.gateway.werklijst;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.ReviewByTwo;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.verzoek.SubjectRequest;
import nl.sluis.gateway.vierogen.Proposal;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werklijst.WorkPages.At;
import nl.sluis.gateway.werklijst.WorkPages.Did;
import nl.sluis.policies.terms.PartyRole;

/// Where a second person sees what a first one proposes, and confirms it or gives it back. Both
/// weigh the same, and reading is a row. May be shared between threads.
final class SecondPages {
  static final List<String> FIELDS = List.of("besluit", "toelichting", ReviewPages.NO_INTEREST);

  private final Desk desk;

  SecondPages(Desk desk) {
    this.desk = desk;
  }

  /// What a proposal closes.
  private sealed interface Closes {
    record AReview(Review review, PartyRole party) implements Closes {}

    record ARequest(SubjectRequest request) implements Closes {}

    record ATask(OpenTask open) implements Closes {}
  }

  private Optional<Closes> closes(At at, Proposal proposal) throws SQLException {
    var own = at.officer().organisation();
    return switch (proposal.closing()) {
      case NACONTROLE, NACONTROLE_KOPPELING ->
          desk.reviews()
              .find(own, proposal.about())
              .map(r -> new Closes.AReview(r, r.from().oin().equals(own) ? r.from() : r.to()));
      case VERZOEK_TOEGEWEZEN, VERZOEK_GEWEIGERD ->
          at.officer().duty() == Duty.PRIVACY_OFFICER
              ? desk.rights().find(proposal.about(), own).map(Closes.ARequest::new)
              : Optional.empty();
      case TAAK, TAAK_VEILIGHEID -> desk.tasks().find(proposal.about(), own).map(Closes.ATask::new);
    };
  }

  View shown(At at, Forms form) throws SQLException {
    var proposal = desk.two().waiting(at.officer().organisation(), at.about());
    var closes = proposal.isEmpty() ? Optional.<Closes>empty() : closes(at, proposal.get());
    if (proposal.isEmpty() || closes.isEmpty() || !isRead(at, closes.get())) {
      return new View.Gone();
    }
    var review =
        closes.get() instanceof Closes.AReview(var one, _)
            ? Optional.of(one)
            : Optional.<Review>empty();
    var asked = closes.get() instanceof Closes.ARequest(var one) ? desk.rights().asked(one) : "";
    boolean may =
        proposal.get().mayConfirm(at.officer().organisation(), at.officer().who())
            && (review.isEmpty() || !desk.reviews().isInvolved(review.get(), at.officer().who()));
    var model =
        new Models.Second(
            at.head(desk.name(proposal.get().organisation(), at.now())),
            proposal.get(),
            may,
            desk.two().words(proposal.get()),
            review,
            review.map(_ -> ReviewByTwo.draft(proposal.get())),
            review.map(one -> desk.name(one.from().oin(), at.now())).orElse(""),
            review.map(one -> desk.name(one.to().oin(), at.now())).orElse(""),
            asked,
            form);
    return new View.Shown("toezicht/werk-tweede", model, WorkPages.TITLE);
  }

  private boolean isRead(At at, Closes closes) {
    return switch (closes) {
      case Closes.AReview(var review, var party) ->
          desk.put(desk.reviews().read(party, review, at.officer().duty().word()))
              instanceof Outcome.Done;
      case Closes.ARequest(var request) -> RequestPages.isRead(desk, at, request);
      case Closes.ATask _ -> true;
    };
  }

  Optional<Did> say(At at, Forms form) throws SQLException {
    var proposal = desk.two().waiting(at.officer().organisation(), at.about());
    var closes = proposal.isEmpty() ? Optional.<Closes>empty() : closes(at, proposal.get());
    if (closes.isEmpty()) {
      return Optional.empty();
    }
    var said =
        switch (form.value("besluit")) {
          case "bevestigd" -> Optional.of(Proposals.Said.BEVESTIGD);
          case "teruggegeven" -> Optional.of(Proposals.Said.TERUGGEGEVEN);
          default -> Optional.<Proposals.Said>empty();
        };
    if (said.isEmpty()) {
      return Did.missing("besluit");
    }
    if (!form.isText("toelichting")) {
      return Did.missing("toelichting");
    }
    if (!form.is(ReviewPages.NO_INTEREST, "ja")) {
      return Did.missing("belang");
    }
    var work = work(at, closes.get(), at.about(), said.get(), form.value("toelichting"));
    return Did.by(desk.put(work), said.get().code());
  }

  private Work<Outcome> work(At at, Closes closes, UUID id, Proposals.Said said, String why) {
    var who = at.officer().who();
    return switch (closes) {
      case Closes.AReview(var review, var party) ->
          desk.reviews().second(party, review, id, who, said, why);
      case Closes.ARequest(var request) ->
          desk.answering().second(at.party(), request, id, who, said, why);
      case Closes.ATask(var open) -> desk.closing().second(at.party(), open, id, who, said, why);
    };
  }
}
