package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import org.junit.jupiter.api.Test;

class MessageVerifierSpec {
  private final Partners partners = new Partners();

  @Test
  void a_message_in_order_tells_who_sends_what_to_whom_and_what_for() throws MessageFault {
    var sent = partners.signal().jti("AAAAAAAAAAAAAAAAAAAAAAAA").sign();

    var message = partners.verified(sent.text());

    assertThat(message.signer()).isEqualTo(Partners.SCHOOL);
    assertThat(message.from()).isEqualTo(Partners.FROM);
    assertThat(message.to()).isEqualTo(Partners.TO);
    assertThat(message.purpose()).isEqualTo(Partners.SIGNAL);
    assertThat(message.jti()).isEqualTo("AAAAAAAAAAAAAAAAAAAAAAAA");
    assertThat(message.issuedAt()).isEqualTo(Partners.NOW);
    assertThat(message.categories()).containsExactly(DataCategory.K01, DataCategory.K09);
    assertThat(message.sealed()).isEmpty();
    assertThat(message.subject())
        .contains(new Reference(ReferenceKind.EIGEN_KENMERK, "leerling-4711"));
    assertThat(message.acting()).contains(new Acting("med-77", "intern begeleider"));
    assertThat(message.partial()).isEqualTo(PartialDelivery.WEIGER);
    assertThat(message.conditions()).containsOnlyKeys("besproken-met-ouders");
  }

  @Test
  void minimising_keeps_the_exact_bytes_of_what_may_pass_and_nothing_else() throws MessageFault {
    var sent = partners.signal().sign();
    var parts = sent.text().split("~", -1);

    var presentation = partners.verified(sent.text()).minimise(Set.of("K09", "K01"));

    assertThat(presentation.text()).isEqualTo(parts[0] + "~" + parts[4] + "~" + parts[5] + "~");
    assertThat(presentation.names()).containsExactly("K01", "K09");
  }

  @Test
  void what_was_stored_can_be_taken_up_and_made_smaller_still() throws MessageFault {
    var stored = partners.verified(partners.signal().sign().text()).minimise(Set.of("K01", "K09"));

    var again = Presentation.restore(stored.text());

    assertThat(again.text()).isEqualTo(stored.text());
    assertThat(again.minimise(Set.of("K01")).names()).containsExactly("K01");
  }

  @Test
  void nothing_that_is_printed_holds_content() throws MessageFault {
    var message = partners.verified(partners.signal().sign().text());

    assertThat(message + "" + message.subject() + message.minimise(Set.of("K01")))
        .doesNotContain("Sanne", "slaapt", "4711");
  }
}
