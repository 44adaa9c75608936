package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class JoseCookbookSpec {
  private static final String FOLDER = "jose-cookbook-rfc7520";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Partners partners = new Partners();

  @TestFactory
  Stream<DynamicTest> a_signature_counts_only_with_an_algorithm_of_our_list() {
    return Vectors.tests(
        FOLDER,
        folder ->
            Vectors.below(folder, ".json").stream()
                .flatMap(file -> signatures(file).stream())
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> judgeSignature(one))));
  }

  @TestFactory
  Stream<DynamicTest> nothing_sealed_in_another_way_than_ours_is_taken() {
    return Vectors.tests(
        FOLDER,
        folder ->
            Vectors.below(folder, ".json").stream()
                .flatMap(file -> sealings(file).stream())
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> judgeSealing(one))));
  }

  private record Signed(String name, JsonNode key, String compact) {}

  private record Sealed(String name, String text) {}

  private static void judgeSignature(Signed signed) throws Exception {
    var key = JWK.parse(signed.key().toString());
    var parts = signed.compact().split("\\.", -1);
    var input = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
    var algorithm = JSON.readTree(Base64Url.decode(parts[0])).path("alg").asText();

    if (algorithm.equals("ES256") || algorithm.equals("PS256")) {
      new SignatureCheck().check(key, algorithm, input, Base64Url.decode(parts[2]));
      return;
    }
    assertThatThrownBy(
            () -> new SignatureCheck().check(key, algorithm, input, Base64Url.decode(parts[2])))
        .isInstanceOf(MessageFault.class)
        .hasMessageStartingWith("algoritme-");
    assertThat(new Forged(new Partners()).refusalOf(signed.compact() + "~")).isNotNull();
  }

  private void judgeSealing(Sealed sealed) throws MessageFault {
    var text = JSON.getNodeFactory().textNode(sealed.text());
    var message = partners.verified(partners.signal().disclose("K10", text).sign().text());
    var anybody = new SealedCheck((oin, kid) -> Optional.of(partners.coachKey));

    assertThatThrownBy(() -> anybody.check(message))
        .isInstanceOfSatisfying(
            MessageFault.class,
            fault ->
                assertThat(fault.code())
                    .isIn(
                        FaultCode.VERZEGELING_ALGORITME_ONJUIST,
                        FaultCode.VERZEGELING_VORM_ONJUIST));
  }

  private static List<Signed> signatures(Path file) {
    var found = new ArrayList<Signed>();
    for (var example : examples(file)) {
      var compact = example.at("/output/compact").textValue();
      if (example.has("signing") && compact != null && example.at("/input/key").isObject()) {
        found.add(new Signed(name(file), example.at("/input/key"), compact));
      }
    }
    return found;
  }

  private static List<Sealed> sealings(Path file) {
    var found = new ArrayList<Sealed>();
    for (var example : examples(file)) {
      if (example.has("encrypting_content")) {
        example
            .path("output")
            .forEach(
                form ->
                    found.add(
                        new Sealed(name(file), form.isTextual() ? form.asText() : "" + form)));
      }
    }
    return found;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static List<JsonNode> examples(Path file) {
    try {
      var node = JSON.readTree(Vectors.text(file));
      return Arrays.asList(node, node.path("sign"), node.path("encrypt"));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
