package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.sluis.dev.authority.DevPartner;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.partner.Witness;
import nl.sluis.gateway.aansluiting.PartnerFiles;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An organisation becomes a partner, changes its keys, and is shut out, on two gateways that share
/// nothing but their database.
final class JoiningSpec {
  /// For a machine that has much else to do.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Oin CJG = CountMessage.CJG;
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin LEERPLICHT = new Oin("00000099000000401000");
  private static final Oin TOWN = new Oin("00000099000000403000");

  private static DevPostgres postgres;
  private static DevSite site;
  private static DevGateway one;
  private static DevGateway other;
  private static Operators operators;
  @TempDir private static Path folder;

  @BeforeAll
  static void two_gateways() {
    site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    postgres = DevPostgres.shared();
    one = DevGateway.start(site, postgres.database("aansluiten"), DevGateway.Ports.ANY);
    other = DevGateway.start(site, postgres.database("aansluiten"), DevGateway.Ports.ANY);
    operators = new Operators(one);
  }

  @AfterAll
  static void stop() throws IOException {
    one.close();
    other.close();
    postgres.close();
  }

  @Test
  void a_stranger_applies_is_admitted_by_two_sends_and_is_shut_out_on_both_gateways_at_once()
      throws Exception {
    var who = site.identity(CJG, "CJG Kennemerland", false);
    var application = operators.applies(folder.resolve("cjg"), who, "cjg-coach,cjg-ia").toString();
    try (var here = partner(one, who.partner(), who.signing(), who.encryption());
        var there = partner(other, who.partner(), who.signing(), who.encryption());
        var reader = one.partner(LEERPLICHT, "Leerplicht Haarlem")) {
      assertThat(record(here).status()).as("a stranger").isEqualTo(401);

      assertThat(operators.say("toelaten", application, "--door=med-07").words())
          .contains("CJG Kennemerland", "bel servicedesk", "tweede mens");
      assertThat(operators.say("toelaten", application, "--door=med-07").code()).isEqualTo(1);
      assertThat(record(here).status()).as("one person is not enough").isEqualTo(401);
      assertThat(operators.say("toelaten", application, "--door=med-12").words())
          .contains("Toegelaten");
      eventually(here, 200);
      eventually(there, 200);
      assertThat(CountMessage.send(here, "gezinnen-begeleid", "2025", 24).body())
          .contains("\"uitkomst\":\"PERMIT");
      var vouched = Files.readString(folder.resolve("cjg").resolve(PartnerFiles.VOUCHED)).strip();
      var laid = here.post("/v1/encryptiesleutels", "application/jwt", vouched);
      assertThat(laid.status()).as(laid.body()).isEqualTo(201);
      assertThat(listed(reader, "sleutels")).contains(CJG.value());

      var reason = "--reden=sleutel mogelijk gestolen";
      operators.say("schors", "--oin=" + CJG, reason, "--door=med-07");
      assertThat(eventually(here, 403).body()).contains("partner-geschorst");
      assertThat(eventually(there, 403).body()).contains("partner-geschorst");
      here.freshToken();
      assertThat(here.requestToken(here.assertion()).body()).contains("partner-geschorst");
      assertThat(listed(reader, "sleutels")).as("nobody seals for it").doesNotContain(CJG.value());
      assertThat(listed(reader, "ondertekensleutels")).as("what it signed").contains(CJG.value());

      operators.say("hervat", "--oin=" + CJG, "--door=med-07");
      assertThat(here.requestToken(here.assertion()).status()).isEqualTo(403);
      operators.say("hervat", "--oin=" + CJG, "--door=med-12");
      eventually(here, 200);
      eventually(there, 200);
      assertThat(listed(reader, "sleutels")).contains(CJG.value());

      operators.say("verwijder", "--oin=" + CJG, "--reden=opgeheven", "--door=med-07");
      operators.say("verwijder", "--oin=" + CJG, "--reden=opgeheven", "--door=med-12");
      eventually(here, 401);
      eventually(there, 401);
      assertThat(operators.say("lijst").words()).contains(CJG + " -: verwijderd");
      assertThat(listed(reader, "sleutels")).doesNotContain(CJG.value());
    }
    assertThat(one.checkLogbook()).isEmpty();
  }

  @Test
  void an_application_that_is_not_right_leaves_nothing_behind() throws Exception {
    var who = site.identity(new Oin("00000099000000999000"), "Niemand", false);
    var foreign = operators.applies(folder.resolve("niemand"), who, "school-ib");
    var rows = one.logbook().kinds().size();

    var noParty = operators.say("toelaten", foreign.toString(), "--door=med-07");
    var spoilt = folder.resolve("bedorven.jws");
    Files.writeString(spoilt, Files.readString(foreign).strip() + "A");
    var forged = operators.say("toelaten", spoilt.toString(), "--door=med-07");
    var nothing = operators.say("toelaten", folder.resolve("weg").toString(), "--door=med-07");

    assertThat(noParty.words()).contains("geen convenant", "`school-ib`", "niets veranderd");
    assertThat(forged.words()).contains("niet goed getekend", "niets veranderd");
    assertThat(nothing.words()).contains("is er niet", "niets veranderd");
    assertThat(List.of(noParty.code(), forged.code(), nothing.code())).containsOnly(1);
    assertThat(operators.say("lijst").words()).doesNotContain("00000099000000999000");
    assertThat(one.logbook().kinds()).hasSize(rows);
  }

