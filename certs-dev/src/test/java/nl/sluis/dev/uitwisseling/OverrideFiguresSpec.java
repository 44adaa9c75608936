package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.nacontrole.Telling;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How often a party goes before consent for safety's sake is told in numbers that are never about
/// fewer than ten children, nor tell that by subtraction.
final class OverrideFiguresSpec {
  private static final String SCHOOL = "00000099000000201000";
  private static final String MANY_ABOUT_ONE = "00000099000000101000";
  private static final Actor SENDER = Actor.of(new byte[32]);

  private static TestGateway gateway;

  @BeforeAll
  static void four_and_twenty_reports_in_september_and_three_in_august() throws SQLException {
    gateway = TestGateway.start();
    try (var owner = gateway.gateway().database().owner()) {
      for (int i = 0; i < 24; i++) {
        var nearest = i < 12 ? "X02" : i < 23 ? "X42" : "X43";
        sent(owner, SCHOOL, "2026-09-10T10:00:00Z", i, UUID.randomUUID(), i < 12, nearest);
      }
      for (int i = 0; i < 3; i++) {
        sent(owner, SCHOOL, "2026-08-10T10:00:00Z", i, UUID.randomUUID(), false, "X02");
      }
      var one = UUID.randomUUID();
      for (int i = 0; i < 24; i++) {
        sent(owner, MANY_ABOUT_ONE, "2026-09-10T10:00:00Z", i, one, true, "X70");
      }
    }
  }

  @AfterAll
  static void stop() throws IOException {
    assertThat(gateway.gateway().checkLogbook()).isEmpty();
    gateway.close();
  }

  @Test
  void numbers_about_ten_children_or_more_are_told_and_no_smaller_ones_nor_their_differences()
      throws IOException {
    var differences =
        gateway.play(
            """
            titel: Tellen wat om veiligheid uitging
            tijd: 2026-11-23 10:00
            partijen:
              school: De Duinpieper
              cjg: CJG Kennemerland
              bureau: Convenantbureau
            stappen:
              - stap: september
                roep aan: {wat: POST /v1/cijfers/doorbrekingen, door: bureau, json: {namens: {oin: "00000099000000902000", rol: convenantbeheerder}, partij: "00000099000000201000", periode: 2026-09}}
                verwacht:
                  status: 200
                  velden:
                    doorbrekingen.aantal: 24
                    acuut.aantal: 12
                    acuut.procent: 50
                    teLaatAangevuld.aantal: minder dan 10
                    teLaatAangevuld.procent: afwezig
                    zonderGesprek.aantal: 12
                    zonderGesprek.procent: 100
                    naasteRegels.0.regel: X02
                    naasteRegels.0.aantal: 12
                    naasteRegels.1: afwezig
              - opmerking: nog eens hetzelfde geeft hetzelfde
                roep aan: {wat: POST /v1/cijfers/doorbrekingen, door: bureau, json: {namens: {oin: "00000099000000902000", rol: convenantbeheerder}, partij: "00000099000000201000", periode: 2026-09}}
                verwacht: {hetzelfde antwoord als: september}
              - opmerking: het verschil met september zou over drie kinderen gaan
                roep aan: {wat: POST /v1/cijfers/doorbrekingen, door: bureau, json: {namens: {oin: "00000099000000902000", rol: convenantbeheerder}, partij: "00000099000000201000", periode: 2026-K3}}
                verwacht: {status: 200, velden: {doorbrekingen.aantal: minder dan 10, acuut.aantal: minder dan 10, naasteRegels.0: afwezig}, bevat niet: ["27"]}
              - opmerking: wie alles over één kind meldt, krijgt daar geen getal van
                roep aan: {wat: POST /v1/cijfers/doorbrekingen, door: bureau, json: {namens: {oin: "00000099000000902000", rol: convenantbeheerder}, partij: "00000099000000101000", periode: 2026-09}}
                verwacht: {status: 200, velden: {doorbrekingen.aantal: minder dan 10, acuut.aantal: minder dan 10}, bevat niet: ["24"]}
              - opmerking: de school ziet haar eigen cijfers, en die van een ander niet
                roep aan: {wat: POST /v1/cijfers/doorbrekingen, door: school, json: {namens: {oin: "00000099000000201000", rol: school-directeur}, periode: 2026-09}}
                verwacht: {status: 200, velden: {doorbrekingen.aantal: 24}}
              - roep aan: {wat: POST /v1/cijfers/doorbrekingen, door: cjg, json: {namens: {oin: "00000099000000101000", rol: cjg-coach}, partij: "00000099000000201000", periode: 2026-09}}
                verwacht: {status: 403, bevat niet: ["24"]}
              - opmerking: wat nog loopt wordt niet geteld
                roep aan: {wat: POST /v1/cijfers/doorbrekingen, door: bureau, json: {namens: {oin: "00000099000000902000", rol: convenantbeheerder}, partij: "00000099000000201000", periode: 2026-11}}
                verwacht: {status: 403}
              - controleer: logboek
                verwacht: {logboek: klopt}
            """);

    assertThat(differences).as(gateway.told()).isEmpty();
  }

  private static void sent(
      Connection owner, String from, String at, int i, UUID child, boolean acute, String nearest)
      throws SQLException {
    var tasks = new Tasks(DevSettings.REGION, InstantSource.system());
    var opened = Instant.parse(at).plus(Duration.ofMinutes(i));
    var review =
        new Review(
            UUID.randomUUID(),
            new PartyRole(new Oin(from), Role.SCHOOL_IB),
            new PartyRole(new Oin("00000099000000302000"), Role.VEILIG_THUIS),
            new Purpose("vt-melding"),
            "X16",
            acute,
            Optional.empty(),
            SENDER,
            opened,
            opened.plus(Duration.ofDays(90)),
            new Review.Nearest(nearest, "ontvanger"),
            Optional.empty());
    var telling =
        acute ? Telling.silent() : new Telling(false, false, Optional.of(false), Optional.empty());
    new ReviewBook(DevSettings.REGION, tasks).opened(owner, review);
    new Family(DevSettings.REGION, tasks).opened(owner, review, telling, opened, _ -> SENDER);
    try (var about =
        owner.prepareStatement("update nacontrole set subject_id = ? where transactie = ?")) {
      about.setObject(1, child);
      about.setObject(2, review.transaction());
      about.executeUpdate();
    }
  }
}
