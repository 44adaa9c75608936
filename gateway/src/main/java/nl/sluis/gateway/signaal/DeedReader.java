package nl.sluis.gateway.signaal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import nl.sluis.policies.toezicht.Deed;
import nl.sluis.policies.toezicht.Deed.ActorKey;
import nl.sluis.policies.toezicht.Deed.Child;
import nl.sluis.policies.toezicht.Deed.Ending;
import nl.sluis.policies.toezicht.Evidence;

/// Reads a row of the logbook as review sees it. What the row does not say is not made up: a row
/// that names nobody who acted is about the organisation as a whole. May be shared between threads.
final class DeedReader {
  /// Stands for whoever acted where a row does not say who.
  static final String UNNAMED = "";

  private final SubjectReference references;

  DeedReader(SubjectReference references) {
    this.references = references;
  }

  /// The deed that this row tells of; empty when it tells of something else, or about nobody.
  ///
  /// What the organisation gave is told by the row of the acceptance, what it got by that of the
  /// handing over.
  ///
  /// @param own for which organisation it is read
  /// @param cited finds the convenant that a row was decided by
  Optional<Deed> read(LogReader.Row row, Oin own, Cited cited) {
    var detail = row.detail();
    var kind = EntryKind.of(detail.path(Entry.KIND).asText());
    var ending = kind.flatMap(DeedReader::ending);
    var subject = row.subject();
    if (ending.isEmpty() || subject.isEmpty()) {
      return Optional.empty();
    }
    boolean isHandedOver = kind.filter(one -> one == EntryKind.DISCLOSED).isPresent();
    return deed(row.index(), subject.get(), ending.get(), detail, cited)
        .filter(deed -> deed.from().oin().equals(own) != isHandedOver);
  }

  /// Finds the convenant with this name and version.
  interface Cited {
    Optional<Convenant> of(String id, String version);
  }

  private static Optional<Ending> ending(EntryKind kind) {
    return switch (kind) {
      case ACCEPTED, DISCLOSED -> Optional.of(Ending.VERSTREKT);
      case REFUSED -> Optional.of(Ending.GEWEIGERD);
      case HELD -> Optional.of(Ending.AANGEHOUDEN);
      case REQUEST -> Optional.of(Ending.GEVRAAGD);
      default -> Optional.empty();
    };
  }

  private Optional<Deed> deed(
      long index, UUID subject, Ending ending, ObjectNode detail, Cited cited) {
    var question = detail.path("vraag");
    var from = party(question.path("van")).or(() -> party(detail.path("namens")));
    if (from.isEmpty()) {
      return Optional.empty();
    }
    var to = party(question.path("aan")).orElse(from.get());
    var purpose = question.path("doel").asText(detail.path("doel").asText());
    if (!Purpose.isPurpose(purpose)) {
      return Optional.empty();
    }
    return Optional.of(
        new Deed(
            index,
            Instant.parse(detail.path(Entry.TIME).asText()),
            actor(from.get().oin(), detail),
            from.get(),
            to,
            Child.of(subject.getMostSignificantBits() ^ subject.getLeastSignificantBits()),
            new Purpose(purpose),
            lane(detail.path("baan").asText()),
            ending,
            categories(detail, question),
            evidence(from.get(), detail, question, cited)));
  }

  private ActorKey actor(Oin organisation, ObjectNode detail) {
    var word = detail.path("handelend").path("id").asText();
    return new ActorKey(
        organisation,
        word.isEmpty()
            ? UNNAMED
            : HexFormat.of().formatHex(references.keyedEmployee(organisation, word)));
  }

  private static Optional<PartyRole> party(JsonNode node) {
    return Role.of(node.path("rol").asText())
        .filter(_ -> node.path("oin").isTextual())
        .map(role -> new PartyRole(new Oin(node.path("oin").asText()), role));
  }

  private static Optional<Lane> lane(String code) {
    for (var lane : Lane.values()) {
      if (lane.code().equals(code)) {
        return Optional.of(lane);
      }
    }
    return Optional.empty();
  }

  private static Set<DataCategory> categories(ObjectNode detail, JsonNode question) {
    var found = EnumSet.noneOf(DataCategory.class);
    var words =
        detail.has("vrijgegeven") ? detail.path("vrijgegeven") : question.path("categorieen");
    words.forEach(word -> DataCategory.of(word.asText()).ifPresent(found::add));
    return found;
  }

  private static Set<Evidence> evidence(
      PartyRole from, ObjectNode detail, JsonNode question, Cited cited) {
    var shows = EnumSet.noneOf(Evidence.class);
    if (question.path("feiten").path("toestemming").path("stand").asText().equals("gegeven")) {
      shows.add(Evidence.TOESTEMMING);
    }
    switch (question.path("meldcode").path("stand").asText()) {
      case "volledig" -> shows.add(Evidence.MELDCODE_VOLLEDIG);
      case "acuut" -> shows.add(Evidence.ACUUT);
      default -> {}
    }
    if (from.role().code().startsWith("school-")
        && question.path("verwijzing").asText().equals(ReferenceKind.EIGEN_KENMERK.name())) {
      shows.add(Evidence.EIGEN_INSCHRIJVING);
    }
    if (detail.has("overleg")) {
      shows.add(Evidence.OVERLEG);
    }
    if (detail.path("baan").asText().equals(Lane.WETTELIJK.code()) && isBacked(detail, cited)) {
      shows.add(Evidence.WETTELIJKE_TAAK);
    }
    return shows;
  }

  /// Does every condition of its rule stand in a register, or with the other side? A convenant that
  /// is not known any more backs nothing.
  private static boolean isBacked(ObjectNode detail, Cited cited) {
    var named = detail.path("convenant");
    return cited
        .of(named.path("id").asText(), named.path("versie").asText())
        .flatMap(
            convenant ->
                convenant
                    .rule(detail.path("regel").asText())
                    .map(
                        rule ->
                            rule.conditions().stream()
                                .map(id -> convenant.conditions().get(id))
                                .allMatch(
                                    condition ->
                                        condition != null
                                            && condition.source() != Condition.Source.BEWEERD)))
        .orElse(false);
  }
}