  @Test
  void a_key_of_somebody_else_admits_nobody() throws Exception {
    var owner = site.identity(SCHOOL, "De Duinpieper", true);
    one.reload();
    var thief =
        new DevSite.Identity(
            site.authority().partner(TOWN, "Bloemendaal"), owner.signing(), owner.encryption());
    var application = operators.applies(folder.resolve("dief"), thief, "gemeente-beleid");

    var said = operators.say("toelaten", application.toString(), "--door=med-07");

    assertThat(said.words()).contains("al van een ander", "niets veranderd");
  }

  @Test
  void keys_and_certificates_are_replaced_under_requests_without_a_failed_one() throws Exception {
    var who = site.identity(TOWN, "Bloemendaal", true);
    one.reload();
    other.reload();
    var own = folder.resolve("gemeente");
    operators.applies(own, who, "gemeente-beleid");
    var announcement = operators.renews(own, TOWN);
    var next = ECKey.parse(Files.readString(own.resolve(PartnerFiles.NEXT)));
    var renewed = site.authority().partner(TOWN, "Bloemendaal");
    try (var old = partner(one, who.partner(), who.signing(), who.encryption());
        var busy = partner(other, who.partner(), who.signing(), who.encryption());
        var fresh = partner(other, who.partner(), next, who.encryption());
        var recertified = partner(one, renewed, who.signing(), who.encryption())) {
      var asking = new Asking(busy);
      var announced = old.post("/v1/ondertekensleutels", "application/jwt", announcement);
      assertThat(announced.status()).as(announced.body()).isEqualTo(201);
      assertThat(key(record(old), who.signing().getKeyID()).path("vervangenDoor").asText())
          .isEqualTo(next.getKeyID());
      assertThat(key(record(old), next.getKeyID()).path("stand").asText())
          .isEqualTo("wacht-op-gebruik");

      // Long after the overlap the old one counts, for nobody ever came in with the new one.
      one.moveClock(one.clock().instant().plus(Duration.ofDays(3)));
      other.reload();
      old.freshToken();
      assertThat(record(old).status()).isEqualTo(200);
      assertThat(record(recertified).status()).as("another certificate, same OIN").isEqualTo(200);
      assertThat(JSON.readTree(record(old).body()).path("certificaten")).hasSize(2);
      assertThat(asking.failures()).isEmpty();

      assertThat(record(fresh).status()).as("the new key works").isEqualTo(200);
      old.freshToken();
      eventually(old, 401);
      assertThat(record(fresh).status()).isEqualTo(200);

      // Withdrawn is for ever, whatever it is called.
      var withdrawn =
          fresh.post("/v1/ondertekensleutels/" + next.getKeyID() + "/intrekkingen", "", "");
      assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(201);
      eventually(fresh, 401);
    }
    assertThat(one.checkLogbook()).isEmpty();
  }

  /// Somebody who asks all the time.
  private static final class Asking {
    private final AtomicBoolean enough = new AtomicBoolean();
    private final CompletableFuture<List<String>> failed;

    Asking(SimulatedPartner partner) {
      failed =
          CompletableFuture.supplyAsync(
              () -> {
                var failures = new ArrayList<String>();
                while (!enough.get()) {
                  // A token is over after ten minutes; whoever is let in gets a new one.
                  var answer = record(partner);
                  if (answer.status() == 401) {
                    partner.freshToken();
                    answer = record(partner);
                  }
                  if (answer.status() != 200) {
                    failures.add(answer.body());
                  }
                }
                return failures;
              });
    }

    List<String> failures() {
      enough.set(true);
      return failed.join();
    }
  }

  private static SimulatedPartner partner(
      DevGateway gateway, DevPartner identity, ECKey signing, ECKey encryption) {
    return new SimulatedPartner(
        identity,
        signing,
        encryption,
        gateway::doorway,
        site.clock(),
        site.random(),
        _ -> {},
        Witness.NOBODY);
  }

  private static Answer record(SimulatedPartner partner) {
    return partner.get("/v1/aansluiting");
  }

  /// Whose keys stand under this word in the address book.
  private static List<String> listed(SimulatedPartner reader, String word) throws IOException {
    var answer = reader.get("/v1/adresboek");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path(word).findValuesAsText("oin");
  }

  private static JsonNode key(Answer answer, String kid) throws IOException {
    for (var key : JSON.readTree(answer.body()).path("ondertekensleutels")) {
      if (key.path("kid").asText().equals(kid)) {
        return key;
      }
    }
    throw new IllegalStateException(answer.body());
  }

  /// A gateway hears of a change within moments, and asks nothing at a request.
  private static Answer eventually(SimulatedPartner partner, int status) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var answer = record(partner);
    while (answer.status() != status && System.nanoTime() < end) {
      if (answer.status() == 401) {
        partner.freshToken();
      }
      answer = record(partner);
    }
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer;
  }
}
