package nl.sluis.dev.voorbeeld;

import static nl.sluis.dev.voorbeeld.BorderTale.HEAD;
import static nl.sluis.dev.voorbeeld.BorderTale.expect;
import static nl.sluis.dev.voorbeeld.BorderTale.head;
import static nl.sluis.dev.voorbeeld.BorderTale.lives;
import static nl.sluis.dev.voorbeeld.BorderTale.play;
import static nl.sluis.dev.voorbeeld.BorderTale.run;
import static nl.sluis.dev.voorbeeld.BorderTale.seen;
import static nl.sluis.dev.voorbeeld.BorderTale.send;
import static nl.sluis.dev.voorbeeld.BorderTale.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which text speaks, and from when: on a real gateway with a folder of convenanten.
final class ConvenantInUseSpec {
  private static final String FEEDBACK_YES =
      """
      - leg toestemming vast:
          van: cjg als cjg-coach
          aan: school als school-ib
          doel: terugkoppeling-signaal-school
          over: sami
          categorieen: [K13]
          gegeven door: [jongere]
      """;
  private static final String FEEDBACK =
      """
      - stap: NAAM
        stuur:
          van: cjg als cjg-coach
          aan: school als school-ib
          doel: terugkoppeling-signaal-school
          over: sami
          categorieen: [K13]
      """;

  @Test
  void a_move_of_house_changes_which_convenant_speaks_at_its_first_instant() throws IOException {
    moveOfHouse();
  }

  static void moveOfHouse() throws IOException {
    var texts = new Texts();
    texts.leaveOut(Texts.IJMOND, Texts.FIRST, "X02");
    try (var gateway = run(texts, true)) {
      play(
          gateway,
          texts,
          head("Sami verhuist", "niet vastgelegd")
              + send("onbekend")
              + expect("uitkomst: AANHOUDEN, redenen: [gemeente-onbekend]")
              + yes("te vroeg")
              + expect("status: 400, velden: {fouten.0.veld: betrokkene}")
              + lives("Haarlem", "1 jaar geleden")
              + yes("ja")
              + send("eerste")
              + expect("status: 200")
              + send("tweede")
              + expect("status: 200")
              + "- haal op: {door: cjg als cjg-coach, pakket van: eerste}\n"
              + lives("Velsen", "over 2 dagen")
              + send("nog in Haarlem")
              + expect("status: 200")
              + "- tot: 2026-11-25 00:00\n"
              + send("in Velsen")
              + expect("uitkomst: WEIGEREN, bevat niet: [ijmond, Velsen, zuid-kennemerland]")
              + "- haal op: {door: cjg als cjg-coach, pakket van: tweede}\n"
              + expect("status: 404")
              + "- controleer: logboek\n"
              + expect("logboek: klopt"));
    }
  }

  @Test
  void a_new_version_goes_live_at_its_day_and_a_broken_one_takes_no_place()
      throws IOException, SQLException {
    var texts = new Texts();
    try (var gateway = run(texts, true)) {
      play(
          gateway,
          texts,
          head("Ervoor", "Haarlem") + yes("ja") + send("a") + expect("status: 200"));

      texts.nextVersion(Texts.ZUID, "2026-12", "2026-12-01");
      texts.leaveOut(Texts.ZUID, "2026-12", "X02");
      play(
          gateway,
          texts,
          head("Er ligt een nieuwe versie", "Haarlem", "2026-11-24 10:00")
              + yes("ja")
              + send("de dag ervoor")
              + expect("status: 200")
              + "- tot: 2026-12-01 00:00\n"
              + send("op haar eerste dag")
              + expect("uitkomst: WEIGEREN"));

      texts.edit(Texts.head(Texts.ZUID, "2026-12"), t -> t + "onbekendeSleutel: ja\n");
      gateway.moveClock(Instant.parse("2026-12-02T09:00:00Z"));

      play(
          gateway,
          texts,
          head("De goede versie bleef", "Haarlem", "2026-12-02 11:00")
              + send("geen X02")
              + expect("uitkomst: WEIGEREN")
              + "- controleer: logboek\n"
              + expect("logboek: klopt"));
      assertThat(seen(gateway, true)).isGreaterThanOrEqualTo(4);
      assertThat(seen(gateway, false)).isEqualTo(1);
    }
  }

  @Test
  void who_is_not_bound_yet_or_is_suspended_exchanges_nothing() throws IOException {
    notBoundYet();
  }

