package nl.sluis.gateway.message;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.Opener;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;

/// The example on the page about the message, the same at every run but for the signatures.
///
/// The keys are those of RFC 7515 A.3, RFC 7517 A.2 and the SD-JWT examples: everybody has them.
final class WorkedExample {
  static final ECKey SENDER =
      key(
          "school-2026",
          "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
          "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
          "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI");
  static final ECKey RECEIVER =
      key(
          "cjg-enc-1",
          "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
          "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
          "870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE");
  static final ECKey BINDING =
      key(
          "sluis-kb-1",
          "TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc",
          "ZxjiWWbZMQGHVWKVQ4hbSIirsVfuecCE6t4jT9F2HZQ",
          "5K5SCos8zf9zRemGGUl6yfok-_NiiryNZsvANWMhF-I");
  static final SenderKeys SENDERS = Partners.senders(Partners.SCHOOL, SENDER.toPublicJWK());
  static final MessageVerifier VERIFIER =
      new MessageVerifier(Partners.SLUIS, SigningKeys.of(List.of(BINDING)));
  static final byte[] LEAF = Sha256.of("blad".getBytes(StandardCharsets.US_ASCII));
  static final Set<String> RELEASED = Set.of("voorwaarde:besproken-met-ouders", "K01", "K09");

  private WorkedExample() {}

  /// Opens what the example hands over.
  static Opener opener() {
    return new Opener(
        Partners.CJG,
        List.of(RECEIVER),
        Partners.SLUIS,
        List.of(BINDING),
        SENDERS,
        InstantSource.fixed(Partners.NOW));
  }

  /// The parts of the page that a machine writes, by name.
  static Map<String, String> blocks() throws MessageFault {
    var builder =
        new MessageBuilder(
            Partners.SCHOOL,
            SENDER,
            Partners.SLUIS,
            BINDING,
            new Counting(),
            InstantSource.fixed(Partners.NOW));
    var draft =
        builder
            .draft(Partners.SIGNAL, Partners.FROM, Partners.TO)
            .subject(ReferenceKind.EIGEN_KENMERK, "leerling-4711")
            .acting("med-77", "intern begeleider")
            .partial(PartialDelivery.LEVER_REST)
            .condition("besproken-met-ouders", Map.of("datum", "2026-11-03"))
            .category(DataCategory.K01, Partners.object("voornaam", "Sanne"))
            .category(DataCategory.K09, Partners.object("signaal", "slaapt in de klas"));
    var text = draft.sign().text();
    var parts = text.split("~", -1);
    var jws = Jws.split(parts[0], FaultCode.VORM_SD_JWT_ONJUIST);
    var blocks = new LinkedHashMap<String, String>();
    blocks.put("kop", decoded(jws.header()));
    blocks.put("lading", decoded(jws.payload()));
    blocks.put("onderdelen", disclosures(List.of(parts).subList(1, parts.length - 1)));
    blocks.put("bericht", text);
    var message = verified(text);
    var binder = new KeyBinder(SigningKeys.of(List.of(BINDING)));
    blocks.put(
        "uitreiking", binder.bind(message.minimise(RELEASED), Partners.CJG, LEAF, Partners.NOW));
    var sealed = draft.sealed(DataCategory.K10, Partners.object("situatie", "druk"), RECEIVER);
    var withSealed = verified(sealed.sign().text());
    blocks.put("verzegeld", withSealed.disclosed().get("K10") == null ? "" : jwe(withSealed));
    blocks.put("fouten", faults());
    return blocks;
  }

  static SignedMessage verified(String text) throws MessageFault {
    return VERIFIER.verify(text.getBytes(StandardCharsets.UTF_8), SENDERS, Partners.NOW);
  }

  private static String jwe(SignedMessage message) {
    return message.disclosed().getOrDefault("K10", Partners.object("x", "x")).asText();
  }

  private static String disclosures(List<String> encoded) throws MessageFault {
    var lines = new StringBuilder();
    for (var one : encoded) {
      lines.append(decoded(one)).append('\n').append("  onderdeel ").append(one).append('\n');
      lines.append("  digest    ").append(Disclosure.digestOf(one)).append('\n');
    }
    return lines.toString().stripTrailing();
  }

  private static String faults() {
    var table = new StringBuilder();
    for (var code : FaultCode.values()) {
      table.append(
          "| `%s` | %s. | %s. |%n".formatted(code.code(), code.explanation(), code.remedy()));
    }
    return table.toString().stripTrailing();
  }

  static String decoded(String base64url) throws MessageFault {
    return new String(Base64Url.decode(base64url), StandardCharsets.UTF_8);
  }

  private static ECKey key(String kid, String x, String y, String d) {
    try {
      return ECKey.parse(
          "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}"
              .formatted(kid, x, y, d));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Salts that come out the same at every run, for a page only.
  private static final class Counting extends SecureRandom {
    private static final long serialVersionUID = 1;
    private int count;

    @Override
    public void nextBytes(byte[] bytes) {
      var block = Sha256.of(ByteBuffer.allocate(4).putInt(count++).array());
      System.arraycopy(block, 0, bytes, 0, bytes.length);
    }
  }
}
