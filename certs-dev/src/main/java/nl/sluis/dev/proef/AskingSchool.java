package nl.sluis.dev.proef;

/// What a school sends when it writes down a family and asks it something, as its system does.
final class AskingSchool {
  static final String SCHOOL = "00000099000000201000";
  static final String CJG = "00000099000000101000";
  static final String GGD = "00000099000000301000";
  static final String LEERPLICHT = "00000099000000401000";
  static final String HASH = "sha256:" + "ab".repeat(32);
  static final String WHO = "\"namens\":{\"oin\":\"%s\",\"rol\":\"school-ib\"},".formatted(SCHOOL);

  private AskingSchool() {}

  /// The facts of a family in which one mother decides.
  ///
  /// @param child the member that points at the child
  static String family(String child) {
    return WHO.replace("school-ib", "school-administratie")
        + child
        + """
        "geboortedatum":"2017-05-01","gezag":{"situatie":"eenhoofdig","bron":"gezagsregister",
        "geldigVanaf":"2026-01-01","verkregenOp":"2026-11-01",
        "houders":[{"persoon":"moeder","hoedanigheid":"ouder-gezag"}]}
        """;
  }

  /// One question about that child, for three receivers at once.
  static String question(String child) {
    return WHO
        + child
        + """
        "doel":"kernteam-casusoverleg","vraag":"Wat heeft dit kind nodig om mee te komen?",
        "juridischeFunctie":"doorbreking-geheimhouding","geldigTot":"2027-05-24",
        "tekst":{"versie":"nl-b1-1","hash":"%s","taal":"nl"},
        "ontvangers":[
        {"aan":{"oin":"%s","rol":"cjg-coach"},"categorieen":["K01","K09"]},
        {"aan":{"oin":"%s","rol":"ggd-jeugdarts"},"categorieen":["K01","K09"]},
        {"aan":{"oin":"%s","rol":"lpa"},"categorieen":["K01","K09"],
        "reden":"Het kind blijft vaak thuis; de leerplichtambtenaar denkt mee."}]
        """
            .formatted(HASH, CJG, GGD, LEERPLICHT);
  }
}
