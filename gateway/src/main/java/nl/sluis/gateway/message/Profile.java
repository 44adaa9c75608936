package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.policies.terms.DataCategory;

/// The closed list of what a message may disclose, and in which shape.
///
/// What a category holds inside is for its schema; whether it may pass is for the convenant.
final class Profile {
  static final String SUBJECT = "betrokkene";
  static final String ACTING = "handelend";
  static final String PARTIAL = "bijGedeeltelijk";
  static final String FOLLOWS = "vervolgOp";
  static final String MELDCODE = "meldcode";
  static final String CONDITION = "voorwaarde:";
  static final String NECESSITY = "noodzaak:";

  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern MEMBER = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final Set<String> REFERENCES = Set.of("eigen-kenmerk", "koppelcode", "bsn");
  private static final Set<String> PARTIALS = Set.of("lever-rest", "weiger");
  private static final int MOST_MEMBERS = 8;

  private Profile() {}

  static void check(Disclosure disclosure) throws MessageFault {
    var name = disclosure.name().orElseThrow();
    var value = disclosure.value();
    if (SdJwt.carriesDigests(value)) {
      throw new MessageFault(FaultCode.DIGESTS_GENEST);
    }
    if (!isKnown(name)) {
      throw new MessageFault(FaultCode.ONDERDEEL_NAAM_ONBEKEND);
    }
    boolean sealed = value.isTextual() && DataCategory.of(name).isPresent();
    if (!sealed) {
      checkTexts(value);
    }
    if (!sealed && !isShaped(name, value)) {
      throw new MessageFault(FaultCode.ONDERDEEL_WAARDE_ONGELDIG, name);
    }
  }

  private static boolean isKnown(String name) {
    return switch (name) {
      case SUBJECT, ACTING, PARTIAL, FOLLOWS, MELDCODE -> true;
      default ->
          DataCategory.of(name).isPresent()
              || isCondition(name)
              || (name.startsWith(NECESSITY)
                  && DataCategory.of(name.substring(NECESSITY.length())).isPresent());
    };
  }

  private static boolean isCondition(String name) {
    return name.startsWith(CONDITION)
        && name.length() <= CONDITION.length() + 60
        && CODE.matcher(name.substring(CONDITION.length())).matches();
  }

  private static boolean isShaped(String name, JsonNode value) {
    return switch (name) {
      case SUBJECT ->
          isTexts(value, Set.of("soort", "waarde"), 100)
              && REFERENCES.contains(value.path("soort").textValue());
      case ACTING -> isTexts(value, Set.of("id", "functie"), 100);
      case PARTIAL -> value.isTextual() && PARTIALS.contains(value.textValue());
      case FOLLOWS -> value.isTextual() && Claims.isJti(value.textValue());
      case MELDCODE -> value.isObject();
      default -> {
        if (isCondition(name)) {
          yield isTexts(value, Set.of(), StrictJson.TEXT);
        }
        yield name.startsWith(NECESSITY)
            ? value.isTextual() && !value.textValue().isBlank()
            : value.isObject();
      }
    };
  }

  /// An object of short texts; with exactly these members, or any when none are given.
  private static boolean isTexts(JsonNode value, Set<String> exactly, int longest) {
    if (!(value instanceof ObjectNode object)
        || object.isEmpty()
        || object.size() > MOST_MEMBERS
        || (!exactly.isEmpty() && object.size() != exactly.size())) {
      return false;
    }
    for (var member : object.properties()) {
      var text = member.getValue().textValue();
      if (text == null || text.isEmpty() || text.length() > longest) {
        return false;
      }
      if (exactly.isEmpty()
          ? !MEMBER.matcher(member.getKey()).matches()
          : !exactly.contains(member.getKey())) {
        return false;
      }
    }
    return true;
  }

  private static void checkTexts(JsonNode value) throws MessageFault {
    if (value.isTextual() && value.textValue().length() > StrictJson.TEXT) {
      throw new MessageFault(FaultCode.JSON_TEKST_TE_LANG);
    }
    for (var child : value) {
      checkTexts(child);
    }
  }
}
