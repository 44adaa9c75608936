package nl.sluis.gateway.werkplek.gesprek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.OwnCheck.Spoken;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A person answers Veilig Thuis, wholly, in part or not at all, and always says why.
final class ReplySpec {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final PartyRole SCHOOL =
      new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);
  private static final Inquiry INQUIRY =
      new Inquiry(
          "0b7d2a52-2f0e-4a7c-9a0e-6f3c4d0e8b11",
          new PartyRole(new Oin("00000099000000302000"), Role.VEILIG_THUIS),
          "Veilig Thuis",
          Set.of(DataCategory.K05, DataCategory.K07),
          List.of(),
          NOW.minusSeconds(86_400),
          Optional.empty(),
          "open");

  private static Spoken spoken;

  @BeforeAll
  static void readTheConvenant() throws IOException {
    spoken =
        OwnCheck.of(Optional.empty())
            .rule(Reply.PURPOSE, SCHOOL, INQUIRY.asker(), Optional.empty(), NOW)
            .orElseThrow();
  }

  @Test
  void a_refusal_takes_who_it_is_about_and_a_reason_and_nothing_else_goes() throws InputFault {
    var reply = reply(Map.of("besluit", "weigeren"));

    assertThat(reply.lacks(INQUIRY, spoken)).isEmpty();
    var message = message(reply);
    assertThat(message.categories()).containsOnlyKeys(DataCategory.K01);
    assertThat(
            Objects.requireNonNull(message.disclosed().get("voorwaarde:besluit-te-antwoorden"))
                .path("uitkomst")
                .asText())
        .isEqualTo("weigeren");
    assertThat(message.disclosed()).doesNotContainKey("noodzaak:K07");
  }

  @Test
  void a_part_is_less_than_all_and_all_is_no_less() throws InputFault {
    assertThat(reply(Map.of("besluit", "deel")).lacks(INQUIRY, spoken)).isEmpty();
    assertThat(reply(Map.of("besluit", "alles")).lacks(INQUIRY, spoken))
        .containsExactly("werkplek-gesprek.fout.vt.alles");
    assertThat(message(reply(Map.of("besluit", "deel"))).categories())
        .containsOnlyKeys(DataCategory.K01, DataCategory.K07);
  }

  @Test
  void nobody_answers_without_a_decision_and_a_reason() throws InputFault {
    assertThat(reply(Map.of("reden", "omdat")).lacks(INQUIRY, spoken))
        .containsExactly("werkplek-gesprek.fout.vt.besluit", "werkplek-gesprek.fout.vt.reden");
    assertThat(reply(Map.of("besluit", "deel", "noodzaak-K07", "nodig")).lacks(INQUIRY, spoken))
        .containsExactly("werkplek-gesprek.fout.vt.noodzaak");
  }

  private static OutgoingMessage message(Reply reply) {
    return reply.message(SCHOOL, "p-1", "intern begeleider", INQUIRY, spoken, NOW);
  }

  private static Reply reply(Map<String, String> instead) throws InputFault {
    var form = new HashMap<String, String>();
    form.put("nummer", "VT-26-118");
    form.put("soort", "eigen-kenmerk");
    form.put("kind", "leerling-12");
    form.put("reden", "Wij willen dit eerst met moeder bespreken.");
    form.put("K01.voornamen", "Noor");
    form.put("K01.achternaam", "Zandbergen");
    form.put("K01.geboortedatum", "2018-03-04");
    form.put("K07.perioden.0.van", "2026-11-02");
    form.put("K07.perioden.0.uren", "6");
    form.put("K07.perioden.0.soort", "ongeoorloofd");
    form.put("noodzaak-K07", "Zonder het verzuim ziet u niet hoe vaak zij er is.");
    form.putAll(instead);
    var fields = new HashMap<String, List<String>>();
    form.forEach((name, value) -> fields.put(name, List.of(value)));
    return Reply.read(new Asked(NOW, Map.of(), fields, Map.of(), Map.of()), INQUIRY, spoken);
  }
}
