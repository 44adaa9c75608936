package nl.sluis.dev.getuige;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.gateway.boot.Start;
import nl.sluis.gateway.client.Distrusted;
import nl.sluis.gateway.client.LogWatch;
import nl.sluis.gateway.getuige.Contradicted;
import nl.sluis.gateway.logbook.KeyHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup is put back of before a mother took her yes back. Nothing leaves on that yes, what a
/// receipt proves comes back, and two people who know what is missing let the rest go on.
final class RestoreSpec {
  private static final String TAKEN_BACK = "kind-van-de-moeder";
  private static final String STILL_YES = "ander-kind";

  @TempDir static Path folder;

  private static RestoredBackup restored;
  private static Path withdrawal;
  private static Path accepted;
  private static String parcel;
  private static boolean onlyDanger;
  private static String withoutWitness;
  private static String begun;
  private static String parcelWhileClosed;
  private static String sentWhileClosed;
  private static String healthWhileClosed;
  private static String pageWhileClosed;
  private static String liftedWithoutLooking;
  private static String taken;
  private static String standing;
  private static String remainder;
  private static int sentWithOne;
  private static int sentOnTakenBack;
  private static int sentOnYes;
  private static List<String> waitingInTheEnd;

  @BeforeAll
  static void a_backup_is_put_back_and_reconciled() throws Exception {
    restored = new RestoredBackup(folder);
    var ask = restored.consent(TAKEN_BACK);
    restored.consent(STILL_YES);
    assertThat(restored.send(TAKEN_BACK).status()).isEqualTo(200);
    parcel = restored.waiting().getFirst();
    restored.backUp();

    withdrawal = restored.withdraw(ask, "intrekking.jwt");
    var late = restored.consent("kind-van-daarna");
    var yes = restored.receipt(late, "ja.jwt");
    var lateWithdrawal = restored.withdraw(late, "daarna.jwt");
    var answer = restored.send(STILL_YES);
    accepted = Files.writeString(folder.resolve("antwoord.json"), answer.body());
    restored.gateway.askWitnesses();
    restored.gateway.reload();
    try (var log = restored.site.publicLog(restored.gateway.doorway())) {
      new LogWatch(folder.resolve("gezien"), restored.key, log).look();
    }

    restored.putBack();
    try (var started = Start.of(restored.gateway.settings(), restored.site.clock())) {
      onlyDanger = started.isOpenForDangerOnly();
    }
    var refused = catchThrowableOfType(Contradicted.class, restored::startsWithoutWitness);
    withoutWitness = String.valueOf(refused.getMessage());
    restored.types(1, begin(DevSettings.ORIGIN));
    begun = restored.types(0, begin(RestoredBackup.NEW_NAME));
    restored.goOn();

    parcelWhileClosed = restored.fetch(parcel).body();
    sentWhileClosed = restored.send(STILL_YES).body();
    healthWhileClosed = restored.health();
    try (var other = restored.another();
        var auditor = DevOfficer.AUDITOR.at(other)) {
      pageWhileClosed = auditor.get("/toezicht/integriteit").body();
    }
    liftedWithoutLooking = restored.liftsWithoutLooking();
    var rubbish = Files.writeString(folder.resolve("vals.jwt"), spoilt());
    taken =
        restored.types(
            1,
            "neem-op",
            withdrawal.toString(),
            accepted.toString(),
            yes.toString(),
            lateWithdrawal.toString(),
            rubbish.toString(),
            "--door=med-07");
    standing = restored.types(0, "stand");
    remainder = standing.replaceAll("(?s).*nog van niemand: (\\d+) van .*", "$1");
    restored.types(1, open(remainder + "0", "med-07"));
    restored.types(0, open(remainder, "med-07"));
    restored.types(1, open(remainder, "med-07"));
    sentWithOne = restored.send(STILL_YES).status();
    restored.types(0, open(remainder, "med-12"));
    sentOnTakenBack = restored.send(TAKEN_BACK).status();
    sentOnYes = restored.send(STILL_YES).status();
    waitingInTheEnd = restored.waiting();
  }

  @AfterAll
  static void stop() throws IOException {
    restored.close();
  }

  private static String[] begin(String name) {
    return new String[] {
      "begin", "--naam=" + name, "--door=med-07", "--reden=schijf van de database stuk"
    };
  }

  private static String[] open(String rest, String by) {
    return new String[] {"open", "--rest=" + rest, "--door=" + by};
  }

  /// The receipt with another word in it.
  private static String spoilt() throws IOException {
    var parts = Files.readString(withdrawal).split("\\.", -1);
    var words = new StringBuilder(parts[1]);
    words.setCharAt(60, words.charAt(60) == 'A' ? 'B' : 'A');
    return parts[0] + "." + words + "." + parts[2];
  }

