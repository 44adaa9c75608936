package nl.sluis.dev.voorbeeld;

import static nl.sluis.dev.voorbeeld.BorderTale.CJG;
import static nl.sluis.dev.voorbeeld.BorderTale.HEAD;
import static nl.sluis.dev.voorbeeld.BorderTale.LEERPLICHT;
import static nl.sluis.dev.voorbeeld.BorderTale.REPORT;
import static nl.sluis.dev.voorbeeld.BorderTale.SCHOOL;
import static nl.sluis.dev.voorbeeld.BorderTale.TRUANCY;
import static nl.sluis.dev.voorbeeld.BorderTale.UNDER_AN_EXAMPLE;
import static nl.sluis.dev.voorbeeld.BorderTale.VEILIG_THUIS;
import static nl.sluis.dev.voorbeeld.BorderTale.expect;
import static nl.sluis.dev.voorbeeld.BorderTale.head;
import static nl.sluis.dev.voorbeeld.BorderTale.play;
import static nl.sluis.dev.voorbeeld.BorderTale.read;
import static nl.sluis.dev.voorbeeld.BorderTale.run;
import static nl.sluis.dev.voorbeeld.BorderTale.seen;
import static nl.sluis.dev.voorbeeld.BorderTale.send;
import static nl.sluis.dev.voorbeeld.BorderTale.shown;
import static nl.sluis.dev.voorbeeld.BorderTale.sign;
import static nl.sluis.dev.voorbeeld.BorderTale.yes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.sluis.dev.partner.DevGateway;
import org.junit.jupiter.api.Test;

/// For whom a text counts: who signed it, and whether it was adopted and decided at all.
final class ConvenantBindsSpec {
  private static final String GOES_ON =
      expect("uitkomst: PERMIT_MET_VERPLICHTINGEN, bevat: [convenant-verlopen-gemeld]");

  @Test
  void a_version_binds_who_signed_it_and_without_a_signature_only_the_law_goes_on()
      throws IOException {
    whoSigned();
  }

  static void whoSigned() throws IOException {
    var texts = new Texts();
    texts.decideEveryPoint();
    texts.adopt(Texts.ZUID, Texts.FIRST);
    try (var gateway = run(texts, false)) {
      play(
          gateway,
          texts,
          head("Nog niemand tekende", "Haarlem")
              + yes("ja")
              + send("ongetekend")
              + expect("uitkomst: WEIGEREN, redenen: [versie-niet-ondertekend]"));
      sign(gateway, texts, Texts.FIRST, SCHOOL);
      play(
          gateway,
          texts,
          head("Eén van beide is niet genoeg", "Haarlem")
              + yes("ja")
              + send("half")
              + expect("redenen: [versie-niet-ondertekend]"));
      sign(gateway, texts, Texts.FIRST, CJG);
      sign(gateway, texts, Texts.FIRST, VEILIG_THUIS);
      sign(gateway, texts, Texts.FIRST, LEERPLICHT);
      play(
          gateway,
          texts,
          head("Beide tekenden", "Haarlem") + yes("ja") + send("b") + expect("status: 200"));

      texts.nextVersion(Texts.ZUID, "2026-12", "2026-12-01");
      gateway.moveClock(Instant.parse("2026-11-24T09:00:00Z"));
      play(
          gateway,
          texts,
          head("Binnen de overgang", "Haarlem", "2026-12-15 10:00")
              + yes("ja")
              + send("c")
              + expect("status: 200"));
      var waits = shown(gateway, "2026-12", SCHOOL);
      assertThat(waits.path("ondertekend").asBoolean()).isFalse();
      assertThat(waits.path("vorigeVersieTot").asText()).isEqualTo("2027-03-01");
      assertThat(rules(waits, "staatStil")).contains("X02").doesNotContain("X08", "X16");
      assertThat(rules(waits, "gaatDoor")).contains("X08", "X16").doesNotContain("X02");
      assertThat(waits.path("gevolg").asText()).contains("tijdelijk nog met de vorige versie");

      play(
          gateway,
          texts,
          head("Na de overgang", "Haarlem", "2027-03-15 10:00")
              + yes("ja")
              + send("d")
              + expect("uitkomst: WEIGEREN, redenen: [versie-niet-ondertekend]")
              + TRUANCY
              + GOES_ON
              + REPORT
              + GOES_ON
              + "- controleer: logboek\n"
              + expect("logboek: klopt"));
      assertThat(shown(gateway, "2026-12", SCHOOL).path("gevolg").asText())
          .contains("Alleen wat de wet zonder convenant draagt");
    }
  }

