package nl.sluis.gateway.onderzoek;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Purpose;

/// Knows who really reported to Veilig Thuis, by the row of that report: only that one hears what
/// becomes of it, and only that one adds to it.
///
/// A report is named by its transaction, which its sender and Veilig Thuis both know and nobody
/// else. May be shared between threads.
public final class ReporterRegister implements Register {
  /// The precondition of feedback: that its receiver is who reported.
  static final String REPORTED = "melder-bevestigd";

  private static final Purpose REPORT = new Purpose("vt-melding");

  private final ReviewBook reviews;

  /// @param reviews knows every report
  public ReporterRegister(ReviewBook reviews) {
    this.reviews = reviews;
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    if (!rule.conditions().contains(REPORTED)) {
      return Testimony.silent();
    }
    var report = report(found, message);
    boolean theirs =
        report
            .filter(r -> r.purpose().equals(REPORT))
            .filter(r -> r.from().equals(message.to()))
            .filter(r -> r.to().equals(message.from()))
            .isPresent();
    return theirs ? Testimony.silent() : Testimony.without(Set.of(REPORTED));
  }

  private Optional<Review> report(Found found, SignedMessage message) throws SQLException {
    var claim = message.conditions().get(REPORTED);
    try {
      var number = claim == null ? "" : claim.path("nummer").asText();
      return reviews.find(found.tx(), UUID.fromString(number));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public void passed(
      Found found,
      SignedMessage message,
      Convenant convenant,
      Rule rule,
      UUID transaction,
      UUID parcel) {}
}
