package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.gateway.werkplek.postbus.PostbusPart;
import org.junit.jupiter.api.Test;

/// What a partner cannot read stops nothing else: a letter that is not what it says it is, and a
/// key that was lost.
final class PartnerTroubleSpec {
  private static final String LETTER = "/werk/taken/brief/rechtzetting/";

  @Test
  void a_forged_letter_says_why_it_is_not_read_and_hides_nothing_of_the_others() throws Exception {
    try (var clients = new TwoClients();
        var school = desk(clients, clients.school(), "intern begeleider");
        var cjg = desk(clients, clients.cjg(), "coach");
        var bent = bent(clients);
        var desk = desk(clients, bent.settings(), "coach")) {
      var forged = calledBackAfterReading(clients, school, cjg, "te veel verteld");
      var right = calledBackAfterReading(clients, school, cjg, "nog eens te veel");
      bent.bend((path, body) -> otherSignature(path, body, forged));

      var bad = desk.get(LETTER + forged);
      var good = desk.get(LETTER + right);
      var client = clients.run(bent.settings(), "", "ontvang", "--json");

      assertThat(bad.text())
          .contains("Dit is niet te vertrouwen", "de handtekening klopt niet")
          .doesNotContain("De afzender roept dit terug");
      assertThat(good.text()).contains("De afzender roept dit terug", right);
      assertThat(client.code()).as(client.all()).isEqualTo(4);
      assertThat(client.json().path("rechtzettingen"))
          .hasSize(2)
          .anySatisfy(
              one -> {
                assertThat(one.path("id").asText()).isEqualTo(forged);
                assertThat(one.path("melding").asText()).contains("de handtekening klopt niet");
              })
          .anySatisfy(
              one -> {
                assertThat(one.path("id").asText()).isEqualTo(right);
                assertThat(one.has("uiterlijk")).isTrue();
              });
    }
  }

  @Test
  void who_lost_a_key_withdraws_it_and_until_there_is_another_nothing_is_sealed_for_it()
      throws Exception {
    try (var clients = new TwoClients()) {
      var cjg = clients.cjg();
      var identity = clients.gateway().site().identity(TwoClients.CJG, "", true);
      var kid = Map.of("KID", identity.encryption().getKeyID());

      var unknown = clients.run(cjg, "", "intrekken", "nooit-gehad");
      var before = clients.run(clients.school(), clients.signal("slaapt slecht"), "stuur", "-");
      var withdrawn = clients.manual(cjg, "intrekken", 0, kid);
      var after = clients.run(clients.school(), clients.signal("slaapt niet"), "stuur", "-");
      var again = clients.manual(cjg, "intrekken", 0, kid);

      assertThat(unknown.code()).isEqualTo(1);
      assertThat(before.code()).as(before.all()).isZero();
      assertThat(withdrawn.code()).as(withdrawn.all()).isZero();
      assertThat(withdrawn.out()).contains("Ingetrokken", "ontvanger-zonder-sleutel");
      assertThat(after.code()).as(after.all()).isEqualTo(1);
      assertThat(after.err()).contains("geen sleutel in het adresboek", "niets gestuurd");
      assertThat(again.code()).as("it changes nothing").isZero();
    }
  }

  private static BentLine bent(TwoClients clients) throws Exception {
    DevGateway gateway = clients.gateway();
    return new BentLine(gateway.site().server(), clients.cjg(), gateway.clock());
  }

  private static DeskPages desk(TwoClients clients, Path settings, String function)
      throws Exception {
    var gateway = clients.gateway();
    var drafts =
        new Drafts(
            gateway.site().folder().resolve("concepten"),
            DeskPages.COOKIE,
            gateway.site().random(),
            gateway.clock());
    return new DeskPages(settings, function, gateway.clock(), new PostbusPart(drafts));
  }

  /// The CJG read this and confirmed it, and the school called it back.
  ///
  /// @return the number of the exchange
  private static String calledBackAfterReading(
      TwoClients clients, DeskPages school, DeskPages cjg, String words) throws Exception {
    var sent = clients.run(clients.school(), clients.signal(words), "stuur", "-", "--json");
    assertThat(sent.code()).as(sent.all()).isZero();
    var exchange = sent.json().at("/antwoord/transactie").asText();
    var parcel = cjg.get("/werk/postbus").link("/werk/postbus/");
    cjg.post(parcel + "/lezen", Map.of());
    cjg.post(parcel + "/bevestigen", Map.of());
    var path = "/werk/verstuurd/" + exchange + "/terugroepen";
    var sure = school.post(path, Map.of("reden", "te-veel"));
    school.post(path, Map.of("verklaring", sure.hidden("verklaring")));
    return exchange;
  }

  private static void otherSignature(String path, ObjectNode body, String exchange) {
    if (!path.startsWith("/v1/rechtzettingen")) {
      return;
    }
    for (var one : body.path("rechtzettingen")) {
      if (one instanceof ObjectNode letter && one.path("transactie").asText().equals(exchange)) {
        var jws = one.path("rechtzetting").asText();
        int from = jws.lastIndexOf('.') + 1;
        letter.put("rechtzetting", jws.substring(0, from) + "A".repeat(jws.length() - from));
      }
    }
  }
}
