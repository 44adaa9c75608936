package nl.sluis.gateway.werkplek.overleg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a browser sends becomes what one receiver gets; nothing that no form of ours asks comes
/// along, and what went does not go twice.
final class WritingSpec {
  private static final PartyRole COACH =
      new PartyRole(new Oin("00000099000000101000"), Role.CJG_COACH);
  private static final PartyRole SCHOOL =
      new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);
  private static final PartyRole LEERPLICHT =
      new PartyRole(new Oin("00000099000000501000"), Role.LPA);
  private static final String TABLE = "5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10";

  private static Share.Some school;
  private static Share.Some leerplicht;

  @BeforeAll
  static void read() throws IOException {
    var convenant =
        OwnCheck.of(Optional.empty()).convenanten().stream()
            .filter(one -> one.id().equals("zuid-kennemerland"))
            .findFirst()
            .orElseThrow();
    var purpose = new Purpose("kernteam-casusoverleg");
    school = (Share.Some) Share.of(convenant, purpose, COACH, SCHOOL);
    leerplicht = (Share.Some) Share.of(convenant, purpose, COACH, LEERPLICHT);
  }

  private static Writing taken(boolean owner, Map<String, String> more) throws InputFault {
    var form = new HashMap<String, List<String>>();
    form.put("kenmerk", List.of("leerling-12"));
    form.put("bijdrage", List.of("verslag"));
    form.put("K01.voornamen", List.of("Sami"));
    form.put("K14.doelen.0", List.of("Weer slapen"));
    form.put("K16.feiten", List.of("Wat geen formulier van ons vraagt"));
    form.put("noodzaak:K14", List.of("De school moet weten wat er al gebeurt"));
    form.put("beweerd:gezin-bij-overleg:datum", List.of("20-11-2026"));
    form.put("beweerd:gezin-bij-overleg:door", List.of("de coach"));
    form.put("beweerd:gezin-bij-overleg:uitkomst", List.of("uitgenodigd"));
    form.put("mee", List.of("een.K14", "ander.K14"));
    form.put("naar", List.of("een", "ander"));
    more.forEach((name, value) -> form.put(name, List.of(value)));
    var asked =
        new Asked(Instant.parse("2026-11-23T09:00:00Z"), Map.of(), form, Map.of(), Map.of());
    var writing = Writing.fresh();
    writing.take(asked, List.of(school, leerplicht), owner);
    return writing;
  }

  private static ObjectNode acting() {
    return JsonNodeFactory.instance.objectNode().put("id", "med-77").put("functie", "coach");
  }

  @Test
  void one_receiver_gets_what_the_other_does_not_although_both_were_chosen_for_it()
      throws InputFault {
    var writing = taken(true, Map.of());

    var toSchool = school.of(writing.written(), writing.chosen("een"));
    var toLeerplicht = leerplicht.of(writing.written(), writing.chosen("ander"));

    assertThat(toSchool.keySet()).containsExactly(DataCategory.K01, DataCategory.K14);
    assertThat(toLeerplicht.keySet()).containsExactly(DataCategory.K01);
    assertThat(disclosed(writing, school, toSchool.keySet())).contains("noodzaak:K14");
    assertThat(disclosed(writing, leerplicht, toLeerplicht.keySet()))
        .doesNotContain("noodzaak:K14");
  }

  private static Set<String> disclosed(Writing writing, Share.Some share, Set<DataCategory> goes) {
    return writing.disclosed(acting(), share, goes, TABLE).keySet();
  }

  @Test
  void what_no_form_of_ours_asks_is_not_taken_over() throws InputFault {
    var writing = taken(true, Map.of("beweerd:ledenlijst-bevroren:overleg", "een andere tafel"));

    assertThat(writing.written().keySet()).containsExactlyInAnyOrder("K01", "K14");
    assertThat(writing.json().toString()).doesNotContain("geen formulier", "andere tafel");
  }

  @Test
  void only_who_owns_the_case_writes_minutes() throws InputFault {
    assertThat(taken(true, Map.of()).isMinutes()).isTrue();
    assertThat(taken(false, Map.of()).isMinutes()).isFalse();
  }

  @Test
  void the_table_and_what_the_family_was_told_go_as_a_connected_system_sends_them()
      throws InputFault {
    var writing = taken(true, Map.of());

    var disclosed = writing.disclosed(acting(), school, Set.of(DataCategory.K01), TABLE);

    assertThat(disclosed.get("voorwaarde:ledenlijst-bevroren"))
        .hasToString("{\"bijdrage\":\"verslag\",\"overleg\":\"" + TABLE + "\"}");
    assertThat(disclosed.get("voorwaarde:gezin-bij-overleg"))
        .hasToString(
            "{\"datum\":\"2026-11-20\",\"door\":\"de coach\",\"uitkomst\":\"uitgenodigd\"}");
    assertThat(disclosed.get("betrokkene"))
        .hasToString("{\"soort\":\"eigen-kenmerk\",\"waarde\":\"leerling-12\"}");
    assertThat(disclosed.keySet())
        .startsWith("betrokkene", "handelend")
        .as("a connected system names who acts, and never from a form")
        .hasSize(4);
  }

  @Test
  void what_went_is_remembered_without_its_bytes_and_what_was_refused_can_be_written_anew()
      throws InputFault {
    var writing = taken(true, Map.of());
    var passed = JsonNodeFactory.instance.objectNode().put("uitkomst", "PERMIT");
    var refused = JsonNodeFactory.instance.objectNode().put("uitkomst", "WEIGEREN");
    writing.sent("een", new Sent("jti-1", "bytes-1"));
    writing.sent("ander", new Sent("jti-2", "bytes-2"));

    assertThat(writing.sent("een")).contains(new Sent("jti-1", "bytes-1"));
    writing.answered("een", 200, passed);
    writing.answered("ander", 403, refused);
    assertThat(writing.json().toString()).doesNotContain("bytes-1", "bytes-2");

    writing.forgetRefused();

    assertThat(writing.answer("een").path("uitkomst").asText()).isEqualTo("PERMIT");
    assertThat(writing.answer("ander").isMissingNode()).isTrue();
  }
}
