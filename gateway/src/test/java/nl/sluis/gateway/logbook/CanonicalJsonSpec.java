package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalJsonSpec {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static String canonical(String json) throws Exception {
    return new String(CanonicalJson.encode(MAPPER.readTree(json)), StandardCharsets.UTF_8);
  }

  @Test
  void members_are_ordered_by_code_unit_and_white_space_is_gone() throws Exception {
    // The example of RFC 8785, 3.2.3, as far as its values are those of the logbook.
    var json =
        "{ \"\\u20ac\": \"Euro\", \"\\r\": \"cr\", \"\\ufb33\": \"dalet\", \"1\": \"one\","
            + " \"\\ud83d\\ude00\": \"smile\", \"\\u0080\": \"control\", \"\\u00f6\": \"o\" }";

    assertThat(canonical(json))
        .isEqualTo(
            "{\"\\r\":\"cr\",\"1\":\"one\",\"\u0080\":\"control\",\"\u00f6\":\"o\","
                + "\"\u20ac\":\"Euro\",\"\ud83d\ude00\":\"smile\",\"\ufb33\":\"dalet\"}");
  }

  @Test
  void only_what_must_be_escaped_is_escaped() throws Exception {
    assertThat(canonical("[\"\\u001f\\u0009/\\/\\\"\\\\é\", -5, 0, true, null, [], {}]"))
        .isEqualTo("[\"\\u001f\\t//\\\"\\\\é\",-5,0,true,null,[],{}]");
  }

  @Test
  void values_that_have_no_place_in_the_logbook_are_refused() {
    for (var json : List.of("[1.5]", "[1e3]", "[9007199254740992]", "[\"\\ud800\"]")) {
      assertThatThrownBy(() -> canonical(json)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_verifier_reads_what_the_writer_writes_and_no_other_form_of_it() throws Exception {
    var random = new Random(7);

    for (var round = 0; round < 2_000; round++) {
      var value = object(random, 3);
      var bytes = CanonicalJson.encode(value);
      assertThat(CanonicalCheck.read(bytes).map(CanonicalJson::encode)).hasValue(bytes);
    }
    for (var other :
        List.of(
            "{\"b\":1,\"a\":2}",
            "{\"a\":1,\"a\":2}",
            "{\"a\": 1}",
            "{\"a\":-0}",
            "{\"a\":1} ",
            "{\"a\":\"\\u00e9\"}",
            "{\"a\":1.0}",
            "[1]",
            "",
            "{\"a\":1}{}",
            "{\"a\":\"\\/\"}")) {
      assertThat(CanonicalCheck.read(other.getBytes(StandardCharsets.UTF_8))).as(other).isEmpty();
    }
  }

  private static ObjectNode object(Random random, int depth) {
    var object = JsonNodeFactory.instance.objectNode();
    for (var member = random.nextInt(4); member >= 0; member--) {
      var name = text(random);
      switch (random.nextInt(depth > 0 ? 5 : 4)) {
        case 0 -> object.put(name, text(random));
        case 1 -> object.put(name, random.nextInt());
        case 2 -> object.put(name, random.nextBoolean());
        case 3 -> object.putArray(name).add(text(random)).addNull();
        default -> object.set(name, object(random, depth - 1));
      }
    }
    return object;
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (var at = random.nextInt(6); at >= 0; at--) {
      var point = random.nextInt(random.nextBoolean() ? 0x80 : 0x11000);
      text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 0x1f600 : point);
    }
    return text.toString();
  }
}
