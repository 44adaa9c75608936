package nl.sluis.dev.voorbeeld;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import nl.sluis.dev.partner.SimulatedPartner;

/// A party asks for an access token, perhaps with a bad assertion.
///
/// @param party who asks
/// @param fault what is wrong; `geen` for nothing
record TokenAction(String party, String fault) implements Action {
  private static final Map<String, BiFunction<SimulatedPartner, String, String>> FAULTS =
      new TreeMap<>(
          Map.of(
              "geen", (p, issuer) -> p.assertion(issuer, 50, ""),
              "verkeerde-aud", (p, _) -> p.assertion("https://elders.example", 50, ""),
              "te-lang-geldig", (p, issuer) -> p.assertion(issuer, 3600, ""),
              "verlopen", (p, issuer) -> p.assertion(issuer, -300, ""),
              "kapotte-handtekening", (p, issuer) -> spoiled(p.assertion(issuer, 50, "")),
              "onzin", (_, _) -> "geen.jwt.hier"));

  static final ActionKind KIND =
      ActionKind.ofBlock(
          "vraag token",
          (fields, names) -> {
            var party = names.party(fields.need("door"));
            var fault = fields.text("fout", "geen");
            if (!FAULTS.containsKey(fault) && !fault.equals("hergebruikt")) {
              throw new VoorbeeldFault(
                  fields.place("fout"), Suggestion.unknown(fault, FAULTS.keySet()));
            }
            return new TokenAction(party, fault);
          });

  @Override
  public String told() {
    return party + " vraagt een token" + (fault.equals("geen") ? "" : " (" + fault + ")");
  }

  @Override
  public Observed play(Scene scene) {
    var partner = scene.partner(party);
    var issuer = scene.gateway().doorway().issuer();
    String assertion;
    if (fault.equals("hergebruikt")) {
      assertion = partner.assertion(issuer, 50, "");
      partner.requestToken(assertion);
    } else {
      assertion =
          FAULTS.getOrDefault(fault, (p, i) -> p.assertion(i, 50, "")).apply(partner, issuer);
    }
    var seen = Observed.answered(partner.requestToken(assertion));
    return seen.with(PostbusActions.title(seen));
  }

  private static String spoiled(String jwt) {
    int middle = jwt.length() - 20;
    char other = jwt.charAt(middle) == 'A' ? 'B' : 'A';
    return jwt.substring(0, middle) + other + jwt.substring(middle + 1);
  }
}
