package nl.sluis.gateway.werkplek.postbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.werkplek.postbus.InquiryPages.Inquiry;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// What was asked and what was asked of others: what is open first, by term.
final class InquirySpec {
  private static final PartyRole SCHOOL =
      new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);

  @Test
  void what_is_open_stands_first_by_its_term_and_what_is_over_below_the_newest_on_top()
      throws IOException {
    var inquiries =
        of(
            asked(1, "2026-11-20", "2026-12-04", "verlopen", "school-ib"),
            asked(2, "2026-11-21", "2026-12-09", "open", "school-ib"),
            asked(3, "2026-11-22", "2026-12-07", "open", "school-ib"),
            asked(4, "2026-11-23", "2026-12-08", "beantwoord", "school-ib"));

    assertThat(inquiries).extracting(InquirySpec::number).containsExactly('3', '2', '4', '1');
    assertThat(inquiries.getFirst().other()).contains("Veilig Thuis");
    assertThat(inquiries.getFirst().categories()).containsExactly("Verzuim: dagen en uren");
  }

  @Test
  void a_question_to_another_role_is_not_shown_and_a_state_of_later_is_said_not_to_be_known()
      throws IOException {
    var inquiries =
        of(
            asked(1, "2026-11-20", "2026-12-04", "open", "school-directeur"),
            asked(2, "2026-11-21", "2026-12-09", "heropend", "school-ib"));

    assertThat(inquiries).extracting(InquirySpec::number).containsExactly('2');
    assertThat(inquiries.getFirst().state()).isEqualTo("anders");
  }

  private static char number(Inquiry inquiry) {
    return inquiry.exchange().charAt(35);
  }

  private static List<Inquiry> of(String... questions) throws IOException {
    return InquiryPages.of(
        new JsonMapper().readTree("{\"vragen\": [" + String.join(",", questions) + "]}"),
        SCHOOL,
        OwnCheck.of(Optional.empty()),
        Instant.parse("2026-11-27T09:00:00Z"));
  }

  private static String asked(int number, String since, String due, String state, String role) {
    return """
    {"transactie": "00000000-0000-4000-8000-00000000000%d", "kant": "ontvangen",
     "doel": "vt-informatieverzoek", "stand": "%s", "gevraagd": ["K07"],
     "van": {"oin": "00000099000000302000", "rol": "veilig-thuis"},
     "aan": {"oin": "00000099000000201000", "rol": "%s"},
     "gesteldOp": "%sT09:00:00Z", "uiterlijk": "%sT23:00:00Z"}
    """
        .formatted(number, state, role, since, due);
  }
}
