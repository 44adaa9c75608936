package nl.sluis.gateway.ondertekening;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// What somebody said of a proposal.
///
/// @param condition the precondition of the convenant that is met by it
/// @param outcome what was said, such as `akkoord`
/// @param proposal the digest of what it is about
/// @param at when, by the word of who signed
public record Agreement(String condition, String outcome, String proposal, Instant at) {

  /// The same with who said it.
  ///
  /// @param who said it
  /// @param said what
  record Signed(Signatory who, Agreement said) {
    /// Can it count for anything now?
    boolean isGoodAt(Instant now) {
      return who.isGood(said.at(), now);
    }

    /// Who said what, and how that is known, without the word for who it is.
    void tell(ObjectNode node) {
      node.put("ondertekenaar", who.id().toString()).put("functie", who.function());
      node.put("voorwaarde", said.condition()).put("uitkomst", said.outcome());
      node.put("voorstel", said.proposal()).put("op", said.at().toString());
      node.put("wijze", who.key().isPresent() ? "sleutel" : "aanmelding");
    }
  }
}