  static void notBoundYet() throws IOException {
    var texts = new Texts();
    for (var convenant : List.of(Texts.ZUID, Texts.IJMOND)) {
      texts.edit(
          convenant + "/" + Texts.FIRST + "/partijen.yaml",
          t ->
              t.replaceFirst(
                  "(naam: CJG Aan de Grens\\n(?:.*\\n){2} *)toetreding: 2026-09-01",
                  "$1toetreding: 2026-12-01\n"
                      + "    geschorst: [{van: 2026-12-10, tot: 2026-12-20, want: een proef}]"));
    }
    try (var gateway = run(texts, true)) {
      play(
          gateway,
          texts,
          anonymous(
              "2026-11-23", "WEIGEREN, redenen: [partij-niet-toegetreden, rol-niet-bevoegd]"));
      play(gateway, texts, anonymous("2026-12-01", "PERMIT"));
      play(gateway, texts, anonymous("2026-12-12", "WEIGEREN, redenen: [partij-geschorst]"));
      play(gateway, texts, anonymous("2026-12-20", "PERMIT"));
      play(gateway, texts, anonymous("2028-09-01", "WEIGEREN, redenen: [convenant-niet-geldig]"));
    }
  }

  /// A question about nobody on this day, and how it ends.
  private static String anonymous(String day, String outcome) {
    return HEAD.substring(0, HEAD.indexOf("gezinnen:"))
            .replace("TITEL", "Een anonieme vraag op " + day)
            .replace("BEGIN", day + " 10:00")
        + """
        stappen:
        - stuur:
            van: school als school-leerkracht
            aan: cjg als cjg-coach
            doel: consultatie-anoniem
            categorieen: [K00]
        """
        + expect("uitkomst: " + outcome);
  }

  @Test
  void who_decides_from_twelve_to_fifteen_is_read_from_the_convenant_that_governs()
      throws IOException {
    var texts = new Texts();
    texts.copy("model-kennemerland/" + Texts.FIRST, "model-kennemerland/2026-12");
    texts.edit(
        "model-kennemerland/2026-12/juridisch.yaml",
        t -> t.replace("gekozen: samen", "gekozen: alleen"));
    nextRestsOn(texts, "model-kennemerland/2026-12");
    try (var gateway = run(texts, true)) {
      play(
          gateway,
          texts,
          head("De jongere zei ja", "Haarlem", "2026-11-23 10:00", "14 jaar")
              + FEEDBACK_YES
              + feedback("samen")
              + expect("uitkomst: WEIGEREN, redenen: [geen-geldige-toestemming]")
              + "- tot: 2026-12-01 00:00\n"
              + feedback("alleen")
              + expect("status: 200"));
    }
  }

  @Test
  void how_long_gezag_may_be_relied_on_is_read_from_the_convenant_that_governs()
      throws IOException {
    var texts = new Texts();
    texts.edit(
        "model-kennemerland/" + Texts.FIRST + "/toestemming.yaml",
        t ->
            t.replace("gezagVerklaardMaanden: 12", "gezagVerklaardMaanden: 1")
                .replace("gezagGedocumenteerdMaanden: 24", "gezagGedocumenteerdMaanden: 1"));
    try (var gateway = run(texts, true)) {
      play(
          gateway,
          texts,
          head("Eén maand", "Haarlem")
              + yes("ja")
              + send("binnen de maand")
              + expect("status: 200")
              + "- tot: 2026-12-24 10:00\n"
              + send("na de maand")
              + expect("uitkomst: AANHOUDEN, redenen: [gezag-onbekend]"));
    }
  }

  /// From December on there is a version that rests on another model text.
  private static void nextRestsOn(Texts texts, String model) throws IOException {
    texts.nextVersion(Texts.ZUID, "2026-12", "2026-12-01");
    texts.edit(
        Texts.head(Texts.ZUID, "2026-12"),
        t -> t.replace("basis: model-kennemerland/2026-09", "basis: " + model));
  }

  private static String feedback(String name) {
    return FEEDBACK.replace("NAAM", name);
  }

  @Test
  void a_yes_does_not_move_to_a_purpose_that_reads_otherwise() throws IOException {
    var texts = new Texts();
    texts.copy("model-kennemerland/" + Texts.FIRST, "model-kennemerland/2026-12");
    texts.edit(
        "model-kennemerland/2026-12/doelen.yaml",
        t -> t.replaceFirst("(?m)(signaal-bespreken-cjg\\s*\\n\\s*\\w+: .*)$", "$1 En nog iets."));
    nextRestsOn(texts, "model-kennemerland/2026-12");
    try (var gateway = run(texts, true)) {
      play(
          gateway,
          texts,
          head("De tekst verandert", "Haarlem")
              + yes("ja")
              + send("oude tekst")
              + expect("status: 200")
              + "- tot: 2026-12-01 00:00\n"
              + send("nieuwe tekst")
              + expect("uitkomst: WEIGEREN, redenen: [geen-geldige-toestemming]")
              + "- haal op: {door: cjg als cjg-coach, pakket van: oude tekst}\n"
              + expect("status: 404")
              + yes("opnieuw gevraagd")
              + send("weer ja")
              + expect("status: 200"));
    }
  }
}
