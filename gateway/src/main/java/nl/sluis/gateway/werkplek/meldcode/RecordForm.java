package nl.sluis.gateway.werkplek.meldcode;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.safety.MeldcodeCheck;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Role;

/// Makes of the answers the meldcode record exactly as a message carries it
/// (`docs/meldcode-formulier.md`): what was not filled in is not there, and so is a gap. Pure.
final class RecordForm {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordForm() {}

  /// The whole record.
  ///
  /// @param version the afwegingskader by which was weighed
  static ObjectNode of(Answers answers, Reporter reporter, String version) {
    var record = JsonNodeFactory.instance.objectNode().put("versieAfwegingskader", version);
    record.putObject("melder").put("id", reporter.id()).put("functie", reporter.function());
    part(record, "aandachtsfunctionaris", answers, "id", "datum", "advies");
    preparation(record, answers, reporter.role());
    judgement(record, answers);
    put(record, "onveiligheid", answers.value("onveiligheid"));
    categories(record.putArray("categorieen"), answers);
    persons(record.putArray("betrokkenen"), answers);
    family(record, answers, reporter);
    anonymity(record, answers);
    return record;
  }

  private static void anonymity(ObjectNode record, Answers answers) {
    // A ground counts for who stays anonymous, and for nobody else.
    if (answers.is("anoniem.anoniem", "ja")) {
      part(record, "anoniemJegensGezin", "anoniem", answers, "anoniem", "grond");
    } else {
      part(record, "anoniemJegensGezin", "anoniem", answers, "anoniem");
    }
  }

  /// Everything that is still missing in it for a report, each in a sentence; empty when it is
  /// whole.
  static List<String> gaps(ObjectNode record, Role sender, Instant now) {
    Map<String, Object> plain = JSON.convertValue(record, new TypeReference<>() {});
    var today = LocalDate.ofInstant(now, Age.CALENDAR);
    return switch (MeldcodeCheck.check(plain, sender, Role.VEILIG_THUIS, today)) {
      case MeldcodeState.Incomplete(var gaps) -> gaps;
      case MeldcodeState.Complete _, MeldcodeState.Acute _, MeldcodeState.Absent _ -> List.of();
    };
  }

  private static void preparation(ObjectNode record, Answers answers, Role role) {
    var one = record.putObject("stap1");
    var signals = one.putArray("signalen");
    for (int number = 1; number <= answers.count("signaal"); number++) {
      item(signals, answers, "signaal." + number, "datum", "feit", "bron", "soort");
    }
    if (Asking.needsKindcheck(role)) {
      part(one, "kindcheck", answers, "datum", "uitkomst");
    }
    part(record, "stap2", answers, "datum", "met", "vtAdviesNummer");
    var three = record.putObject("stap3");
    switch (answers.value("stap3.hoe")) {
      case "gesprek" -> part(three, "gesprek", answers, "datum", "met", "uitkomst");
      case "niet" -> part(three, "nietGesproken", "niet", answers, "reden", "motivering");
      default -> {
        // Nobody said yet whether there was a talk: a gap.
      }
    }
  }

  private static void judgement(ObjectNode record, Answers answers) {
    var four = whole(record, "stap4", answers, "datum");
    var questions = four.putArray("vragen");
    answers
        .weighed()
        .forEach(
            (number, answer) -> {
              var one = questions.addObject().put("nummer", number.toString());
              one.put("antwoord", answer);
              put(one, "motivering", answers.value("vraag." + number + ".motivering"));
            });
    var five = whole(record, "stap5", answers, "datum", "motivering");
    decided(answers, "stap5.melden").ifPresent(yes -> five.put("besluitMelden", yes));
    decided(answers, "stap5.hulp").ifPresent(yes -> five.put("besluitHulp", yes));
  }

  /// What was decided, when it was.
  static Optional<Boolean> decided(Answers answers, String name) {
    return Optional.of(answers.value(name)).filter(word -> !word.isEmpty()).map("ja"::equals);
  }

  private static void categories(ArrayNode list, Answers answers) {
    for (var code : List.of("K01", "K16")) {
      var one = list.addObject().put("code", code);
      put(one, "noodzaak", answers.value("noodzaak." + code));
    }
  }

  private static void persons(ArrayNode list, Answers answers) {
    for (int number = 1; number <= answers.count("betrokkene"); number++) {
      item(list, answers, "betrokkene." + number, "wie", "rol");
    }
  }

  private static void family(ObjectNode record, Answers answers, Reporter reporter) {
    switch (answers.value("gezin.hoe")) {
      case "geinformeerd" -> {
        var told = whole(record.putObject("gezin"), "geinformeerd", answers, "datum");
        // Who leaves it open did it herself.
        var other = answers.value("geinformeerd.door");
        told.put("door", other.isEmpty() ? reporter.id() : other);
      }
      case "uitstel" ->
          part(record.putObject("gezin"), "uitstel", answers, "reden", "tot", "bevestigdDoor");
      default -> {
        // Nobody said yet what the family heard: a gap.
      }
    }
  }

  private static void item(ArrayNode list, Answers answers, String at, String... fields) {
    var one = filled(at, answers, fields);
    if (!one.isEmpty()) {
      list.add(one);
    }
  }

  private static void part(ObjectNode into, String name, Answers answers, String... fields) {
    part(into, name, name, answers, fields);
  }

  /// A part with what was filled in of it; no part when nothing was.
  private static void part(
      ObjectNode into, String name, String at, Answers answers, String... fields) {
    var part = filled(at, answers, fields);
    if (!part.isEmpty()) {
      into.set(name, part);
    }
  }

  /// A part that is there whatever was filled in of it.
  private static ObjectNode whole(ObjectNode into, String name, Answers answers, String... fields) {
    var part = filled(name, answers, fields);
    into.set(name, part);
    return part;
  }

  private static ObjectNode filled(String at, Answers answers, String... fields) {
    var part = JsonNodeFactory.instance.objectNode();
    for (var field : fields) {
      put(part, field, answers.value(at + "." + field));
    }
    return part;
  }

  private static void put(ObjectNode into, String name, String value) {
    if (!value.isEmpty()) {
      into.put(name, value);
    }
  }
}
