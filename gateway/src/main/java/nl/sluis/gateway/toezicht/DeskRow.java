package nl.sluis.gateway.toezicht;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogReader;

/// One row of the logbook as an officer reads it. Not shared between threads.
///
/// @param index its place in the logbook; never told
/// @param subject whom it is about; never told as it is
/// @param kind what happened
/// @param at when
/// @param detail everything else
record DeskRow(long index, Optional<UUID> subject, EntryKind kind, Instant at, ObjectNode detail) {

  /// A row of a kind that this release knows and that an organisation may learn of.
  ///
  /// How a waiting message came to its end is not among them: its sender hears that once the term
  /// is over, in one word (design 10.11), and an officer of the sender would hear it earlier.
  static Optional<DeskRow> of(LogReader.Row row) {
    return EntryKind.of(row.detail().path(Entry.KIND).asText())
        .filter(DeskRow::isTold)
        .map(kind -> new DeskRow(row.index(), row.subject(), kind, row.at(), row.detail()));
  }

  private static boolean isTold(EntryKind kind) {
    return kind != EntryKind.NOT_DELIVERED
        && kind != EntryKind.LAPSED
        && kind != EntryKind.SHREDDED;
  }

  /// The purpose, in the word of the convenant; empty when there is none.
  String purpose() {
    return first("doel");
  }

  /// The member `oin` or `rol` of who sends.
  String from(String member) {
    return party("van", member);
  }

  /// The member `oin` or `rol` of who receives.
  String to(String member) {
    return party("aan", member);
  }

  private String party(String side, String member) {
    var own = detail.path(side).path(member);
    return own.isTextual() ? own.asText() : detail.path("vraag").path(side).path(member).asText("");
  }

  private String first(String name) {
    var own = detail.path(name);
    return own.isTextual() ? own.asText() : detail.path("vraag").path(name).asText("");
  }

  String lane() {
    return detail.path("baan").asText("");
  }

  String rule() {
    return detail.path("regel").asText("");
  }

  Optional<UUID> transaction() {
    var named = detail.path(Entry.TRANSACTION).asText("");
    if (named.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(named));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The word of its organisation for who of its staff acted; empty when none is named.
  String staff() {
    return detail.path("handelend").path("id").asText("");
  }

  /// The codes of why not, without what they were said about.
  List<String> reasons() {
    var codes = new ArrayList<String>();
    detail.path("redenen").forEach(reason -> codes.add(reason.path("code").asText()));
    return codes;
  }

  /// The codes of what was given, asked for, or must stop.
  List<String> categories() {
    var node =
        Stream.of(
                detail.path("vrijgegeven"),
                detail.path("categorieen"),
                detail.path("vraag").path("categorieen"))
            .filter(JsonNode::isArray)
            .findFirst();
    var codes = new ArrayList<String>();
    node.ifPresent(array -> array.forEach(code -> codes.add(code.asText())));
    return codes;
  }

  /// Is it about an exchange, so that a family can be told that somebody looked at it?
  boolean isExchange() {
    return subject.isPresent()
        && transaction().isPresent()
        && !purpose().isEmpty()
        && !from("oin").isEmpty()
        && !to("oin").isEmpty();
  }
}
