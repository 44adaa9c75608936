package nl.sluis.gateway.fsc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.gateway.fsc.LogRecord.Direction;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Beside.Made;
import nl.sluis.gateway.trace.Crossing;
import nl.sluis.gateway.trace.TransactionNumber;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Reason;

/// Which records of the transaction log follow from what a batch did: one for each request that
/// came in, and one for each disclosure.
///
/// A record of what came in names who asked and Sluis, never for whom it was meant: of a message
/// that was refused or held its receiver may not even learn that there was one (design 10.11). Pure
/// but for the numbers it is given; made for one batch, by one thread.
final class Records {
  private static final Set<EntryKind> DECIDED =
      EnumSet.of(EntryKind.ACCEPTED, EntryKind.HELD, EntryKind.REFUSED);
  private static final Set<EntryKind> FETCHED =
      EnumSet.of(EntryKind.DISCLOSED, EntryKind.REDELIVERED, EntryKind.CONFIRMED);

  private final Grants grants;
  private final Map<UUID, TransactionNumber> numbers;
  private final Supplier<TransactionNumber> fresh;
  private final Supplier<UUID> ids;
  private final Instant at;
  private final List<LogRecord> made = new ArrayList<>();

  /// @param numbers under which each exchange came in, as far as that is known
  /// @param fresh numbers for what came in under none
  Records(
      Grants grants,
      Map<UUID, TransactionNumber> numbers,
      Supplier<TransactionNumber> fresh,
      Supplier<UUID> ids,
      Instant at) {
    this.grants = grants;
    this.numbers = numbers;
    this.fresh = fresh;
    this.ids = ids;
    this.at = at;
  }

  /// The exchanges that are fetched in these works.
  static Set<UUID> fetched(List<Made> works) {
    var exchanges = new HashSet<UUID>();
    for (var work : works) {
      for (var row : work.rows()) {
        if (row.kind() == EntryKind.DISCLOSED || row.kind() == EntryKind.REDELIVERED) {
          exchange(row).ifPresent(exchanges::add);
        }
      }
    }
    return exchanges;
  }

  /// The records of these works, in order.
  List<LogRecord> of(List<Made> works) {
    for (var work : works) {
      work.crossing().ifPresent(crossing -> made.add(incoming(crossing, work.rows())));
      for (var row : work.rows()) {
        if (row.kind() == EntryKind.DISCLOSED || row.kind() == EntryKind.REDELIVERED) {
          handedOver(work.crossing(), row);
        }
      }
    }
    return List.copyOf(made);
  }

  /// The record of a request.
  ///
  /// @param rows what it wrote; empty when it only read, or was not understood
  LogRecord incoming(Crossing crossing, List<Entry> rows) {
    var first = rows.stream().findFirst();
    var behalf = first.flatMap(row -> behalf(crossing.caller(), row));
    var digest = first.flatMap(Records::digest);
    var trace = crossing.trace();
    return new LogRecord(
        crossing.id(),
        crossing.number(),
        Direction.IN,
        crossing.caller(),
        behalf,
        Optional.empty(),
        Grants.EXCHANGE,
        grants.incoming(crossing.caller(), crossing.key(), behalf, digest, at),
        first.filter(row -> row.kind() == EntryKind.ACCEPTED).flatMap(Records::exchange),
        trace.caller().map(_ -> trace.id()),
        trace.caller(),
        at);
  }

  /// Whoever hands over a second time tells no second disclosure.
  private void handedOver(Optional<Crossing> crossing, Entry row) {
    var exchange = exchange(row);
    var number = exchange.map(numbers::get).orElseGet(fresh);
    crossing.ifPresent(asked -> asked.carries(number));
    if (row.kind() == EntryKind.DISCLOSED) {
      made.add(outgoing(crossing, row, exchange, number));
    }
  }

  private LogRecord outgoing(
      Optional<Crossing> crossing, Entry row, Optional<UUID> exchange, TransactionNumber number) {
    var sender = party(row.detail().path("van")).orElseThrow();
    var receiver = party(row.detail().path("aan")).orElseThrow();
    var peer = crossing.map(Crossing::caller).orElse(receiver);
    var behalf = Optional.of(receiver).filter(party -> !party.equals(peer));
    return new LogRecord(
        ids.get(),
        number,
        Direction.UIT,
        peer,
        Optional.of(sender),
        behalf,
        Grants.RECEIPT,
        grants.outgoing(sender, peer, behalf, digest(row), at),
        exchange,
        Optional.empty(),
        Optional.empty(),
        at);
  }

  /// For whom a supplier acts, when its mandate was seen to hold.
  private static Optional<Oin> behalf(Oin caller, Entry row) {
    if (DECIDED.contains(row.kind())) {
      return isWithoutMandate(row)
          ? Optional.empty()
          : party(row.detail().path("vraag").path("van")).filter(party -> !party.equals(caller));
    }
    return FETCHED.contains(row.kind())
        ? party(row.detail().path("aan")).filter(party -> !party.equals(caller))
        : Optional.empty();
  }

  private static boolean isWithoutMandate(Entry row) {
    for (var reason : row.detail().path("redenen")) {
      if (reason.path("code").asText().equals(Reason.MANDAAT_ONTBREEKT.name())) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Oin> party(JsonNode party) {
    var oin = party.path("oin").asText();
    return Oin.isOin(oin) ? Optional.of(new Oin(oin)) : Optional.empty();
  }

  private static Optional<String> digest(Entry row) {
    return Optional.of(row.detail().path("convenant").path("digest").asText())
        .filter(word -> !word.isEmpty());
  }

  private static Optional<UUID> exchange(Entry row) {
    var word = row.detail().path(Entry.TRANSACTION).asText();
    return word.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(word));
  }
}
