package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.question.SubjectFacts;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Municipality;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Reads one question in the shape of AuthZEN 1.0: who (`subject`), does what (`action`), with
/// which data (`resource`), under which stated facts (`context`).
///
/// The words of the facts are those of the worked examples of the convenant. There is no word with
/// which to point at a child: what is asked rests on nobody's facts (design 10.11).
final class AccessQuestion {
  private static final List<String> PARTS = List.of("subject", "action", "resource", "context");
  private static final String GIVEN = "gegeven";

  private final Instant now;

  AccessQuestion(Instant now) {
    this.now = now;
  }

  /// Reads a question.
  ///
  /// @param body the object that holds the four parts
  /// @param path where that object stands in the request; empty when it is the request
  Question read(ObjectNode body, String path) throws InputFault {
    var fields = new Fields(body, path);
    var subject = fields.object("subject");
    subject.oneOf("type", "partij");
    var from = party(subject.text("id"), subject.object("properties").text("rol"), subject);
    var action = fields.object("action");
    action.oneOf("name", "verstrekken");
    var what = action.object("properties");
    var purpose = what.purpose("doel");
    var to = what.party("aan");
    var resource = fields.object("resource");
    resource.oneOf("type", "gegevens");
    var offered = categories(List.of(resource.text("id").split(",", -1)), resource, "id");
    var of = resource.object("properties");
    var sealed = categories(of.texts("verzegeld"), of, "verzegeld");
    var motivated = categories(of.texts("gemotiveerd"), of, "gemotiveerd");
    var context = fields.object("context");
    var at = at(context);
    var reference = reference(context);
    var conditions = new HashSet<>(context.texts("voorwaarden"));
    var partial = context.oneOf("bijGedeeltelijk", "weiger", "lever-rest");
    var meldcode = meldcode(context);
    var facts = facts(context, offered);
    fields.done();
    return new Question(
        at,
        purpose.orElseThrow(),
        from.orElseThrow(),
        to.orElseThrow(),
        reference,
        offered,
        sealed,
        motivated,
        conditions,
        partial.equals("weiger") ? PartialDelivery.WEIGER : PartialDelivery.LEVER_REST,
        meldcode,
        Set.of(),
        facts);
  }

  /// The parts of one question in a row: its own, or those that stand above the row.
  static ObjectNode withDefaults(ObjectNode request, JsonNode one) {
    var whole = JsonNodeFactory.instance.objectNode();
    for (var part : PARTS) {
      var value = one.has(part) ? one.get(part) : request.get(part);
      if (value != null) {
        whole.set(part, value);
      }
    }
    one.fieldNames()
        .forEachRemaining(
            name -> {
              if (!PARTS.contains(name)) {
                whole.set(name, one.get(name));
              }
            });
    return whole;
  }

  private static Optional<PartyRole> party(String oin, String code, Fields subject) {
    var role = Role.of(code);
    if (!Oin.isOin(oin)) {
      subject.fault("id", "Dit is geen OIN", "Gebruik twintig tekens");
    }
    if (role.isEmpty()) {
      subject.fault("properties.rol", "Deze rol bestaat niet", "Gebruik een rol uit het convenant");
    }
    return role.filter(_ -> Oin.isOin(oin)).map(r -> new PartyRole(new Oin(oin), r));
  }

  private static Set<DataCategory> categories(List<String> codes, Fields in, String field) {
    var read = EnumSet.noneOf(DataCategory.class);
    for (var code : codes) {
      var category = DataCategory.of(code.strip());
      if (category.isEmpty()) {
        in.fault(field, "Dit is geen categorie", "Noem categorieën, zoals K01,K05");
        break;
      }
      read.add(category.get());
    }
    return read;
  }

  /// Now, or noon of the stated day, as in the worked examples.
  private Instant at(Fields context) {
    var day = context.text("dag");
    if (day.isEmpty()) {
      return now;
    }
    try {
      return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(Age.CALENDAR).toInstant();
    } catch (DateTimeException _) {
      context.fault("dag", "Dit is geen bestaande datum", "Schrijf een dag als jjjj-mm-dd");
      return now;
    }
  }

  private static ReferenceKind reference(Fields context) {
    var kinds = ReferenceKind.values();
    var word =
        context.oneOf(
            "verwijzing", Arrays.stream(kinds).map(ReferenceKind::code).toArray(String[]::new));
    return Arrays.stream(kinds).filter(k -> k.code().equals(word)).findFirst().orElseThrow();
  }

  private static MeldcodeState meldcode(Fields context) {
    return switch (context.oneOf(
        "meldcode",
        "geen",
        "acuut",
        "volledig",
        "volledig-gezin-niet-geinformeerd",
        "onvolledig")) {
      case "acuut" -> new MeldcodeState.Acute();
      case "volledig" -> new MeldcodeState.Complete(true);
      case "volledig-gezin-niet-geinformeerd" -> new MeldcodeState.Complete(false);
      case "onvolledig" -> new MeldcodeState.Incomplete(List.of("het besluit ontbreekt"));
      default -> new MeldcodeState.Absent();
    };
  }

  private static SubjectFacts facts(Fields context, Set<DataCategory> offered) {
    var age = context.number("leeftijd", 0, 120);
    var municipality = context.text("gemeente");
    var named = context.texts("toestemmingVoor");
    var covered = named.isEmpty() ? offered : categories(named, context, "toestemmingVoor");
    var stops = EnumSet.noneOf(Restriction.class);
    for (var word : context.texts("beperkingen")) {
      var stop = Arrays.stream(Restriction.values()).filter(r -> word(r).equals(word)).findFirst();
      stop.ifPresentOrElse(
          stops::add,
          () ->
              context.fault(
                  "beperkingen",
                  "Deze beperking bestaat niet",
                  "Kies uit beperkt, bezwaar, rechterlijk-verbod"));
    }
    return new SubjectFacts(
        age.isPresent() ? Optional.of(new Age(age.getAsInt())) : Optional.empty(),
        consent(context, covered),
        stops,
        municipality.isBlank() ? Optional.empty() : Optional.of(new Municipality(municipality)));
  }

  private static ConsentState consent(Fields context, Set<DataCategory> covered) {
    var words = new java.util.ArrayList<>(Arrays.stream(Lack.values()).map(l -> word(l)).toList());
    words.addAll(List.of(GIVEN, "gezag-onbekend", "afgeschermd"));
    var word = context.oneOf("toestemming", words.toArray(String[]::new));
    return switch (word) {
      case GIVEN -> new ConsentState.Given(covered, List.of("gesteld"));
      case "gezag-onbekend" -> new ConsentState.CustodyUnknown();
      case "afgeschermd" -> new ConsentState.ShieldedGiver();
      default ->
          new ConsentState.NotGiven(
              Set.of(
                  Arrays.stream(Lack.values())
                      .filter(l -> word(l).equals(word))
                      .findFirst()
                      .orElse(Lack.NOOIT_GEVRAAGD)));
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
