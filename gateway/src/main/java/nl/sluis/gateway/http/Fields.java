package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.gateway.message.Reference;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Reads the fields of a JSON object, and gathers everything that is wrong before anything is done.
///
/// A field that nobody asked for is a fault: an unknown word may mean something to its sender. Used
/// by one thread.
final class Fields {
  private static final int MOST = 100;

  private final JsonNode object;
  private final String path;
  private final List<InputFault.Field> faults;
  private final List<InputFault.Field> unlikeDescribed;
  private final Set<String> asked = new HashSet<>();
  private final List<Fields> children = new ArrayList<>();

  Fields(ObjectNode object) {
    this(object, List.of());
  }

  /// The body of a request.
  ///
  /// @param unlikeDescribed in what it is not as the description says; told with what is found here
  Fields(ObjectNode object, List<InputFault.Field> unlikeDescribed) {
    this(object, "", new ArrayList<>(), unlikeDescribed);
  }

  /// An object that stands somewhere in the body, so that its faults say where.
  Fields(ObjectNode object, String path) {
    this(object, path, new ArrayList<>(), List.of());
  }

  private Fields(
      JsonNode object,
      String path,
      List<InputFault.Field> faults,
      List<InputFault.Field> unlikeDescribed) {
    this.object = object;
    this.path = path;
    this.faults = faults;
    this.unlikeDescribed = unlikeDescribed;
  }

  private String name(String field) {
    return path.isEmpty() || field.isEmpty() ? path + field : path + "." + field;
  }

  /// Adds what only its reader can see to be wrong.
  void fault(String field, String sentence, String remedy) {
    faults.add(new InputFault.Field(name(field), sentence, remedy));
  }

  private Optional<JsonNode> get(String field) {
    asked.add(field);
    return Optional.ofNullable(object.get(field)).filter(n -> !n.isNull());
  }

  /// A text; empty when it is not there.
  String text(String field) {
    var value = get(field);
    if (value.isEmpty()) {
      return "";
    }
    if (!value.get().isTextual()) {
      fault(field, "Dit is geen tekst", "Stuur een JSON-tekst");
      return "";
    }
    return value.get().asText();
  }

  /// One of these words; the first when it is not there.
  String oneOf(String field, String... words) {
    var word = text(field);
    if (word.isEmpty() || List.of(words).contains(word)) {
      return word.isEmpty() ? words[0] : word;
    }
    fault(field, "Dit woord bestaat hier niet", "Kies uit " + String.join(", ", words));
    return words[0];
  }

  /// A whole number between these bounds; empty when it is not there.
  OptionalInt number(String field, int least, int most) {
    var value = get(field);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    boolean whole = value.get().isIntegralNumber() && value.get().canConvertToInt();
    if (!whole || value.get().asInt() < least || value.get().asInt() > most) {
      fault(
          field,
          "Dit is geen geheel getal van " + least + " tot en met " + most,
          "Stuur een JSON-getal");
      return OptionalInt.empty();
    }
    return OptionalInt.of(value.get().asInt());
  }

  /// Yes or no; no when it is not there.
  boolean flag(String field) {
    var value = get(field);
    if (value.isPresent() && !value.get().isBoolean()) {
      fault(field, "Dit is geen ja of nee", "Stuur true of false");
    }
    return value.map(JsonNode::asBoolean).orElse(false);
  }

  /// A text, or a list of them; empty when it is not there.
  List<String> oneOrMore(String field) {
    boolean isList = get(field).filter(JsonNode::isArray).isPresent();
    var one = isList ? "" : text(field);
    return isList ? texts(field) : one.isEmpty() ? List.of() : List.of(one);
  }

  /// A list of texts; empty when it is not there.
  List<String> texts(String field) {
    var texts = new ArrayList<String>();
    for (var element : list(field)) {
      if (element.isTextual()) {
        texts.add(element.asText());
      } else {
        fault(field, "De lijst bevat iets anders dan tekst", "Stuur alleen teksten");
      }
    }
    return texts;
  }

