package nl.sluis.gateway.zaakdossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A row about an exchange in which the own organisation took part, as a case shows it: between
/// which organisations, what for and which kinds of data, and about nobody. Immutable.
///
/// @param index its place in the logbook
/// @param kind what happened
/// @param at when
/// @param exchange by which both organisations know it
/// @param categories what was given, or asked for when nothing was
record OwnRow(
    long index,
    EntryKind kind,
    Instant at,
    UUID exchange,
    Purpose purpose,
    PartyRole from,
    PartyRole to,
    Set<DataCategory> categories) {
  private static final Set<EntryKind> EXCHANGE =
      EnumSet.of(
          EntryKind.ACCEPTED,
          EntryKind.DISCLOSED,
          EntryKind.REDELIVERED,
          EntryKind.NOT_DELIVERED,
          EntryKind.REFUSED,
          EntryKind.HELD,
          EntryKind.CONFIRMED,
          EntryKind.DELIVERED,
          EntryKind.HANDOVER);

  /// Copies its set.
  OwnRow {
    categories = Set.copyOf(categories);
  }

  /// Reads it; empty when it is about no exchange, or is not whole.
  static Optional<OwnRow> of(long index, ObjectNode detail) {
    var kind = EntryKind.of(detail.path(Entry.KIND).asText()).filter(EXCHANGE::contains);
    var asked = detail.path("vraag");
    var from = party(detail.path("van")).or(() -> party(asked.path("van")));
    var to = party(detail.path("aan")).or(() -> party(asked.path("aan")));
    var purpose = text(detail.path("doel")).or(() -> text(asked.path("doel")));
    var exchange = text(detail.path(Entry.TRANSACTION));
    if (kind.isEmpty()
        || from.isEmpty()
        || to.isEmpty()
        || exchange.isEmpty()
        || purpose.filter(Purpose::isPurpose).isEmpty()) {
      return Optional.empty();
    }
    var given = detail.path("vrijgegeven");
    return Optional.of(
        new OwnRow(
            index,
            kind.get(),
            Instant.parse(detail.path(Entry.TIME).asText()),
            UUID.fromString(exchange.get()),
            new Purpose(purpose.get()),
            from.get(),
            to.get(),
            categories(given.isArray() ? given : asked.path("categorieen"))));
  }

  /// Is it what this case is about, seen from this organisation?
  boolean isIn(CaseScope scope, Oin own) {
    var gave = from.oin().equals(own);
    var other = gave ? to.oin() : from.oin();
    return scope.other().filter(one -> !one.equals(other)).isEmpty()
        && switch (scope.direction()) {
          case ALLES -> true;
          case GEGEVEN -> gave;
          case GEKREGEN -> to.oin().equals(own);
        };
  }

  /// Did this organisation give something by it?
  boolean isGivenBy(Oin own) {
    return kind == EntryKind.DISCLOSED && from.oin().equals(own);
  }

  private static Optional<PartyRole> party(JsonNode node) {
    return text(node.path("oin"))
        .flatMap(
            oin ->
                Role.of(node.path("rol").asText()).map(role -> new PartyRole(new Oin(oin), role)));
  }

  private static Set<DataCategory> categories(JsonNode codes) {
    var found = EnumSet.noneOf(DataCategory.class);
    codes.forEach(code -> DataCategory.of(code.asText()).ifPresent(found::add));
    return found;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }
}
