package nl.sluis.gateway.werkplek.postbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The list of what waits: what is about safety on top, then whose term ends first, and for whom.
final class WaitingSpec {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final PartyRole VEILIG_THUIS =
      new PartyRole(new Oin("00000099000000302000"), Role.VEILIG_THUIS);
  private static final PartyRole CJG =
      new PartyRole(new Oin("00000099000000101000"), Role.CJG_COACH);

  private static OwnCheck law;

  @BeforeAll
  static void read() throws IOException {
    law = OwnCheck.of(Optional.empty());
  }

  @Test
  void what_is_about_safety_stands_on_top_and_then_whose_term_ends_first() throws IOException {
    var waiting =
        Waiting.of(
            listed(
                parcel(1, "signaal-bespreken-cjg", "2026-12-01T09:00:00Z", ""),
                parcel(2, "signaal-bespreken-cjg", "2026-11-28T09:00:00Z", ""),
                parcel(3, "vt-melding", "2026-12-07T09:00:00Z", "")),
            VEILIG_THUIS,
            law,
            NOW);

    assertThat(waiting)
        .extracting(one -> one.id().toString().charAt(35))
        .containsExactly('3', '2', '1');
    assertThat(waiting.getFirst().safety()).isTrue();
    assertThat(waiting.getFirst().sender()).contains("De Duinpieper");
  }

  @Test
  void a_purpose_is_said_as_the_convenant_says_it_and_what_it_does_not_know_by_its_code()
      throws IOException {
    var waiting =
        Waiting.of(
            listed(
                parcel(1, "signaal-bespreken-cjg", "2026-11-28T09:00:00Z", ""),
                parcel(2, "iets-van-later", "2026-11-29T09:00:00Z", "")),
            CJG,
            law,
            NOW);

    assertThat(waiting.getFirst().what()).doesNotContain("-").endsWith(".");
    assertThat(waiting.getLast().what()).isEqualTo("Iets van later");
    assertThat(waiting.getLast().sender()).isEqualTo("00000099000000201000");
  }

  @Test
  void what_names_a_function_is_for_that_function_and_danger_waits_for_nobody_in_particular()
      throws IOException {
    var coach = ", \"voor\": {\"functie\": \"cjg-coach\", \"deel\": \"po\", \"hoe\": \"team\"}";
    var waiting =
        Waiting.of(
            listed(
                parcel(1, "signaal-bespreken-cjg", "2026-11-28T09:00:00Z", coach),
                parcel(2, "signaal-bespreken-cjg", "2026-11-29T09:00:00Z", "")),
            CJG,
            law,
            NOW);
    var danger =
        Waiting.of(
            listed(parcel(3, "vt-melding", "2026-11-28T09:00:00Z", coach)), VEILIG_THUIS, law, NOW);

    assertThat(waiting.getFirst().isFor("cjg-coach", Role.CJG_JONGERENCOACH)).isTrue();
    assertThat(waiting.getFirst().isFor("administratie", Role.CJG_COACH)).isTrue();
    assertThat(waiting.getFirst().isFor("administratie", Role.CJG_JONGERENCOACH)).isFalse();
    assertThat(waiting.getLast().isFor("administratie", Role.CJG_JONGERENCOACH)).isTrue();
    assertThat(danger.getFirst().isFor("administratie", Role.VEILIG_THUIS_ADVIES)).isTrue();
  }

  @Test
  void what_is_not_in_form_is_left_out_and_never_fetched() throws IOException {
    var waiting =
        Waiting.of(
            JSON.readTree(
                """
                {"pakketten": [
                  {"id": "geen-nummer", "doel": "vt-melding", "van": {"oin": "00000099000000201000", "rol": "school-ib"}},
                  {"id": "../x", "doel": "WAT?", "van": {}},
                  "tekst"
                ]}
                """),
            VEILIG_THUIS,
            law,
            NOW);

    assertThat(waiting).isEmpty();
  }

  private static JsonNode listed(String... parcels) throws IOException {
    return JSON.readTree("{\"pakketten\": [" + String.join(",", List.of(parcels)) + "]}");
  }

  private static String parcel(int number, String purpose, String due, String more) {
    return """
    {"id": "00000000-0000-4000-8000-00000000000%d", "doel": "%s", "rol": "cjg-coach",
     "aangenomenOp": "2026-11-23T09:00:00Z", "uiterlijk": "%s", "herinnering": false,
     "uitgereikt": false, "van": {"oin": "00000099000000201000", "rol": "school-ib"}%s}
    """
        .formatted(number, purpose, due, more);
  }
}