  @Test
  void a_gateway_on_a_backup_opens_for_acute_danger_only_until_a_person_decides() {
    assertThat(onlyDanger).isTrue();
    assertThat(begun).contains("ontbreken", "acuut gevaar en wettelijke taken gaan door");
  }

  @Test
  void a_gateway_without_a_witness_remembers_itself_what_it_saw() {
    assertThat(withoutWitness).contains("deze gateway zag er", "oude reservekopie");
  }

  @Test
  void nothing_leaves_on_a_consent_while_it_is_not_known_what_is_missing() {
    assertThat(parcelWhileClosed).contains("niet-gevonden");
    assertThat(sentWhileClosed).contains("stilgelegd").doesNotContain("herstel", "schijf");
    assertThat(healthWhileClosed).contains("\"herstel\":true").doesNotContain("schijf");
    assertThat(pageWhileClosed).contains("ontbreken rijen die anderen zagen");
  }

  @Test
  void who_does_not_look_at_what_is_missing_cannot_open_the_lane() {
    assertThat(liftedWithoutLooking).contains("logboek herstel open");
  }

  @Test
  void a_receipt_brings_a_withdrawal_back_and_a_changed_one_brings_nothing() {
    assertThat(taken)
        .contains("intrekking.jwt: rij ", "opnieuw ingevoerd")
        .contains("antwoord.json: rij ", "bewezen dat zij er was")
        .contains("daarna.jwt: rij ", "er is geen ja meer")
        .contains("vals.jwt: ")
        .doesNotContain("vals.jwt: rij");
    // A yes is never entered again from a receipt.
    assertThat(taken.lines().filter(line -> line.contains("ja.jwt: rij ")))
        .allMatch(line -> line.contains("er is niets ingevoerd"));
    assertThat(standing).contains("bewezen: 2", " stop: 1", "niets-te-stoppen: 1");
    assertThat(sentOnTakenBack).isEqualTo(403);
    assertThat(waitingInTheEnd).doesNotContain(parcel);
  }

  @Test
  void two_people_who_name_the_rows_of_nobody_let_the_rest_go_on() {
    assertThat(Integer.parseInt(remainder)).isPositive();
    assertThat(sentWithOne).isEqualTo(403);
    assertThat(sentOnYes).isEqualTo(200);
  }

  @Test
  void the_name_of_before_ends_and_a_signed_statement_says_what_others_saw_under_it()
      throws Exception {
    var statements = new ArrayList<String>();
    restored
        .open("/logboek/sleutels")
        .path("verklaringen")
        .forEach(s -> statements.add(s.asText()));
    var history = KeyHistory.read(statements, restored.key);

    assertThat(history.periods().getFirst().until()).isPresent();
    assertThat(history.periods().getLast().key().origin()).isEqualTo(RestoredBackup.NEW_NAME);
    assertThat(statements.getLast()).contains("\nherstel\n");
    assertThat(restored.gateway.checkLogbook()).isEmpty();
  }

  @Test
  void a_partner_that_remembers_more_says_so_and_no_witness_signs_for_the_new_name_unasked()
      throws Exception {
    try (var log = restored.site.publicLog(restored.gateway.doorway())) {
      var watch = new LogWatch(folder.resolve("gezien"), restored.key, log);
      assertThat(catchThrowableOfType(Distrusted.class, watch::look).cause())
          .isEqualTo(Distrusted.Cause.TERUGVAL);
    }
    restored.gateway.askWitnesses();
    assertThat(restored.health()).contains("weigert");
  }

  @Test
  void nothing_is_there_to_restore_when_nobody_saw_more() throws Exception {
    assertThat(restored.types(1, begin(RestoredBackup.NEW_NAME + "-3"))).contains("niemand zag");
  }

  @Test
  void what_a_gateway_keeps_on_its_own_disk_no_other_gateway_needs() throws Exception {
    try (var files = Files.list(restored.gateway.settings().acute().waitingRoom())) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder("convenanten.jws", "logboekstand.jws");
    }
    // One that never ran joins, with nothing of its own, and the first leaves.
    try (var other = restored.another();
        var school = other.partner(RestoredBackup.SCHOOL, "De Duinpieper")) {
      restored.gateway.close();
      assertThat(school.get("/v1/gezondheid").body()).contains("\"status\":\"goed\"");
      assertThat(restored.gateway.checkLogbook()).isEmpty();
    } finally {
      restored.gateway.restart();
    }
  }
}
