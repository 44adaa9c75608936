package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.sluis.gateway.client.Draft;

/// What can deliberately be wrong with a message; named after the defect. Immutable.
///
/// @param word the word in a scenario
/// @param before what is changed before it is signed
/// @param after what is changed in the bytes afterwards
record MessageFaultKind(String word, Consumer<Draft> before, UnaryOperator<String> after) {
  private static final String SALT = "A".repeat(22);

  static final Map<String, MessageFaultKind> WORDS = new TreeMap<>();

  static {
    beforeSigning("hs256", (header, _) -> header.put("alg", "HS256"));
    beforeSigning(
        "onbekende-kop", (header, _) -> header.put("jku", "https://voorbeeld.example/sleutels"));
    beforeSigning("onbekende-sleutel", (header, _) -> header.put("kid", "bestaat-niet"));
    beforeSigning("verkeerde-typ", (header, _) -> header.put("typ", "JWT"));
    beforeSigning("kritieke-kop", (header, _) -> header.putArray("crit").add("b64"));
    beforeSigning("verkeerde-aud", (_, payload) -> payload.put("aud", "00000099000000999000"));
    beforeSigning("verkeerde-iss", (_, payload) -> payload.put("iss", "00000099000000999000"));
    beforeSigning("verlopen", (_, payload) -> shift(payload, -7200));
    beforeSigning("klok-loopt-voor", (_, payload) -> shift(payload, 120));
    beforeSigning(
        "te-lang-geldig",
        (_, payload) -> payload.put("exp", payload.path("iat").asLong() + 86_400));
    beforeSigning("onbekend-veld", (_, payload) -> payload.put("naam", "niet toegestaan"));
    beforeSigning(
        "andere-bindsleutel",
        (_, payload) -> ((ObjectNode) payload.at("/cnf/jwk")).put("x", "A".repeat(43)));
    beforeSigning("ander-digest-algoritme", (_, payload) -> payload.put("_sd_alg", "md5"));
    beforeSigning("te-weinig-digests", (_, payload) -> payload.putArray("_sd").add("A".repeat(43)));
    beforeSigning("dubbele-digest", (_, payload) -> doubledDigest(payload));
    beforeSigning("ongesorteerde-digests", (_, payload) -> swappedDigests(payload));
    beforeSigning("ander-algoritme", (header, _) -> header.put("alg", "PS256"));
    beforeSigning("te-lange-tekst", (_, payload) -> payload.put("doel", "a".repeat(8_200)));
    beforeSigning("te-grote-jwt", (_, payload) -> payload.put("doel", "a".repeat(16_000)));
    beforeSigning(
        "verzegeling-van-ander-bericht",
        (_, payload) -> payload.put("jti", UUID.randomUUID().toString().replace("-", "")));
    WORDS.put(
        "onthuld-lokdigest",
        new MessageFaultKind(
            "onthuld-lokdigest",
            draft -> draft.disclose("lokdigest", JsonNodeFactory.instance.textNode("niets")),
            UnaryOperator.identity()));
    afterwards("kapotte-handtekening", MessageFaultKind::brokenSignature);
    afterwards("dubbele-disclosure", text -> text + parts(text)[1] + "~");
    afterwards(
        "extra-disclosure", text -> text + disclosure("[\"" + SALT + "\",\"K19\",{}]") + "~");
    afterwards("gewijzigde-disclosure", MessageFaultKind::changedDisclosure);
    afterwards(
        "disclosure-dubbele-sleutel",
        text -> text + disclosure("[\"" + SALT + "\",\"K19\",{\"a\":1,\"a\":2}]") + "~");
    afterwards(
        "ongeldige-utf8",
        text -> text + encoded(new byte[] {'[', '"', (byte) 0xff, '"', ']'}) + "~");
    afterwards(
        "nul-teken", text -> text + disclosure("[\"" + SALT + "\",\"K19\",\"\\u0000\"]") + "~");
    afterwards(
        "losse-surrogaat",
        text -> text + disclosure("[\"" + SALT + "\",\"K19\",\"\\ud800\"]") + "~");
    afterwards(
        "diep-genest",
        text ->
            text
                + disclosure("[\"" + SALT + "\",\"K19\"," + "[".repeat(50) + "]".repeat(50) + "]")
                + "~");
    afterwards(
        "byte-order-mark", text -> text + disclosure("\ufeff[\"" + SALT + "\",\"K19\",{}]") + "~");
    afterwards(
        "getal-met-exponent", text -> text + disclosure("[\"" + SALT + "\",\"K19\",1e5]") + "~");
    afterwards("afgekapte-json", text -> text + disclosure("[\"" + SALT + "\",\"K19\",") + "~");
    afterwards("disclosure-zonder-naam", text -> text + disclosure("[\"" + SALT + "\",{}]") + "~");
    afterwards("zwak-zout", text -> text + disclosure("[\"AAAA\",\"K19\",{}]") + "~");
    // The last letter sets a bit that two bytes do not need.
    afterwards("niet-canoniek", text -> text + "e31" + "~");
    afterwards("te-veel-disclosures", text -> text + (parts(text)[1] + "~").repeat(33));
    afterwards("te-groot", text -> text + "A".repeat(10 * 1024 * 1024) + "~");
    afterwards("geen-tilde", text -> text.substring(0, text.indexOf('~')));
    afterwards("opvulteken", text -> text.substring(0, text.length() - 1) + "=~");
    afterwards("regeleinde", text -> text + "\n");
    afterwards("sleutelbinding", text -> text + "e30.e30.AA");
    afterwards("dubbele-json-sleutel", MessageFaultKind::doubledPayloadKey);
    afterwards("alg-none", MessageFaultKind::unsigned);
  }