  @Test
  void a_next_version_makes_an_end_to_the_adopted_one_on_its_own_first_day() throws IOException {
    var texts = new Texts();
    texts.decideEveryPoint();
    texts.adopt(Texts.ZUID, Texts.FIRST);
    try (var gateway = run(texts, false)) {
      for (var who : List.of(SCHOOL, CJG, VEILIG_THUIS)) {
        sign(gateway, texts, Texts.FIRST, who);
      }
      texts.nextVersion(Texts.ZUID, "2026-12", "2026-12-01");
      texts.leaveOut(Texts.ZUID, "2026-12", "X02");
      for (var who : List.of(SCHOOL, CJG)) {
        sign(gateway, texts, "2026-12", who);
      }

      play(
          gateway,
          texts,
          head("De oude versie geldt tot de nieuwe ingaat", "Haarlem", "2026-11-30 10:00")
              + yes("ja")
              + send("de dag ervoor")
              + expect("status: 200")
              + "- tot: 2026-12-01 00:00\n"
              + send("op haar eerste dag")
              + expect("uitkomst: WEIGEREN")
              + REPORT
              + expect("status: 200, bevat niet: [convenant-verlopen-gemeld]"));
      play(
          gateway,
          texts,
          head("Wie niet tekende, is na de overgang aan de wet", "Haarlem", "2027-03-15 10:00")
              + REPORT
              + GOES_ON
              + "- controleer: logboek\n"
              + expect("logboek: klopt"));

      var versions = read(gateway, SCHOOL, "/v1/convenanten").path("convenanten");
      var first = version(versions, Texts.FIRST);
      assertThat(first.path("opgevolgdOp").asText()).isEqualTo("2026-12-01");
      assertThat(first.path("inGebruik").asBoolean()).isFalse();
      assertThat(version(versions, "2026-12").path("inGebruik").asBoolean()).isTrue();
      assertThat(shown(gateway, Texts.FIRST, LEERPLICHT).has("staatStil")).isFalse();
      assertThat(gateway.replayDecisions().isSame()).isTrue();
    }
  }

  @Test
  void an_adopted_version_stays_when_its_folder_is_changed_or_gone() throws Exception {
    var texts = new Texts();
    texts.decideEveryPoint();
    texts.adopt(Texts.ZUID, Texts.FIRST);
    try (var gateway = run(texts, false)) {
      for (var who : List.of(SCHOOL, CJG, VEILIG_THUIS, LEERPLICHT)) {
        sign(gateway, texts, Texts.FIRST, who);
      }
      play(
          gateway,
          texts,
          head("Zoals afgesproken", "Haarlem") + yes("ja") + send("a") + expect("status: 200"));
      var adopted = texts.version(Texts.ZUID, Texts.FIRST).digest();

      texts.edit(
          Texts.head(Texts.ZUID, Texts.FIRST), t -> t.replaceFirst("titel: ", "titel: Een "));
      gateway.restart();

      play(
          gateway,
          texts,
          head("De map is veranderd", "Haarlem") + yes("ja") + send("b") + expect("status: 200"));
      assertThat(seen(gateway, false)).isEqualTo(1);
      assertThat(digestInUse(gateway)).isEqualTo(adopted);
      var notUsed = read(gateway, SCHOOL, "/v1/convenanten").path("nietGebruikt");
      assertThat(notUsed.path(0).path("wat").asText()).isEqualTo("geweigerd");
      assertThat(notUsed.path(0).path("want").path(0).asText()).contains("al vastgesteld");

      texts.remove(Texts.ZUID);
      gateway.restart();

      play(
          gateway,
          texts,
          head("De map is weg, en de termijn is om", "Haarlem", "2028-10-02 10:00")
              + "- meld encryptiesleutel aan: {door: cjg}\n"
              + "- meld encryptiesleutel aan: {door: vt}\n"
              + send("c")
              + expect("uitkomst: WEIGEREN, minstens redenen: [convenant-niet-geldig]")
              + TRUANCY
              + GOES_ON
              + REPORT
              + GOES_ON
              + "- controleer: logboek\n"
              + expect("logboek: klopt"));
      assertThat(digestInUse(gateway)).isEqualTo(adopted);
      assertThat(gateway.replayDecisions().isSame()).isTrue();
    }
  }

  private static List<String> rules(JsonNode party, String which) {
    return StreamSupport.stream(party.path(which).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static JsonNode version(JsonNode versions, String version) {
    return StreamSupport.stream(versions.spliterator(), false)
        .filter(v -> v.path("id").asText().equals(Texts.ZUID))
        .filter(v -> v.path("versie").asText().equals(version))
        .findFirst()
        .orElseThrow();
  }

  private static String digestInUse(DevGateway gateway) throws IOException {
    var versions = read(gateway, SCHOOL, "/v1/convenanten").path("convenanten");
    return version(versions, Texts.FIRST).path("digest").asText();
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
              + "stappen:\n"
              + UNDER_AN_EXAMPLE
              + """
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
      sign(gateway, texts, Texts.FIRST, SCHOOL);
      sign(gateway, texts, Texts.FIRST, CJG);

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
