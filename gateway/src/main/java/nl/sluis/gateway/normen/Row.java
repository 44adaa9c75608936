package nl.sluis.gateway.normen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// One row of the logbook as it is read for a standard: what the details of each kind say, by the
/// names that all kinds share. Changes nothing; not shared between threads.
///
/// @param index its place in the logbook
/// @param subject whom it is about, if it is about somebody
/// @param kind what happened
/// @param detail everything else
public record Row(long index, Optional<UUID> subject, EntryKind kind, ObjectNode detail) {
  private static final int SPAN_DIGITS = 16;

  /// A row that could still be opened and is of a kind that this release knows.
  static Optional<Row> of(RowScan.Read read) {
    return read.detail()
        .flatMap(
            detail ->
                EntryKind.of(detail.path(Entry.KIND).asText())
                    .map(kind -> new Row(read.index(), read.subject(), kind, detail)));
  }

  /// When it happened.
  Instant at() {
    return Instant.parse(detail.path(Entry.TIME).asText());
  }

  /// The number of its trace. A row from before there were traces has one of its own, made from its
  /// place alone.
  String trace() {
    return mark(Entry.TRACE_ID).orElseGet(() -> numbered("trace").replace("-", ""));
  }

  /// The number of its action within the trace.
  String action() {
    return mark(Entry.ACTION)
        .orElseGet(() -> numbered("actie").replace("-", "").substring(0, SPAN_DIGITS));
  }

  /// The action above it: here, or at whoever called.
  Optional<String> above() {
    return mark(Entry.PARENT).or(this::caller);
  }

  /// The action at whoever called, if a caller named one.
  Optional<String> caller() {
    return mark(Entry.CALLER);
  }

  /// The word that the organisation has for who of its staff acted.
  Optional<String> staff() {
    return text(detail.path("handelend").path("id"));
  }

  Optional<String> fsc() {
    return mark(Entry.FSC);
  }

  private Optional<String> mark(String name) {
    return text(detail.path(Entry.TRACE).path(name));
  }

  private String numbered(String what) {
    var name = what + " van rij " + index;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// The purpose of the convenant, if it speaks of one.
  Optional<String> purpose() {
    return text(detail.path("doel"))
        .or(() -> text(detail.path("vraag").path("doel")))
        .filter(Purpose::isPurpose);
  }

  /// The rule by which it was decided, if there was one.
  Optional<String> rule() {
    return text(detail.path("regel"));
  }

  Optional<String> lane() {
    return text(detail.path("baan"));
  }

  /// The version of the convenant it cites, as `id/versie`.
  Optional<String> version() {
    var cited = detail.path("convenant");
    return text(cited.path("versie")).map(version -> cited.path("id").asText() + "/" + version);
  }

  /// The kinds of data that it says were given.
  List<DataCategory> categories() {
    var given = new ArrayList<DataCategory>();
    for (var word : detail.path("vrijgegeven")) {
      given.add(DataCategory.valueOf(word.asText()));
    }
    return given;
  }

  /// The organisation that acted, with its role: in whose name it was asked, or who sent.
  Optional<JsonNode> acting() {
    return first("namens", "van").or(() -> party(detail.path("vraag").path("van")));
  }

  /// Who receives, if somebody does.
  Optional<JsonNode> receiver() {
    return first("aan").or(() -> party(detail.path("vraag").path("aan")));
  }

  /// The number of the organisation whose system made the call.
  Optional<String> calling() {
    return switch (kind) {
      case DISCLOSED, REDELIVERED, CONFIRMED ->
          text(detail.path("gemachtigde"))
              .or(() -> receiver().map(party -> party.path("oin").asText()));
      default ->
          text(detail.path("afzender")).or(() -> acting().map(party -> party.path("oin").asText()));
    };
  }

  private Optional<JsonNode> first(String... names) {
    return Stream.of(names).map(detail::path).flatMap(node -> party(node).stream()).findFirst();
  }

  private static Optional<JsonNode> party(JsonNode node) {
    return node.hasNonNull("oin") ? Optional.of(node) : Optional.empty();
  }

  /// Did this organisation ask for what was decided, itself or by another in its name?
  boolean isAskedBy(Oin organisation) {
    return isActor(organisation);
  }

  /// Is this organisation the one that receives?
  boolean isReceivedBy(Oin organisation) {
    return receiver().filter(party -> isNamed(organisation, party.path("oin"))).isPresent();
  }

  /// Is this one of its own lines? Those are the lines of what it did itself or in its name, and of
  /// what was handed to it.
  ///
  /// How a waiting message came to its end is not among them: that is told once its term is over,
  /// in one word (design 10.11), and a line would tell it earlier.
  boolean isOf(Oin organisation) {
    return switch (kind) {
      case NOT_DELIVERED, LAPSED, SHREDDED -> false;
      case REMINDER, STOP_MESSAGE -> isNamed(organisation, detail.path("aan").path("oin"));
      case DISCLOSED, REDELIVERED, CONFIRMED, DELIVERED ->
          isActor(organisation)
              || isNamed(organisation, detail.path("aan").path("oin"))
              || isNamed(organisation, detail.path("aan"));
      default -> isActor(organisation);
    };
  }

  private boolean isActor(Oin organisation) {
    return Stream.of(
            detail.path("afzender"),
            detail.path("namens").path("oin"),
            detail.path("van").path("oin"),
            detail.path("organisatie"),
            detail.path("vraag").path("van").path("oin"))
        .anyMatch(node -> isNamed(organisation, node));
  }

  private static boolean isNamed(Oin organisation, JsonNode node) {
    return node.isTextual() && node.asText().equals(organisation.value());
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.asText().isEmpty()
        ? Optional.of(node.asText())
        : Optional.empty();
  }
}
