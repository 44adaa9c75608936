package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadDisclosuresSpec {
  private static final String NAME = "{\"voornaam\":\"Sanne\"}";

  private final Partners partners = new Partners();
  private final Forged forged = new Forged(partners);

  @Test
  void a_disclosure_of_another_message_is_refused() {
    var other = new Forged(partners).disclose("K09", NAME).text();

    assertThat(forged.refusalOf(forged.disclose("K01", NAME).text() + lastOf(other)))
        .isEqualTo(FaultCode.DIGEST_ONBEKEND);
  }

  @Test
  void a_disclosure_with_another_value_than_was_signed_is_refused() {
    var text = forged.disclose("K01", NAME).text();
    var changed =
        Base64Url.encode(
            "[\"AAAAAAAAAAAAAAAAAAAAAA\",\"K01\",{}]"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(forged.refusalOf(text.replace(lastOf(text), changed + "~")))
        .isEqualTo(FaultCode.DIGEST_ONBEKEND);
  }

  @Test
  void the_same_disclosure_twice_is_refused() {
    var text = forged.disclose("K01", NAME).text();

    assertThat(forged.refusalOf(text + lastOf(text))).isEqualTo(FaultCode.ONDERDEEL_DUBBEL);
  }

  @Test
  void two_disclosures_of_one_name_are_refused() {
    assertThat(forged.disclose("K01", NAME).disclose("K01", "{}").refusal())
        .isEqualTo(FaultCode.ONDERDEEL_NAAM_DUBBEL);
  }

  @Test
  void a_digest_listed_twice_is_refused() {
    assertThat(
            forged
                .digests(
                    all -> {
                      all.set(1, all.get(0));
                      return all;
                    })
                .refusal())
        .isEqualTo(FaultCode.DIGEST_DUBBEL);
  }

  @Test
  void more_or_fewer_than_thirty_two_digests_are_refused() {
    assertThat(forged.digests(all -> all.subList(0, 31)).refusal())
        .isEqualTo(FaultCode.DIGESTS_NIET_TWEEENDERTIG);
    assertThat(new Forged(partners).digests(this::oneMore).refusal())
        .isEqualTo(FaultCode.DIGESTS_NIET_TWEEENDERTIG);
    assertThat(new Forged(partners).digests(all -> List.of()).refusal())
        .isEqualTo(FaultCode.DIGESTS_NIET_TWEEENDERTIG);
  }

  private List<String> oneMore(List<String> all) {
    var more = new ArrayList<>(all);
    more.add("_".repeat(42) + "w");
    return more;
  }

  @Test
  void digests_out_of_order_are_refused_because_the_order_would_tell() {
    assertThat(
            forged
                .digests(
                    all -> {
                      Collections.swap(all, 3, 4);
                      return all;
                    })
                .refusal())
        .isEqualTo(FaultCode.DIGESTS_NIET_GESORTEERD);
  }

  @Test
  void a_digest_that_is_no_base64url_of_32_bytes_is_refused() {
    for (var wrong : new String[] {"kort", "_".repeat(43), "_".repeat(64), " ".repeat(43)}) {
      assertThat(
              new Forged(partners)
                  .digests(
                      all -> {
                        all.set(31, wrong);
                        return all;
                      })
                  .refusal())
          .isEqualTo(FaultCode.VELD_ONGELDIG);
    }
  }

  @Test
  void digests_that_are_no_list_of_texts_are_refused() {
    for (var wrong : new String[] {"\"x\"", "{}", "null", "7"}) {
      assertThat(new Forged(partners).claim("_sd", wrong).refusal())
          .isEqualTo(FaultCode.VELD_ONGELDIG);
    }
    assertThat(new Forged(partners).claim("_sd", "[" + "1,".repeat(31) + "1]").refusal())
        .isEqualTo(FaultCode.VELD_ONGELDIG);
  }

  @Test
  void another_digest_algorithm_or_none_is_refused() {
    for (var algorithm :
        new String[] {"\"sha-512\"", "\"sha-256-32\"", "\"md5\"", "\"SHA-256\"", "1"}) {
      assertThat(new Forged(partners).claim("_sd_alg", algorithm).refusal())
          .isEqualTo(FaultCode.DIGEST_ALGORITME_ONJUIST);
    }
    assertThat(new Forged(partners).without("_sd_alg").refusal())
        .isEqualTo(FaultCode.VELD_ONTBREEKT);
  }

  @Test
  void a_disclosure_of_two_or_four_elements_is_refused() {
    for (var wrong : new String[] {"[\"@\",\"K01\"]", "[\"@\",\"K01\",{},1]", "[\"@\"]", "[]"}) {
      assertThat(new Forged(partners).disclosure(wrong.replace("@", Forged.SALT)).refusal())
          .isEqualTo(FaultCode.ONDERDEEL_ONGELDIG);
    }
  }

  @Test
  void a_disclosure_that_is_no_list_or_has_no_text_as_name_is_refused() {
    for (var wrong :
        new String[] {"{}", "\"x\"", "[1,\"K01\",{}]", "[\"@\",1,{}]", "[\"@\",null,{}]"}) {
      assertThat(new Forged(partners).disclosure(wrong.replace("@", Forged.SALT)).refusal())
          .isEqualTo(FaultCode.ONDERDEEL_ONGELDIG);
    }
  }

  @Test
  void a_reserved_name_is_refused() {
    for (var name : new String[] {"_sd", "..."}) {
      assertThat(new Forged(partners).disclose(name, "\"x\"").refusal())
          .isEqualTo(FaultCode.ONDERDEEL_NAAM_ONBEKEND);
    }
  }

  @Test
  void a_name_that_the_signed_part_already_has_is_refused() {
    for (var name : new String[] {"iss", "exp", "aan", "cnf", "_sd_alg"}) {
      assertThat(new Forged(partners).disclose(name, "\"x\"").refusal())
          .isIn(FaultCode.ONDERDEEL_NAAM_DUBBEL, FaultCode.ONDERDEEL_NAAM_ONBEKEND);
    }
  }

  @Test
  void a_term_that_is_a_disclosure_is_refused() {
    assertThat(forged.without("exp").disclose("exp", "1").refusal())
        .isEqualTo(FaultCode.VELD_ONTBREEKT);
  }

  @Test
  void a_name_outside_the_closed_list_is_refused() {
    for (var name :
        new String[] {
          "K20", "K1", "k01", "", "naam", "voorwaarde:", "voorwaarde:A", "noodzaak:K99"
        }) {
      assertThat(new Forged(partners).disclose(name, "{}").refusal())
          .isEqualTo(FaultCode.ONDERDEEL_NAAM_ONBEKEND);
    }
  }

  @Test
  void digests_inside_a_value_are_refused() {
    for (var nested :
        new String[] {
          "{\"_sd\":[]}",
          "{\"a\":{\"_sd\":[\"x\"]}}",
          "{\"a\":[{\"...\":\"x\"}]}",
          "{\"...\":\"x\"}"
        }) {
      assertThat(new Forged(partners).disclose("K01", nested).refusal())
          .isIn(FaultCode.DIGESTS_GENEST, FaultCode.VELD_ONGELDIG);
    }
    assertThat(
            new Forged(partners)
                .claim("van", "{\"oin\":\"00000099000000000010\",\"rol\":\"school-ib\",\"_sd\":[]}")
                .refusal())
        .isEqualTo(FaultCode.VELD_ONBEKEND);
  }

  @Test
  void a_short_or_respelled_salt_is_refused() {
    for (var salt :
        new String[] {
          "", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAA+/"
        }) {
      assertThat(new Forged(partners).disclosure("[\"" + salt + "\",\"K01\",{}]").refusal())
          .isEqualTo(FaultCode.ZOUT_TE_ZWAK);
    }
  }

  @Test
  void a_disclosure_spelled_with_spare_bits_is_refused_even_when_its_digest_is_listed() {
    var clean =
        Base64Url.encode(
            "[\"AAAAAAAAAAAAAAAAAAAAAA\",\"K01\",{}  ]"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    char last = clean.charAt(clean.length() - 1);
    var respelled = clean.substring(0, clean.length() - 1) + (char) (last + 1);

    assertThat(forged.encodedDisclosure(respelled).refusal())
        .isEqualTo(FaultCode.BASE64_NIET_CANONIEK);
  }

  @Test
  void thirty_three_or_ten_thousand_disclosures_are_refused_before_any_is_read() {
    var jwt = forged.jwt();

    assertThat(forged.refusalOf(jwt + "~" + "YQ~".repeat(33)))
        .isEqualTo(FaultCode.TE_VEEL_ONDERDELEN);
    assertThat(forged.refusalOf(jwt + "~" + "YQ~".repeat(10_000)))
        .isEqualTo(FaultCode.TE_VEEL_ONDERDELEN);
  }

  @Test
  void a_value_of_the_wrong_shape_is_refused() {
    var wrongs =
        List.of(
            List.of("betrokkene", "{\"soort\":\"naam\",\"waarde\":\"x\"}"),
            List.of("betrokkene", "{\"soort\":\"bsn\"}"),
            List.of("betrokkene", "\"999990019\""),
            List.of("handelend", "{\"id\":\"x\",\"functie\":\"y\",\"naam\":\"z\"}"),
            List.of("bijGedeeltelijk", "\"alles\""),
            List.of("vervolgOp", "\"kort\""),
            List.of("voorwaarde:besproken-met-ouders", "{\"datum\":20261103}"),
            List.of("voorwaarde:besproken-met-ouders", "{}"),
            List.of("noodzaak:K10", "\" \""),
            List.of("meldcode", "[]"),
            List.of("K01", "[]"),
            List.of("K01", "null"));
    for (var wrong : wrongs) {
      assertThat(new Forged(partners).disclose(wrong.get(0), wrong.get(1)).refusal())
          .as(wrong.toString())
          .isEqualTo(FaultCode.ONDERDEEL_WAARDE_ONGELDIG);
    }
  }

  private static String lastOf(String text) {
    return text.substring(text.lastIndexOf('~', text.length() - 2) + 1);
  }
}
