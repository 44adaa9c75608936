package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// A question of Veilig Thuis that was fetched (`GET /v1/vragen`): which kinds of data are asked,
/// and not about which child; that stands in the message itself. Immutable.
///
/// @param transaction of the message
/// @param asker who asks
/// @param name of who asks
/// @param asked which kinds of data
/// @param kinds the same as people read it
/// @param at when it was asked
/// @param until when an answer is in time; empty when no term runs
/// @param stand `open`, `beantwoord`, `geweigerd` or `verlopen`
public record Inquiry(
    String transaction,
    PartyRole asker,
    String name,
    Set<DataCategory> asked,
    List<String> kinds,
    Instant at,
    Optional<Instant> until,
    String stand) {
  private static final String PURPOSE = "vt-informatieverzoek";

  /// Copies its parts.
  public Inquiry {
    asked = Set.copyOf(asked);
    kinds = List.copyOf(kinds);
  }

  /// Is there still nothing said to it?
  public boolean isOpen() {
    return stand.equals("open");
  }

  /// Those that this organisation was asked, in the order of Sluis.
  static List<Inquiry> of(JsonNode told, Names names) {
    var all = new ArrayList<Inquiry>();
    for (var one : told.path("vragen")) {
      if (one.path("kant").asText().equals("ontvangen")
          && one.path("doel").asText().equals(PURPOSE)) {
        asker(one.path("van")).ifPresent(asker -> all.add(of(one, asker, names)));
      }
    }
    return all;
  }

  private static Optional<PartyRole> asker(JsonNode party) {
    var oin = party.path("oin").asText();
    return Oin.isOin(oin)
        ? Role.of(party.path("rol").asText()).map(role -> new PartyRole(new Oin(oin), role))
        : Optional.empty();
  }

  private static Inquiry of(JsonNode one, PartyRole asker, Names names) {
    var asked = EnumSet.noneOf(DataCategory.class);
    one.path("gevraagd").forEach(code -> DataCategory.of(code.asText()).ifPresent(asked::add));
    return new Inquiry(
        one.path("transactie").asText(),
        asker,
        names.party(one.path("van")),
        asked,
        names.kinds(one.path("gevraagd")),
        Instant.parse(one.path("gesteldOp").asText()),
        one.hasNonNull("uiterlijk")
            ? Optional.of(Instant.parse(one.path("uiterlijk").asText()))
            : Optional.empty(),
        one.path("stand").asText());
  }
}
