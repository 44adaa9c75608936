package nl.sluis.gateway.bereik;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.notice.Notice;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.desk.Places;
import nl.sluis.gateway.person.SignedIn;

/// What lies ready for somebody: exactly what that person would find after logging in, looked up in
/// the same way.
///
/// What is hidden from that person, and everything of who is served at the desk only, is not there
/// and so brings no mail, at no hour (domain 2.8, portals.md N11). May be shared between threads.
final class Unread {
  /// Once somebody was told and did not look, that is said again after so long, once.
  static final Duration REMINDER = Duration.ofDays(7);

  private final Places places;
  private final Notices notices;

  Unread(Places places, Notices notices) {
    this.places = places;
    this.notices = notices;
  }

  /// The child at which something lies ready of which this person was not told yet, or not again.
  ///
  /// @param last when this person was told last
  Optional<UUID> at(Connection tx, Hmac who, Hmac own, Optional<Instant> last, Instant now)
      throws SQLException {
    for (var place : places.of(tx, new SignedIn(who, own, SignedIn.Level.SUBSTANTIEEL))) {
      if (notices.list(tx, place, now).stream().anyMatch(one -> isToTell(one, last, now))) {
        return Optional.of(place.subject());
      }
    }
    return Optional.empty();
  }

  private static boolean isToTell(Notice notice, Optional<Instant> last, Instant now) {
    // A code that is read beside a professional is good for a quarter of an hour.
    if (!notice.answers().isEmpty() || notice.kind() == NoticeKind.AANWEZIGHEIDSCODE) {
      return false;
    }
    if (last.isEmpty() || !notice.givenAt().isBefore(last.get())) {
      return true;
    }
    boolean once = notice.givenAt().plus(REMINDER).isAfter(last.get());
    return once && !now.isBefore(last.get().plus(REMINDER));
  }
}
