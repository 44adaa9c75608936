package nl.sluis.dev.voorbeeld;

import static nl.sluis.dev.voorbeeld.BorderTale.HEAD;
import static nl.sluis.dev.voorbeeld.BorderTale.REPORT;
import static nl.sluis.dev.voorbeeld.BorderTale.expect;
import static nl.sluis.dev.voorbeeld.BorderTale.head;
import static nl.sluis.dev.voorbeeld.BorderTale.play;
import static nl.sluis.dev.voorbeeld.BorderTale.run;
import static nl.sluis.dev.voorbeeld.BorderTale.send;
import static nl.sluis.dev.voorbeeld.BorderTale.sign;
import static nl.sluis.dev.voorbeeld.BorderTale.yes;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// For whom a text counts: who signed it, and whether it was adopted and decided at all.
final class ConvenantBindsSpec {
  @Test
  void a_version_binds_who_signed_it_and_without_a_signature_only_the_law_goes_on()
      throws IOException {
    whoSigned();
  }

  static void whoSigned() throws IOException {
    var texts = new Texts();
    texts.decideEveryPoint();
    texts.endFirst(Texts.ZUID, "2026-12-01");
    texts.adopt(Texts.ZUID, Texts.FIRST);
    try (var gateway = run(texts, false)) {
      play(
          gateway,
          texts,
          head("Nog niemand tekende", "Haarlem")
              + yes("ja")
              + send("ongetekend")
              + expect("uitkomst: WEIGEREN, redenen: [versie-niet-ondertekend]"));
      sign(gateway, texts, Texts.FIRST, "00000099000000298000");
      play(
          gateway,
          texts,
          head("Eén van beide is niet genoeg", "Haarlem")
              + yes("ja")
              + send("half")
              + expect("redenen: [versie-niet-ondertekend]"));
      sign(gateway, texts, Texts.FIRST, "00000099000000198000");
      sign(gateway, texts, Texts.FIRST, "00000099000000302000");
      play(
          gateway,
          texts,
          head("Beide tekenden", "Haarlem") + yes("ja") + send("b") + expect("status: 200"));

      texts.nextVersion(Texts.ZUID, "2026-12", "2026-12-01");
      play(
          gateway,
          texts,
          head("Binnen de overgang", "Haarlem", "2026-12-15 10:00")
              + yes("ja")
              + send("c")
              + expect("status: 200"));
      play(
          gateway,
          texts,
          head("Na de overgang", "Haarlem", "2027-03-15 10:00")
              + yes("ja")
              + send("d")
              + expect("uitkomst: WEIGEREN, redenen: [versie-niet-ondertekend]")
              + REPORT
              + expect("uitkomst: PERMIT_MET_VERPLICHTINGEN, bevat: [convenant-verlopen-gemeld]")
              + "- controleer: logboek\n"
              + expect("logboek: klopt"));
    }
  }

  @Test
  void the_samenwerkingsverband_signs_for_the_school_that_gave_it_a_power_of_attorney()
      throws IOException {
    var texts = new Texts();
    texts.decideEveryPoint();
    texts.adopt(Texts.ZUID, Texts.FIRST);
    try (var gateway = run(texts, false)) {
      sign(gateway, texts, Texts.FIRST, "00000099000000101000");
      play(gateway, texts, ofSchools("Alleen het CJG tekende", "versie-niet-ondertekend", 1));

      sign(gateway, texts, Texts.FIRST, "00000099000000702000");
      play(gateway, texts, ofSchools("De volmacht telt voor De Zeester", "", 2));
    }
  }

  /// De Zeester gave a power of attorney; De Duinpieper signs for itself, and did not.
  private static String ofSchools(String title, String refused, int number) {
    var zeester = refused.isEmpty() ? "status: 200" : "redenen: [" + refused + "]";
    return """
    titel: TITEL
    tijd: 2026-11-23 10:00
    partijen:
      zeester: De Zeester
      duinpieper: De Duinpieper
      cjg: CJG Kennemerland
    stappen:
    - stap: zeester NUMMER
      stuur:
        van: zeester als school-leerkracht
        aan: cjg als cjg-coach
        doel: consultatie-anoniem
        categorieen: [K00]
      verwacht: {ANTWOORD}
    - stap: duinpieper NUMMER
      stuur:
        van: duinpieper als school-leerkracht
        aan: cjg als cjg-coach
        doel: consultatie-anoniem
        categorieen: [K00]
      verwacht: {redenen: [versie-niet-ondertekend]}
    """
        .replace("TITEL", title)
        .replace("NUMMER", "" + number)
        .replace("ANTWOORD", zeester);
  }

  @Test
  void in_production_an_example_carries_nothing_but_a_report_of_acute_danger() throws IOException {
    onlyExamples();
  }

  static void onlyExamples() throws IOException {
    var texts = new Texts();
    try (var gateway = run(texts, false)) {
      play(
          gateway,
          texts,
          HEAD.substring(0, HEAD.indexOf("gezinnen:"))
                  .replace("TITEL", "Alleen voorbeelden")
                  .replace("BEGIN", "2026-11-23 10:00")
              + """
              stappen:
              - stuur:
                  van: school als school-leerkracht
                  aan: cjg als cjg-coach
                  doel: consultatie-anoniem
                  categorieen: [K00]
                verwacht: {uitkomst: WEIGEREN, redenen: [convenant-is-voorbeeld]}
              - stuur:
                  van: school als school-ib
                  aan: vt als veilig-thuis
                  doel: vt-melding
                  categorieen: [K16]
                  meldcode: acuut
                verwacht: {status: 200}
              - vraag vooraf:
                  van: school als school-leerkracht
                  aan: cjg als cjg-coach
                  doel: consultatie-anoniem
                  categorieen: [K00]
                verwacht: {velden: {decision: "false", context.reason.codes.0: convenant-is-voorbeeld}}
              """);
    }
  }

  @Test
  void in_production_a_rule_waits_for_the_lawyer_on_whose_word_it_leans() throws IOException {
    undecided();
  }

  static void undecided() throws IOException {
    var texts = new Texts();
    texts.adopt(Texts.ZUID, Texts.FIRST);
    try (var gateway = run(texts, false)) {
      sign(gateway, texts, Texts.FIRST, "00000099000000298000");
      sign(gateway, texts, Texts.FIRST, "00000099000000198000");

      play(
          gateway,
          texts,
          head("J1 is niet besloten", "Haarlem")
              + yes("ja")
              + send("e")
              + expect("uitkomst: WEIGEREN, minstens redenen: [juridisch-niet-besloten]"));
    }
  }
}
