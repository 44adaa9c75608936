package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.ConvenantSigning;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.policies.convenant.Convenant;

/// A party signs a version of a convenant.
///
/// @param who the party that brings the signature
/// @param convenant the version that is signed
/// @param signer whose key signs
/// @param raw what the scenario puts over the statement
record SignAction(String who, Convenant convenant, String signer, ObjectNode raw)
    implements Action {
  static final ActionKind KIND =
      ActionKind.ofBlock(
          "teken convenant",
          (fields, names) -> {
            var who = names.party(fields.need("door"));
            var signer = fields.tree("ondertekend door").map(names::party).orElse(who);
            return new SignAction(who, convenant(fields), signer, fields.json("ruw"));
          });

  private static Convenant convenant(Fields fields) {
    var name = fields.text("convenant");
    return DevConvenant.all().stream()
        .filter(c -> c.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new VoorbeeldFault(
                    fields.place("convenant"),
                    Suggestion.unknown(
                        name,
                        DevConvenant.all().stream()
                            .map(Convenant::id)
                            .collect(Collectors.toCollection(TreeSet::new)))));
  }

  @Override
  public String told() {
    return "%s tekent convenant %s %s".formatted(signer, convenant.id(), convenant.version());
  }

  @Override
  public Observed play(Scene scene) {
    return Observed.answered(
        ConvenantSigning.sign(scene.partner(who), scene.partner(signer), convenant, raw));
  }
}
