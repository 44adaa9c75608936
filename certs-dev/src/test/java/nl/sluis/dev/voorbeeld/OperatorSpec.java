package nl.sluis.dev.voorbeeld;

import static nl.sluis.dev.voorbeeld.BorderTale.HEAD;
import static nl.sluis.dev.voorbeeld.BorderTale.REPORT;
import static nl.sluis.dev.voorbeeld.BorderTale.UNDER_AN_EXAMPLE;
import static nl.sluis.dev.voorbeeld.BorderTale.expect;
import static nl.sluis.dev.voorbeeld.BorderTale.head;
import static nl.sluis.dev.voorbeeld.BorderTale.play;
import static nl.sluis.dev.voorbeeld.BorderTale.run;
import static nl.sluis.dev.voorbeeld.BorderTale.send;
import static nl.sluis.dev.voorbeeld.BorderTale.sign;
import static nl.sluis.dev.voorbeeld.BorderTale.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import nl.sluis.dev.partner.DevGateway;
import org.junit.jupiter.api.Test;

/// What an operator types about a gateway that really ran: `herhaal`, `versies` and `controleer`
/// with `--config`, against its own database, keys and texts.
final class OperatorSpec {
  private static final String SCHOOL = "00000099000000298000";
  private static final String CJG = "00000099000000198000";

  /// Asks beforehand about a day that is still to come.
  private static final String ASK =
      """
      - vraag vooraf:
          van: school als school-ib
          aan: cjg als cjg-coach
          doel: signaal-bespreken-cjg
          categorieen: [K01, K09]
          gesteld: {dag: "2027-01-15", verwijzing: eigen-kenmerk, leeftijd: 9, toestemming: gegeven, voorwaarden: [besproken-met-ouders], gemeente: Haarlem}
        verwacht: {status: 200}
      """;

  @Test
  void in_production_every_answer_is_the_same_whatever_was_signed_and_taken_up_since()
      throws IOException, SQLException {
    var texts = new Texts();
    texts.decideEveryPoint();
    texts.adopt(Texts.ZUID, Texts.FIRST);
    try (var gateway = run(texts, false)) {
      var operator = new Operator(gateway);
      play(
          gateway,
          texts,
          head("Nog niemand tekende", "Haarlem")
              + yes("ja")
              + send("ongetekend")
              + expect("uitkomst: WEIGEREN, redenen: [versie-niet-ondertekend]")
              + ASK);
      later(gateway);
      sign(gateway, texts, Texts.FIRST, SCHOOL);

      var unsigned = operator.types("controleer", Texts.ZUID + "/" + Texts.FIRST);
      var signed = operator.types("versies", Texts.ZUID + "/" + Texts.FIRST);

      assertThat(unsigned.status()).isEqualTo(1);
      assertThat(unsigned.said())
          .contains("CJG Aan de Grens heeft deze versie niet getekend")
          .doesNotContain("Basisschool Aan de Grens heeft deze versie niet getekend");
      assertThat(signed.said())
          .contains("getekend  Basisschool Aan de Grens op 2026-11-23")
          .contains("niet      CJG Aan de Grens: zonder handtekening begint er niets");

      sign(gateway, texts, Texts.FIRST, CJG);
      sign(gateway, texts, Texts.FIRST, "00000099000000302000");
      play(
          gateway,
          texts,
          head("Beide tekenden", "Haarlem", "2026-11-24 10:00")
              + yes("ja")
              + send("a")
              + expect("status: 200")
              + "- haal op: {door: cjg als cjg-coach, pakket van: a}\n"
              + ASK);
      texts.nextVersion(Texts.ZUID, "2026-12", "2026-12-01");
      texts.leaveOut(Texts.ZUID, "2026-12", "X02");
      later(gateway);
      play(
          gateway,
          texts,
          head("Binnen de overgang", "Haarlem", "2026-12-15 10:00")
              + yes("ja")
              + send("b")
              + expect("status: 200")
              + ASK);
      later(gateway);
      sign(gateway, texts, "2026-12", SCHOOL);
      sign(gateway, texts, "2026-12", CJG);
      play(
          gateway,
          texts,
          head("Beide tekenden de nieuwe", "Haarlem", "2026-12-16 10:00")
              + send("c")
              + expect("uitkomst: WEIGEREN")
              + REPORT
              + ASK);

      var replayed = operator.types("herhaal");

      assertThat(replayed.said())
          .contains(" gelijk, 0 niet.")
          .contains("4 daarvan waren vragen vooraf, over niemand.")
          .doesNotContain("Rij ");
      assertThat(replayed.status()).isZero();

      var moved = operator.types("herhaal", "--met", Texts.ZUID + "/2026-12");
      assertThat(moved.status()).isZero();
      assertThat(moved.said())
          .contains("Volgens zuid-kennemerland 2026-12 zouden", "signaal-bespreken-cjg");
    }
  }