  private static void beforeSigning(String word, BiConsumer<ObjectNode, ObjectNode> alteration) {
    var kind =
        new MessageFaultKind(word, draft -> draft.altered(alteration), UnaryOperator.identity());
    WORDS.put(word, kind);
  }

  private static void afterwards(String word, UnaryOperator<String> change) {
    WORDS.put(word, new MessageFaultKind(word, _ -> {}, change));
  }

  void spoil(Draft draft) {
    before.accept(draft);
  }

  String spoil(String text) {
    return after.apply(text);
  }

  private static String[] parts(String text) {
    return text.split("~", -1);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String disclosure(String json) {
    return encoded(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String brokenSignature(String text) {
    int end = text.indexOf('~');
    int middle = end - 40;
    char other = text.charAt(middle) == 'A' ? 'B' : 'A';
    return text.substring(0, middle) + other + text.substring(middle + 1);
  }

  private static String changedDisclosure(String text) {
    var parts = parts(text);
    var json = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    parts[1] = disclosure(json.replaceFirst("\\[\"..", "[\"AA"));
    return String.join("~", parts);
  }

  private static String doubledPayloadKey(String text) {
    var jwt = text.substring(0, text.indexOf('~')).split("\\.", -1);
    var json = new String(Base64.getUrlDecoder().decode(jwt[1]), StandardCharsets.UTF_8);
    jwt[1] = disclosure("{\"doel\":\"iets-anders\"," + json.substring(1));
    return String.join(".", jwt) + text.substring(text.indexOf('~'));
  }

  private static String unsigned(String text) {
    var jwt = text.substring(0, text.indexOf('~')).split("\\.", -1);
    var header = new String(Base64.getUrlDecoder().decode(jwt[0]), StandardCharsets.UTF_8);
    jwt[0] = disclosure(header.replaceFirst("ES256|PS256", "none"));
    return jwt[0] + "." + jwt[1] + "." + text.substring(text.indexOf('~'));
  }

  private static void shift(ObjectNode payload, long seconds) {
    payload.put("iat", payload.path("iat").asLong() + seconds);
    payload.put("exp", payload.path("exp").asLong() + seconds);
  }

  private static void swappedDigests(ObjectNode payload) {
    var digests = payload.withArray("/_sd");
    var first = digests.get(0);
    digests.set(0, digests.get(1));
    digests.set(1, first);
  }

  private static void doubledDigest(ObjectNode payload) {
    var digests = payload.withArray("/_sd");
    digests.set(1, digests.get(0));
  }
}
