package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.desk.TakenBack;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.Letters.Letter;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.PlaceRegister.Held;
import nl.sluis.gateway.sequencer.Found;

/// Gives places at a child and takes them back, together with the yes of who should not have had
/// one.
///
/// A no that was said from such a place stays: a stop is never undone for somebody else. May be
/// shared between threads; runs under the lock of the child.
final class Taking {
  private final PlaceRegister places;
  private final TakenBack takenBack;

  Taking(String region) {
    this.places = new PlaceRegister(region);
    this.takenBack = new TakenBack(region);
  }

  /// Gives the place of a letter to this number; who had it before loses it.
  ///
  /// @return the questions in which a yes does not count any more because of that
  List<String> take(Found found, Letter letter, Hmac number) throws SQLException {
    var asks = new TreeSet<UUID>();
    for (var lost : places.heldByOthers(found.tx(), letter.place(), number)) {
      asks.addAll(silence(found.tx(), lost, found.at()));
    }
    places.take(found.tx(), letter.id(), letter.place(), number, found.at());
    return asks.stream().map(UUID::toString).toList();
  }

  /// The questions to which a yes came from this place.
  SortedSet<UUID> saidFrom(Connection tx, Held held) throws SQLException {
    var place = held.place();
    return takenBack.saidBy(tx, place.subject(), places.alike(tx, place), held.at());
  }

  /// Takes a place back.
  ///
  /// @return the questions in which a yes does not count any more
  SortedSet<UUID> takeBack(Connection tx, Held held, String by, Instant now) throws SQLException {
    var asks = silence(tx, held, now);
    places.end(tx, held, by, now);
    return asks;
  }

  private SortedSet<UUID> silence(Connection tx, Held held, Instant now) throws SQLException {
    var asks = saidFrom(tx, held);
    takenBack.byAnother(tx, asks, places.alike(tx, held.place()), now);
    return asks;
  }
}
