package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BadJsonSpec {
  private static final StrictJson JSON = StrictJson.BODIES;

  private final Partners partners = new Partners();
  private final Forged forged = new Forged(partners);

  @Test
  void a_doubled_key_is_refused_in_header_payload_and_disclosure() {
    var header =
        "{\"alg\":\"none\",\"alg\":\"ES256\",\"kid\":\"school-2026\",\"typ\":\"sluis-bericht+sd-jwt\"}";

    assertThat(new Forged(partners).header(header).refusal())
        .isEqualTo(FaultCode.JSON_DUBBELE_SLEUTEL);
    assertThat(
            new Forged(partners)
                .payloadText(json -> json.replace("\"exp\"", "\"iat\":1,\"exp\""))
                .refusal())
        .isEqualTo(FaultCode.JSON_DUBBELE_SLEUTEL);
    assertThat(new Forged(partners).disclose("K01", "{\"a\":1,\"a\":2}").refusal())
        .isEqualTo(FaultCode.JSON_DUBBELE_SLEUTEL);
    assertThat(new Forged(partners).disclose("K01", "{\"a\":1,\"\\u0061\":2}").refusal())
        .isEqualTo(FaultCode.JSON_DUBBELE_SLEUTEL);
  }

  @Test
  void nesting_two_hundred_deep_is_refused() {
    var deep = "[".repeat(200) + "]".repeat(200);

    assertThat(forged.disclose("K01", "{\"a\":" + deep + "}").refusal())
        .isEqualTo(FaultCode.JSON_TE_DIEP);
    assertThat(new Forged(partners).claim("doel", deep).refusal())
        .isEqualTo(FaultCode.JSON_TE_DIEP);
  }

  @Test
  void nesting_a_hundred_thousand_deep_costs_no_stack() {
    assertThat(refusal("[".repeat(100_000))).isEqualTo(FaultCode.JSON_TE_DIEP);
  }

  @Test
  void eight_levels_are_read_and_nine_are_not() throws MessageFault {
    assertThat(JSON.read(utf8("[[[[[[[[1]]]]]]]]")).size()).isEqualTo(1);
    assertThat(refusal("[[[[[[[[[1]]]]]]]]]")).isEqualTo(FaultCode.JSON_TE_DIEP);
  }

  @Test
  void invalid_utf8_is_refused() {
    // A stray continuation, a cut sequence, an overlong slash, a surrogate in UTF-8, above
    // U+10FFFF.
    var wrongs =
        new byte[][] {
          {(byte) 0x80},
          {(byte) 0xe2, (byte) 0x82},
          {(byte) 0xc0, (byte) 0xaf},
          {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
          {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80}
        };
    for (var wrong : wrongs) {
      var json = utf8("[\"" + Forged.SALT + "\",\"K01\",{\"a\":\"@\"}]");
      assertThat(new Forged(partners).disclosure(replaced(json, wrong)).refusal())
          .isEqualTo(FaultCode.UTF8_ONGELDIG);
    }
    UnaryOperator<byte[]> breakPurpose =
        bytes ->
            replaced(
                utf8(new String(bytes, StandardCharsets.UTF_8).replace("signaal", "@")),
                new byte[] {(byte) 0xff});
    assertThat(new Forged(partners).payload(breakPurpose).refusal())
        .isEqualTo(FaultCode.UTF8_ONGELDIG);
  }

  @Test
  void a_byte_order_mark_is_refused() {
    assertThat(new Forged(partners).payloadText(json -> "\ufeff" + json).refusal())
        .isEqualTo(FaultCode.JSON_BOM);
  }

  @Test
  void utf16_is_refused() {
    assertThat(forged.disclosure("[1]".getBytes(StandardCharsets.UTF_16LE)).refusal())
        .isEqualTo(FaultCode.JSON_ONGELDIG);
  }

  @Test
  void nul_is_refused_raw_and_escaped_in_names_and_values() {
    assertThat(refusal("\"\\u0000\"")).isEqualTo(FaultCode.JSON_NUL_TEKEN);
    assertThat(refusal("{\"a\\u0000b\":1}")).isEqualTo(FaultCode.JSON_NUL_TEKEN);
    assertThat(refusal("\"a\0b\"")).isEqualTo(FaultCode.JSON_ONGELDIG);
    assertThat(forged.disclose("K01", "{\"a\":\"\\u0000\"}").refusal())
        .isEqualTo(FaultCode.JSON_NUL_TEKEN);
  }

  @Test
  void lone_surrogates_are_refused_and_whole_pairs_are_read() throws MessageFault {
    for (var lone : new String[] {"\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800", "x\\ud83d"}) {
      assertThat(refusal("\"" + lone + "\"")).isEqualTo(FaultCode.JSON_LOS_SURROGAAT);
      assertThat(refusal("{\"" + lone + "\":1}")).isEqualTo(FaultCode.JSON_ONGELDIG);
    }
    assertThat(JSON.read(utf8("\"\\ud83d\\ude00\"")).textValue()).isEqualTo("😀");
  }

  @Test
  void whatever_follows_the_document_is_refused() {
    for (var rest : new String[] {"{}{}", "{} x", "[1],", "{}]", "1 2"}) {
      assertThat(refusal(rest)).isEqualTo(FaultCode.JSON_ONGELDIG);
    }
  }

  @Test
  void what_only_lenient_parsers_read_is_refused() {
    var lenient =
        new String[] {
          "",
          " ",
          "{'a':1}",
          "{a:1}",
          "[1,]",
          "{\"a\":1,}",
          "[1]//x",
          "/**/[1]",
          "NaN",
          "[Infinity]",
          "[01]",
          "[+1]",
          "[.5]",
          "[1.]",
          "[0x1]",
          "[\"\\x41\"]",
          "[\"a\tb\"]",
          "nul",
          "[tru]"
        };
    for (var json : lenient) {
      assertThat(refusal(json)).as(json).isEqualTo(FaultCode.JSON_ONGELDIG);
    }
  }

  @Test
  void numbers_that_parsers_read_differently_are_refused() {
    for (var number :
        new String[] {"9007199254740992", "1e5", "1E400", "-1e-400", "0.12345678901234567890"}) {
      assertThat(refusal(number)).as(number).isEqualTo(FaultCode.JSON_GETAL_ONGELDIG);
    }
  }

  @Test
  void a_number_of_a_hundred_thousand_digits_is_refused() {
    assertThat(refusal("9".repeat(100_000))).isEqualTo(FaultCode.JSON_GETAL_ONGELDIG);
  }

  @Test
  void a_text_of_more_than_eight_kibi_is_refused() {
    var text = "\"" + "a".repeat(8 * 1024 + 1) + "\"";

    assertThat(forged.disclose("noodzaak:K10", text).refusal())
        .isEqualTo(FaultCode.JSON_TEKST_TE_LANG);
    assertThat(new Forged(partners).disclose("K10", "{\"a\":" + text + "}").refusal())
        .isEqualTo(FaultCode.JSON_TEKST_TE_LANG);
  }

  @Test
  void a_refusal_never_quotes_what_was_sent() {
    try {
      JSON.read(utf8("{\"naam\":\"Sanne\" geheim}"));
    } catch (MessageFault fault) {
      assertThat(fault).hasMessage("json-ongeldig").hasNoCause();
    }
  }

  private static FaultCode refusal(String json) {
    try {
      JSON.read(utf8(json));
    } catch (MessageFault fault) {
      return fault.code();
    }
    throw new AssertionError("the JSON was taken");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replaced(byte[] json, byte[] wrong) {
    var latin = new String(json, StandardCharsets.ISO_8859_1);
    return latin
        .replace("@", new String(wrong, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