  @Test
  void in_production_what_an_example_may_not_carry_is_refused_again()
      throws IOException, SQLException {
    var texts = new Texts();
    try (var gateway = run(texts, false)) {
      play(
          gateway,
          texts,
          HEAD.substring(0, HEAD.indexOf("gezinnen:"))
                  .replace("TITEL", "Alleen voorbeelden")
                  .replace("BEGIN", "2026-11-23 10:00")
              + "stappen:\n"
              + ASK
              + UNDER_AN_EXAMPLE);

      var replayed = new Operator(gateway).types("herhaal");

      assertThat(replayed.said()).contains(" gelijk, 0 niet.");
      assertThat(replayed.status()).as(replayed.said()).isZero();
    }
  }

  @Test
  void in_a_rehearsal_with_examples_every_answer_is_the_same() throws IOException, SQLException {
    var texts = new Texts();
    try (var gateway = run(texts, true)) {
      rehearse(gateway, texts);
      var operator = new Operator(gateway);

      var replayed = operator.typesInRehearsal("herhaal");

      assertThat(replayed.said()).contains(" gelijk, 0 niet.");
      assertThat(replayed.status()).as(replayed.said()).isZero();
      // The file of an operator cannot say that examples count, and by the law they do not.
      assertThat(operator.types("herhaal").said()).contains("nu WEIGEREN omdat convenant-is");
    }
  }

  @Test
  void a_text_that_is_not_there_any_more_is_named_by_row() throws IOException, SQLException {
    var texts = new Texts();
    try (var gateway = run(texts, true)) {
      rehearse(gateway, texts);
      texts.leaveOut(Texts.ZUID, Texts.FIRST, "X50");

      var replayed = new Operator(gateway).typesInRehearsal("herhaal");

      assertThat(replayed.status()).isEqualTo(1);
      assertThat(replayed.said()).contains("noemt een versie die hier niet is");
    }
  }

  @Test
  void a_row_that_was_tampered_with_is_named_and_opened_no_further()
      throws IOException, SQLException {
    var texts = new Texts();
    try (var gateway = run(texts, true)) {
      rehearse(gateway, texts);
      try (var owner = gateway.database().owner();
          var change = owner.createStatement()) {
        change.execute("alter table logbook_row disable trigger all");
        change.execute(
            "update logbook_row set detail_ct = set_byte(detail_ct, 20, 255 - get_byte(detail_ct,"
                + " 20)) where idx = (select max(idx) from logbook_row)");
      }

      var replayed = new Operator(gateway).typesInRehearsal("herhaal");

      assertThat(replayed.status()).isEqualTo(1);
      assertThat(replayed.said()).contains("is niet wat er geschreven is");
    }
  }

  /// Whoever signs does so after what happened, not at the same instant.
  private static void later(DevGateway gateway) {
    gateway.moveClock(gateway.clock().instant().plusSeconds(300));
  }

  private static void rehearse(DevGateway gateway, Texts texts) throws IOException {
    play(
        gateway,
        texts,
        head("Een gewone dag", "Haarlem")
            + yes("ja")
            + send("a")
            + expect("status: 200")
            + "- haal op: {door: cjg als cjg-coach, pakket van: a}\n"
            + ASK
            + REPORT);
  }
}
