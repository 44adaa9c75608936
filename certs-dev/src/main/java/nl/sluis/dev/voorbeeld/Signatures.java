package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.client.Draft;
import nl.sluis.gateway.ondertekening.Proposal;
import nl.sluis.gateway.ondertekening.SignedAgreement;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The second person of a message that somebody sends: signs what the message proposes, unless the
/// scenario says otherwise.
final class Signatures {
  private Signatures() {}

  /// The preconditions of the rule for this message that somebody must sign.
  static List<Condition> asked(SendAction action, Scene scene) {
    var convenant = scene.convenant();
    return convenant
        .rule(new Purpose(action.purpose()), party(action.from(), scene), party(action.to(), scene))
        .stream()
        .flatMap(rule -> rule.conditions().stream())
        .sorted()
        .flatMap(code -> Optional.ofNullable(convenant.conditions().get(code)).stream())
        .filter(condition -> condition.source() == Condition.Source.ONDERTEKEND)
        .toList();
  }

  /// Puts the signatures in the message.
  static void put(Draft draft, SendAction action, Scene scene) {
    var digest =
        Proposal.digest(
            new Purpose(action.purpose()),
            party(action.from(), scene),
            party(action.to(), scene),
            draft.disclosed());
    scene.proposed(scene.label(), digest);
    var signing = action.claims().signing();
    var over = signing.over().isEmpty() ? digest : scene.proposal(signing.over());
    for (var condition : asked(action, scene)) {
      if (signing.conditions().map(codes -> codes.contains(condition.code())).orElse(true)) {
        var person =
            condition.functions().contains("professional")
                ? action.claims().acting().path("id").asText("")
                : signing.person().isEmpty() ? named(action, "id") : signing.person();
        var outcome = signing.outcome().isEmpty() ? named(action, "advies") : signing.outcome();
        var text =
            signed(
                scene,
                action.from().party(),
                person.isEmpty() ? SigningActions.STANDARD.person() : person,
                signing.keyOf(),
                condition.code(),
                outcome.isEmpty()
                    ? condition.outcomes().stream().sorted().findFirst().orElseThrow()
                    : outcome,
                over);
        draft.disclose(
            "voorwaarde:" + condition.code(),
            JsonNodeFactory.instance.objectNode().put(Proposal.SIGNATURE, text));
      }
    }
  }

  /// What somebody of this party signs of a proposal.
  ///
  /// @param keyOf with whose key; empty for the own key
  static String signed(
      Scene scene,
      String party,
      String person,
      String keyOf,
      String condition,
      String outcome,
      String proposal) {
    var partner = scene.partner(party);
    var said = JsonNodeFactory.instance.objectNode();
    said.put("iss", partner.oin().value()).put("sub", person).put("voorstel", proposal);
    said.put("voorwaarde", condition).put("uitkomst", outcome);
    said.put("op", scene.now().toString()).put("jti", partner.fresh());
    var key = keyOf.isEmpty() ? person : keyOf;
    return partner.signedBy(key, SignedAgreement.TYP, said.toString());
  }

  private static String named(SendAction action, String field) {
    return action.claims().meldcode().path("aandachtsfunctionaris").path(field).asText("");
  }

  private static PartyRole party(PartyAs who, Scene scene) {
    return new PartyRole(scene.partner(who.party()).oin(), Role.of(who.role()).orElseThrow());
  }
}
