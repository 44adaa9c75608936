package nl.sluis.gateway.verzoek;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Mended;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.policies.terms.PartyRole;

/// A message to one receiver that data which it got were mended or erased at their holder (AVG 19).
/// Immutable.
///
/// @param id its identifier, and the `jti` of what Sluis signed
/// @param request on which it follows; the receiver is not told which
/// @param subject the child of that request, as it was known then
/// @param stands the child as it is known now
/// @param what a rectification or an erasure
/// @param to who got the data
/// @param rows the rows by which it got them
/// @param jws what Sluis signed
/// @param madeAt when; the instant of the answer
/// @param due before when the receiver says what it did
/// @param answer what it said that it did; empty when it said nothing yet
public record RecipientMessage(
    UUID id,
    UUID request,
    UUID subject,
    UUID stands,
    RequestKind what,
    PartyRole to,
    List<Long> rows,
    String jws,
    Instant madeAt,
    Instant due,
    Optional<Answer> answer) {
  /// Copies its list.
  public RecipientMessage {
    rows = List.copyOf(rows);
  }

  /// What a receiver said that it did.
  ///
  /// @param ground the law that makes it keep the data; empty for any other word
  public record Answer(Mended done, Optional<String> ground, Instant at) {}

  /// About which exchanges it is, as it was signed.
  List<UUID> exchanges() {
    try {
      var named = new ArrayList<UUID>();
      for (var one : CompactJws.parse(jws, jws.length()).payload().path("transacties")) {
        named.add(UUID.fromString(one.asText()));
      }
      return named;
    } catch (JwsFault e) {
      throw new IllegalStateException("what we signed is in form", e);
    }
  }

  /// Did it not answer in time?
  public boolean isLate(Instant now) {
    return answer.isEmpty() && !now.isBefore(due);
  }
}
