package nl.sluis.gateway.toezicht;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.gateway.decision.Replay;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.toezicht.RowModels.Explained;
import nl.sluis.gateway.toezicht.RowModels.Opened;
import nl.sluis.gateway.toezicht.RowModels.Person;
import nl.sluis.policies.terms.Reason;

/// Explains one row: by which rule and articles it was decided, whether it would be decided so
/// again, and what the same exchange left on record on both sides. May be shared between threads.
final class RowExplainer {
  private final Cited cited;
  private final RowWords words;

  RowExplainer(Cited cited, RowWords words) {
    this.cited = cited;
    this.words = words;
  }

  /// The row, explained.
  ///
  /// @param sides what the same exchange left on record
  /// @param opened why this officer opened whom it is about; empty when it did not
  /// @param wrong the key of what is missing; empty when nothing is
  Explained explain(
      DeskRow row, List<DeskRow> sides, Officer officer, Optional<Opening> opened, String wrong) {
    var lines = words.lines(officer);
    var again = Replay.isDecision(row.detail()) ? again(row) : Optional.<Replay>empty();
    return new Explained(
        lines.apply(row),
        cited.sentence(row.purpose()),
        row.rule(),
        version(row.detail().path("convenant")),
        texts(row.detail().path("grondslagen")),
        cited.reasons(row).stream().map(Reason::uitleg).toList(),
        names(row.detail().path("achtergehouden")),
        texts(row.detail().path("verplichtingen")),
        outcome(row, again),
        again.map(Replay::differences).orElse(List.of()),
        row.detail().path(Entry.TRACE).path(Entry.TRACE_ID).asText(""),
        sides.stream().map(lines).toList(),
        isOnBothSides(sides),
        row.isExchange(),
        row.isExchange() && officer.duty() == Duty.PRIVACY_OFFICER,
        opened.map(why -> opened(row, officer, why)),
        Arrays.stream(LookReason.values()).map(LookReason::word).toList(),
        wrong);
  }

  /// What was handed over is on record at the sender by what was accepted, and at the receiver by
  /// what it confirmed; until it did, one side alone says that it went.
  private static boolean isOnBothSides(List<DeskRow> sides) {
    return sides.stream().noneMatch(row -> row.kind() == EntryKind.DISCLOSED)
        || sides.stream().anyMatch(row -> row.kind() == EntryKind.CONFIRMED);
  }

  private Optional<Replay> again(DeskRow row) {
    return Replay.isRefusedAtTheDoor(row.detail()) ? Optional.empty() : cited.again(row);
  }

  private static String outcome(DeskRow row, Optional<Replay> again) {
    if (!Replay.isDecision(row.detail())) {
      return "";
    }
    if (Replay.isRefusedAtTheDoor(row.detail())) {
      return "toezicht.opnieuw.deur";
    }
    return again
        .map(replay -> replay.isSame() ? "toezicht.opnieuw.zelfde" : "toezicht.opnieuw.anders")
        .orElse("toezicht.opnieuw.weg");
  }

  private static String version(JsonNode convenant) {
    return convenant.isObject()
        ? "%s/%s (%s)"
            .formatted(
                convenant.path("id").asText(),
                convenant.path("versie").asText(),
                convenant.path("digest").asText())
        : "";
  }

  /// The facts as they were used, as far as the sender of a message may know them: not who said no,
  /// nor how, nor who is shielded (design 10.11).
  private Opened opened(DeskRow row, Officer officer, Opening why) {
    var asked = row.detail().path("vraag");
    var facts = asked.path("feiten");
    var subject = row.subject().orElseThrow();
    return new Opened(
        new Person(
            words.reader(officer.organisation()).number(subject), why.reason().word(), why.words()),
        facts.path("leeftijd").asText(""),
        facts.path("gemeente").asText(""),
        facts.isObject() ? consent(facts.path("toestemming").path("stand").asText()) : "",
        texts(asked.path("voorwaarden")));
  }

  private static String consent(String stand) {
    return switch (stand.toLowerCase(Locale.ROOT)) {
      case "gegeven" -> "gegeven";
      case "gezag-onbekend" -> "gezag-onbekend";
      default -> "niet-gegeven";
    };
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