  private List<JsonNode> list(String field) {
    var value = get(field);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!value.get().isArray() || value.get().size() > MOST) {
      fault(field, "Dit is geen lijst van ten hoogste honderd", "Stuur een JSON-lijst");
      return List.of();
    }
    var elements = new ArrayList<JsonNode>();
    value.get().forEach(elements::add);
    return elements;
  }

  /// The objects in a list.
  List<Fields> objects(String field) {
    var objects = new ArrayList<Fields>();
    int place = 0;
    for (var element : list(field)) {
      objects.add(child(field + "[" + place + "]", element));
      place++;
    }
    return objects;
  }

  /// An object; empty of fields when it is not there.
  Fields object(String field) {
    return child(field, get(field).orElseGet(JsonNodeFactory.instance::objectNode));
  }

  /// A field that is read elsewhere.
  void skip(String field) {
    asked.add(field);
  }

  /// Whether a field is there.
  boolean has(String field) {
    return object.hasNonNull(field);
  }

  private Fields child(String field, JsonNode value) {
    if (!value.isObject()) {
      fault(field, "Dit is geen object", "Stuur een JSON-object");
    }
    var child =
        new Fields(
            value.isObject() ? value : JsonNodeFactory.instance.objectNode(),
            name(field),
            faults,
            List.of());
    children.add(child);
    return child;
  }

  /// The object itself, such as to seal it whole.
  JsonNode raw() {
    object.fieldNames().forEachRemaining(asked::add);
    return object;
  }

  /// An organisation in a role.
  Optional<PartyRole> party(String field) {
    var party = object(field);
    var oin = party.text("oin");
    var role = Role.of(party.text("rol"));
    if (!Oin.isOin(oin)) {
      party.fault("oin", "Dit is geen OIN", "Gebruik twintig tekens");
    }
    if (role.isEmpty()) {
      party.fault("rol", "Deze rol bestaat niet", "Gebruik een rol uit het convenant");
    }
    return role.filter(_ -> Oin.isOin(oin)).map(r -> new PartyRole(new Oin(oin), r));
  }

  /// A purpose.
  Optional<Purpose> purpose(String field) {
    var code = text(field);
    if (!Purpose.isPurpose(code)) {
      fault(field, "Dit is geen doel", "Gebruik een doel uit het convenant");
      return Optional.empty();
    }
    return Optional.of(new Purpose(code));
  }

  /// A reference to a person.
  Optional<Reference> reference(String field) {
    var reference = object(field);
    var word = reference.text("soort");
    var value = reference.text("waarde");
    for (var kind : ReferenceKind.values()) {
      if (kind != ReferenceKind.GEEN && kind.code().equals(word)) {
        var wrong = SubjectReference.fault(kind, value);
        wrong.ifPresent(cause -> reference.fault("", cause.sentence(), cause.remedy()));
        return wrong.isPresent() ? Optional.empty() : Optional.of(new Reference(kind, value));
      }
    }
    reference.fault(
        "soort",
        "De verwijzing naar de betrokkene is niet in orde",
        "Stuur soort (eigen-kenmerk, koppelcode of bsn) en waarde");
    return Optional.empty();
  }

  /// Ends reading: every fault at once, unknown fields among them.
  void done() throws InputFault {
    unknown();
    var all = together();
    if (!all.isEmpty()) {
      throw new InputFault(all);
    }
  }

  /// What was found here in our own words, and what the description says besides.
  ///
  /// When nothing was found here, the desk that takes it tells all that it finds, in words that
  /// know more. Of a field that is not there, or not of its kind, nothing is told of what should
  /// have been in it.
  private List<InputFault.Field> together() {
    if (faults.isEmpty()
        && unlikeDescribed.stream().allMatch(one -> one.code().isSeenByItsReader())) {
      return List.of();
    }
    var byName = new HashMap<String, InputFault.Field>();
    unlikeDescribed.forEach(one -> byName.put(one.name(), one));
    var absent =
        unlikeDescribed.stream()
            .filter(
                one ->
                    one.code() == FieldCode.VELD_ONTBREEKT
                        || one.code() == FieldCode.VELD_SOORT_ONJUIST)
            .toList();
    var all = new ArrayList<InputFault.Field>();
    for (var one : faults) {
      if (absent.stream().noneMatch(one::isWithin)) {
        var same = byName.remove(one.name());
        all.add(same == null ? one : one.as(same.code()));
      }
    }
    unlikeDescribed.stream().filter(byName::containsValue).forEach(all::add);
    return all;
  }

  /// The names that can stand here, which are ours.
  private String remedy() {
    return "Laat het weg of herstel de naam; hier kan " + String.join(", ", new TreeSet<>(asked));
  }

  private void unknown() {
    object
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!asked.contains(field)) {
                // The name came from outside and may itself be a name of somebody: never repeated.
                faults.add(
                    new InputFault.Field(
                        name("?"),
                        FieldCode.VELD_ONBEKEND,
                        FieldCode.VELD_ONBEKEND.explanation(),
                        remedy()));
              }
            });
    children.forEach(Fields::unknown);
  }
}
