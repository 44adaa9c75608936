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

  /// The precondition of an addition: that its sender reported on this child before.
  static final String ADDED_TO = "eerder-gemeld";

  private static final Purpose REPORT = new Purpose("vt-melding");

  private final ReviewBook reviews;

  /// @param reviews knows every report
  public ReporterRegister(ReviewBook reviews) {
    this.reviews = reviews;
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    if (rule.conditions().contains(REPORTED)) {
      return report(found, message, REPORTED)
              .filter(r -> r.from().equals(message.to()) && r.to().equals(message.from()))
              .isPresent()
          ? Testimony.silent()
          : Testimony.without(Set.of(REPORTED));
    }
    if (rule.conditions().contains(ADDED_TO)) {
      return report(found, message, ADDED_TO)
              .filter(r -> r.from().oin().equals(message.from().oin()))
              .filter(r -> r.to().equals(message.to()) && r.subject().equals(found.subject()))
              .isPresent()
          ? Testimony.silent()
          : Testimony.without(Set.of(ADDED_TO));
    }
    return Testimony.silent();
  }

  private Optional<Review> report(Found found, SignedMessage message, String condition)
      throws SQLException {
    var claim = message.conditions().get(condition);
    try {
      var number = claim == null ? "" : claim.path("nummer").asText();
      return reviews
          .find(found.tx(), UUID.fromString(number))
          .filter(review -> review.purpose().equals(REPORT));
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
