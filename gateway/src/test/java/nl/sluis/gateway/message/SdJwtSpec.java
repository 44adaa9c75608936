package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdJwtSpec {
  private static final StrictJson JSON = StrictJson.BODIES;

  @Test
  void a_digest_in_two_places_is_refused() throws MessageFault {
    var name = disclosure("[\"zout\",\"naam\",\"Sanne\"]");
    var payload = "{\"_sd\":[\"%1$s\"],\"kind\":{\"_sd\":[\"%1$s\"]}}".formatted(name.digest());

    assertThat(refusal(payload, name)).isEqualTo(FaultCode.DIGEST_DUBBEL);
  }

  @Test
  void a_digest_listed_again_inside_a_disclosure_is_refused() throws MessageFault {
    var name = disclosure("[\"zout\",\"naam\",\"Sanne\"]");
    var child = disclosure("[\"zout\",\"kind\",{\"_sd\":[\"" + name.digest() + "\"]}]");
    var payload = "{\"_sd\":[\"%s\",\"%s\"]}".formatted(name.digest(), child.digest());

    assertThat(refusal(payload, name, child)).isEqualTo(FaultCode.DIGEST_DUBBEL);
  }

  @Test
  void an_element_disclosed_as_a_claim_or_a_claim_as_an_element_is_refused() throws MessageFault {
    var element = disclosure("[\"zout\",\"Sanne\"]");
    var claim = disclosure("[\"zout\",\"naam\",\"Sanne\"]");

    assertThat(refusal("{\"_sd\":[\"%s\"]}".formatted(element.digest()), element))
        .isEqualTo(FaultCode.ONDERDEEL_ONGELDIG);
    assertThat(refusal("{\"namen\":[{\"...\":\"%s\"}]}".formatted(claim.digest()), claim))
        .isEqualTo(FaultCode.ONDERDEEL_ONGELDIG);
  }

  @Test
  void a_claim_that_is_already_there_is_refused_at_every_level() throws MessageFault {
    var name = disclosure("[\"zout\",\"naam\",\"Sanne\"]");
    var payload = "{\"kind\":{\"naam\":\"Tim\",\"_sd\":[\"%s\"]}}".formatted(name.digest());

    assertThat(refusal(payload, name)).isEqualTo(FaultCode.ONDERDEEL_NAAM_DUBBEL);
  }

  @Test
  void dots_outside_an_element_of_their_own_are_refused() {
    assertThat(refusal("{\"...\":\"x\"}")).isEqualTo(FaultCode.DIGESTS_GENEST);
    assertThat(refusal("{\"namen\":[{\"...\":\"x\",\"y\":1}]}"))
        .isEqualTo(FaultCode.DIGESTS_GENEST);
  }

  @Test
  void digests_that_are_no_list_of_texts_are_refused_at_every_level() {
    assertThat(refusal("{\"kind\":{\"_sd\":{}}}")).isEqualTo(FaultCode.VELD_ONGELDIG);
    assertThat(refusal("{\"kind\":{\"_sd\":[7]}}")).isEqualTo(FaultCode.VELD_ONGELDIG);
    assertThat(refusal("{\"namen\":[{\"...\":7}]}")).isEqualTo(FaultCode.VELD_ONGELDIG);
  }

  @Test
  void a_disclosure_that_only_hangs_on_a_withheld_one_is_refused() throws MessageFault {
    var name = disclosure("[\"zout\",\"naam\",\"Sanne\"]");
    var child = disclosure("[\"zout\",\"kind\",{\"_sd\":[\"" + name.digest() + "\"]}]");
    var payload = "{\"_sd\":[\"%s\"]}".formatted(child.digest());

    assertThat(refusal(payload, name)).isEqualTo(FaultCode.DIGEST_ONBEKEND);
    assertThat(SdJwt.resolve(object(payload), List.of(name, child)))
        .isEqualTo(object("{\"kind\":{\"naam\":\"Sanne\"}}"));
  }

  private static Disclosure disclosure(String json) throws MessageFault {
    return Disclosure.read(Base64Url.encode(json.getBytes(StandardCharsets.UTF_8)), JSON);
  }

  private static ObjectNode object(String json) throws MessageFault {
    return JSON.object(json.getBytes(StandardCharsets.UTF_8));
  }

  private static FaultCode refusal(String payload, Disclosure... disclosures) {
    try {
      SdJwt.resolve(object(payload), List.of(disclosures));
    } catch (MessageFault fault) {
      return fault.code();
    }
    throw new AssertionError("the payload was taken");
  }
}
