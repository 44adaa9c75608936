package nl.sluis.gateway.message;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SdJwtVectorsSpec {
  private static final Pattern POINT = Pattern.compile(" x: (\\S+)\\s+y: (\\S+)");
  private static final StrictJson JSON = new StrictJson(64, 64 * 1024);

  @TestFactory
  Stream<DynamicTest> what_others_generated_reads_as_they_say() {
    return Vectors.tests(
        "sd-jwt/generated",
        folder ->
            Vectors.below(folder, "sd_jwt_presentation.txt").stream()
                .map(file -> DynamicTest.dynamicTest(name(folder, file), () -> compare(file))));
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(requireNonNull(file.getParent())).toString();
  }

  private static void compare(Path presentation) throws MessageFault, ParseException {
    var folder = requireNonNull(presentation.getParent());
    var issuer = point(Vectors.text(folder.resolveSibling("settings.yml")));

    var issued = envelope(folder.resolve("sd_jwt_issuance.txt"), issuer);
    var presented = envelope(presentation, issuer);

    assertThat(issued.payload()).isEqualTo(json(folder.resolve("sd_jwt_payload.json")));
    assertThat(resolved(presented)).isEqualTo(json(folder.resolve("verified_contents.json")));
    var everything = resolved(issued);
    for (var claim : json(folder.resolve("user_claims.json")).properties()) {
      assertThat(everything.get(claim.getKey())).isEqualTo(claim.getValue());
    }
    if (Files.exists(folder.resolve("kb_jwt_payload.json"))) {
      checkBinding(presented, json(folder.resolve("kb_jwt_payload.json")));
    }
  }

  private static Envelope envelope(Path file, JWK issuer) throws MessageFault {
    var envelope = Envelope.read(Vectors.text(file).getBytes(StandardCharsets.UTF_8));
    new SignatureCheck()
        .check(issuer, "ES256", envelope.signingInput(), Base64Url.decode(envelope.signature()));
    return envelope;
  }

  private static ObjectNode resolved(Envelope envelope) throws MessageFault {
    List<Disclosure> disclosures = new ArrayList<>();
    for (var encoded : envelope.disclosures()) {
      disclosures.add(Disclosure.read(encoded, JSON));
    }
    return SdJwt.resolve(envelope.payload(), disclosures);
  }

  private static void checkBinding(Envelope presented, ObjectNode expected)
      throws MessageFault, ParseException {
    var jws = Jws.split(presented.keyBinding(), FaultCode.SLEUTELBINDING_ONGELDIG);
    var holder = JWK.parse(presented.payload().at("/cnf/jwk").toString());
    var input = jws.header() + "." + jws.payload();
    new SignatureCheck()
        .check(
            holder,
            "ES256",
            input.getBytes(StandardCharsets.US_ASCII),
            Base64Url.decode(jws.signature()));
    var kept = new ArrayList<Disclosure>();
    for (var encoded : presented.disclosures()) {
      kept.add(Disclosure.read(encoded, JSON));
    }
    var presentation = new Presentation(presented.jwt(), kept, new BindingKey("x", "y"));
    assertThat(JSON.object(Base64Url.decode(jws.payload()))).isEqualTo(expected);
    assertThat(presentation.sdHash()).isEqualTo(expected.path("sd_hash").textValue());
  }

  private static JWK point(String settings) {
    var found = POINT.matcher(settings);
    assertThat(found.find()).isTrue();
    return new ECKey.Builder(
            Curve.P_256, new Base64URL(found.group(1)), new Base64URL(found.group(2)))
        .build();
  }

  private static ObjectNode json(Path file) throws MessageFault {
    return JSON.object(Vectors.text(file).getBytes(StandardCharsets.UTF_8));
  }
}
