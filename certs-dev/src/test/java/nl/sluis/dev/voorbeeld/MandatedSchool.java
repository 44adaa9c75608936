package nl.sluis.dev.voorbeeld;

import nl.sluis.policies.terms.Oin;

/// A school that gave a supplier a mandate for what she tells the CJG about one child and hears
/// back, where a mother said yes to both.
final class MandatedSchool {
  static final Oin SUPPLIER = new Oin("00000099000000901000");

  private static final String BEFORE =
      """
      titel: Een leverancier handelt voor een school
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
        leverancier: Leerlijn
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: [school als school-administratie, cjg als cjg-coach]}
      mandaten:
        - {stap: mandaat, van: school, aan: leverancier, rollen: [school-ib], doelen: [signaal-bespreken-cjg, terugkoppeling-signaal-school]}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
        - {stap: ja terug, van: cjg als cjg-coach, aan: school als school-ib, doel: terugkoppeling-signaal-school, over: sami, categorieen: [K12, K13], gegeven door: [moeder]}
      stappen:
      """;

  private MandatedSchool() {}

  /// What is there before anything happens, and then these steps.
  static String story(String steps) {
    return BEFORE + steps.indent(2);
  }
}
