package nl.sluis.dev.voorbeeld;

import java.util.HashMap;
import java.util.Map;

/// What somebody at the desk fills in about a conversation with a family.
final class ConversationForms {
  private static final String COACH = "00000099000000101000-cjg-coach";

  private ConversationForms() {}

  /// What is asked, about the child with this name of the school's own.
  static Map<String, String> asking(String child) {
    var form = new HashMap<String, String>();
    form.put("doel", "signaal-bespreken-cjg");
    form.put("soort", "eigen-kenmerk");
    form.put("kind", child);
    form.put("vraag", "Hoe helpen wij dit kind in de klas?");
    form.put("leeftijd", "0-11");
    form.put("tot", "2027-05-24");
    form.put("taal", "nl");
    form.put("deel-" + COACH, "K01+K09");
    return form;
  }

  /// A yes of this person.
  ///
  /// @param second how it is known to others than who wrote it down
  static Map<String, String> yes(String person, String second) {
    var form = new HashMap<String, String>();
    form.put("persoon", person);
    form.put("regel-1", "ja");
    form.put("nee-uitgelegd", "ja");
    form.put("stoppen-uitgelegd", "ja");
    form.put("tweede", second);
    return form;
  }

  /// Some hours of absence.
  static Map<String, String> absence() {
    return Map.of(
        "K07.perioden.0.van", "2026-11-02",
        "K07.perioden.0.uren", "6",
        "K07.perioden.0.soort", "ongeoorloofd");
  }
}
