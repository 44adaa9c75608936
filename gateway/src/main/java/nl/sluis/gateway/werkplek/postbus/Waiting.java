package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// One parcel that waits: what for, from whom and until when. No content and no child (design 1, P4
/// and P10).
///
/// Immutable.
///
/// @param id of the parcel
/// @param what the purpose as the convenant says it; its code where no convenant here knows it
/// @param from whose message it is
/// @param sender the name of that organisation; its number where no convenant here knows it
/// @param since when Sluis accepted it
/// @param due until when it can be fetched
/// @param safety whether it goes along a road that is there for the safety of a child
/// @param question whether it asks something that can be answered within a term
/// @param handed whether it was handed over before, and not acknowledged yet
/// @param reminded whether half of its term is over
/// @param meant for whom in the organisation, where the register of contacts names somebody
public record Waiting(
    UUID id,
    String what,
    PartyRole from,
    String sender,
    Instant since,
    Instant due,
    boolean safety,
    boolean question,
    boolean handed,
    boolean reminded,
    Optional<Meant> meant) {
  /// Safety on top, and then whose term ends first.
  private static final Comparator<Waiting> ORDER =
      Comparator.comparing(Waiting::safety)
          .reversed()
          .thenComparing(Waiting::due)
          .thenComparing(Waiting::since)
          .thenComparing(Waiting::id);

  /// For whom in the organisation a parcel is, in the organisation's own words.
  ///
  /// @param function the code of the role
  /// @param part which part of the school; empty when it has none
  /// @param person the word for the person, or for the team; empty when there is none
  /// @param how `vast`, `vervanger` or `team`
  public record Meant(String function, String part, String person, String how) {
    private static Optional<Meant> of(JsonNode node) {
      return node.isObject()
          ? Optional.of(
              new Meant(
                  node.path("functie").asText(),
                  node.path("deel").asText(),
                  node.path("persoon").asText(node.path("team").asText()),
                  node.path("hoe").asText()))
          : Optional.empty();
    }
  }

  /// Everything that is listed, the most urgent first; what is not in form is left out, for nobody
  /// can fetch it.
  ///
  /// @param listed the answer of `GET /v1/postbus`
  /// @param self for whom it waits
  /// @param law what the convenants call purposes and organisations
  static List<Waiting> of(JsonNode listed, PartyRole self, OwnCheck law, Instant now) {
    var found = new ArrayList<Waiting>();
    for (var each : listed.path("pakketten")) {
      one(each, self, law, now).ifPresent(found::add);
    }
    found.sort(ORDER);
    return List.copyOf(found);
  }

  private static Optional<Waiting> one(JsonNode node, PartyRole self, OwnCheck law, Instant now) {
    var from = party(node.path("van"));
    var purpose = node.path("doel").asText();
    if (from.isEmpty() || !Purpose.isPurpose(purpose)) {
      return Optional.empty();
    }
    var spoken = law.rule(new Purpose(purpose), from.get(), self, Optional.empty(), now);
    try {
      return Optional.of(
          new Waiting(
              UUID.fromString(node.path("id").asText()),
              Naming.purpose(spoken, new Purpose(purpose)),
              from.get(),
              Naming.party(spoken, from.get().oin()),
              Instant.parse(node.path("aangenomenOp").asText()),
              Instant.parse(node.path("uiterlijk").asText()),
              spoken.filter(Waiting::isForSafety).isPresent(),
              spoken.filter(Question::isAsked).isPresent(),
              node.path("uitgereikt").asBoolean(),
              node.path("herinnering").asBoolean(),
              Meant.of(node.path("voor"))));
    } catch (IllegalArgumentException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static boolean isForSafety(OwnCheck.Spoken spoken) {
    return spoken.rule().lane() == Lane.OVERRIDE || spoken.rule().neverLapses();
  }

  static Optional<PartyRole> party(JsonNode node) {
    var oin = node.path("oin").asText();
    return Role.of(node.path("rol").asText())
        .filter(_ -> Oin.isOin(oin))
        .map(role -> new PartyRole(new Oin(oin), role));
  }

  /// Is it for who works in this function? What names nobody is for all, and what is about safety
  /// waits for nobody in particular.
  ///
  /// @param function the word of the session
  /// @param role in which the organisation is here; a register may name the role for the function
  boolean isFor(String function, Role role) {
    return safety
        || meant.isEmpty()
        || meant.get().function().equals(function)
        || meant.get().function().equals(role.code());
  }

  /// Tells which, never from whom or what for.
  @Override
  public String toString() {
    return "Waiting[" + id + "]";
  }
}
