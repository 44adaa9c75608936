package nl.sluis.policies.safety;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What goes with information for the Raad (BW 1:240) or for a GI that carries out an OTS (Jeugdwet
/// 7.3.11 lid 4), in the place of the five questions: what was asked, who decided and why, and for
/// each category why it is needed (design 10.15).
final class ShortRecord {
  private static final int MOTIVATION_MIN = 20;
  private static final String ASKED = "op-verzoek";
  private static final Set<String> OCCASIONS = Set.of(ASKED, "uit-eigen-beweging");

  private ShortRecord() {}

  /// The Raad always asks in an investigation that has a number. Was the family told?
  static boolean forRaad(Fields fields, LocalDate today) {
    request(fields, true, today);
    return decided(fields, today);
  }

  /// Who is asked by a GI must answer; who speaks of his own accord may. Was the family told?
  static boolean forGi(Fields fields, LocalDate today) {
    var occasion = fields.choice("aanleiding", "of de GI erom vroeg", OCCASIONS);
    request(fields, occasion.filter(ASKED::equals).isPresent(), today);
    return decided(fields, today);
  }

  private static void request(Fields fields, boolean needed, LocalDate today) {
    var request =
        needed ? fields.part("verzoek", "verzoek") : fields.optionalPart("verzoek", "verzoek");
    if (request.isEmpty() && needed) {
      fields.gap("het verzoek waarop u antwoordt ontbreekt (`verzoek`)");
    }
    request.ifPresent(
        asked -> {
          asked.text("nummer", "het nummer van het onderzoek of het verzoek");
          asked.day("datum", "de datum van het verzoek", today);
          asked.close();
        });
  }

  private static boolean decided(Fields fields, LocalDate today) {
    var decision = fields.part("besluit", "besluit");
    if (decision.isEmpty()) {
      fields.gap("wie besloot dit te geven, en waarom, ontbreekt (`besluit`)");
    }
    var by = decision.flatMap(d -> decision(d, today));
    Openness.categories(fields);
    return Openness.family(fields, by, today);
  }

  /// Who decided.
  private static Optional<String> decision(Fields decision, LocalDate today) {
    decision.day("datum", "de datum van het besluit", today);
    var by = decision.text("door", "het kenmerk van wie besloot");
    decision.text("functie", "de functie van wie besloot");
    var why = decision.text("motivering", "de motivering");
    if (why.isPresent() && why.get().length() < MOTIVATION_MIN) {
      decision.gap("de motivering is korter dan twintig tekens");
    }
    decision.close();
    return by;
  }
}
