package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.ondertekening.Proposal;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.PartyRole;

/// Who must sign before a message may pass, each logged in, with a key that opens with a phrase of
/// their own (design 10.13): a road on which silence and speaking are both a duty asks for two.
/// Immutable.
///
/// @param proposal what is signed: the digest by which Sluis knows it too
/// @param by one for each signature that the rule asks
public record Signing(String proposal, List<Signature> by) {
  private static final String TOLD = "ondertekening";
  private static final String PROPOSAL = "voorstel";

  /// Copies its list.
  public Signing {
    by = List.copyOf(by);
  }

  /// One signature.
  ///
  /// @param asked who signs, and what for
  /// @param lacks what is the matter with it, as Sluis says; empty when nothing is known yet
  /// @param counts whether Sluis found one that counts
  public record Signature(String asked, String lacks, boolean counts) {}

  /// What must be signed before it goes; empty when the rule asks no signature, or nobody was
  /// chosen to receive it.
  ///
  /// @param disclosed what is disclosed besides the categories, by its name in the message
  static Optional<Signing> before(OpenRoad road, Concept concept, Map<String, JsonNode> disclosed) {
    var asked = asked(road);
    if (asked.isEmpty() || concept.to().isEmpty()) {
      return Optional.empty();
    }
    var whole = new LinkedHashMap<>(disclosed);
    concept.stated().categories().forEach((category, it) -> whole.put(category.name(), it));
    var to = new PartyRole(concept.to().get(), road.to());
    return Optional.of(
        new Signing(
            Proposal.digest(road.rule().purpose(), road.from(), to, whole),
            asked.stream().map(one -> new Signature(one.sentence(), "", false)).toList()));
  }

  /// What Sluis said of the signatures; empty when it asked none, or passed it.
  static Optional<Signing> after(OpenRoad road, JsonNode answer) {
    var told = answer.path(TOLD);
    var proposal = told.path(PROPOSAL).asText("");
    if (proposal.isEmpty()) {
      return Optional.empty();
    }
    var by = new ArrayList<Signature>();
    for (var one : asked(road)) {
      var says = told.path(one.code());
      by.add(
          new Signature(
              one.sentence(), says.path("uitleg").asText(""), says.path("telt").asBoolean()));
    }
    return Optional.of(new Signing(proposal, by));
  }

  /// What the rule wants signed by somebody.
  static List<Condition> asked(OpenRoad road) {
    return road.rule().conditions().stream()
        .flatMap(code -> Optional.ofNullable(road.convenant().conditions().get(code)).stream())
        .filter(condition -> condition.source() == Condition.Source.ONDERTEKEND)
        .toList();
  }
}
