package nl.sluis.gateway.bereik;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.gateway.bereik.UnreachedTable.Unseen;

/// Knows why somebody was not reached, by what stands on record now: may that person know of it,
/// and by which way did that person want to hear.
///
/// It looks and writes nothing. May be shared between threads; it works in the transaction of its
/// caller.
final class Why {
  private static final Duration WEEK = Duration.ofDays(7);

  /// For how long a mail may still turn out not to arrive.
  private static final Duration MAIL = Duration.ofDays(3);

  private final Notices notices;
  private final PlaceRegister places;
  private final ChannelTable channels;

  /// @param notices knows what somebody may learn
  Why(String region, Notices notices) {
    this.notices = notices;
    this.places = new PlaceRegister(region);
    this.channels = new ChannelTable(region);
  }

  /// Why that person was not reached; empty when it is too early to say.
  Optional<Reason> of(Connection tx, Unseen unseen, Instant now) throws SQLException {
    var place = new Place(unseen.subject(), unseen.person());
    boolean mayLearn =
        notices.list(tx, stands(tx, place), now).stream().anyMatch(n -> n.id().equals(unseen.id()));
    if (!mayLearn) {
      return Optional.of(Reason.NIET_NODIG);
    }
    boolean isOld = !now.isBefore(unseen.givenAt().plus(WEEK));
    if (isDeskOnly(tx, place)) {
      return isOld ? Optional.of(Reason.GEEN_KANAAL) : Optional.empty();
    }
    return switch (standing(tx, unseen, now).now()) {
      case Standing.Now.None() -> isOld ? Optional.of(Reason.GEEN_KANAAL) : Optional.empty();
      case Standing.Now.CameBack(var row) ->
          Optional.of(
              row.step() == ChannelRow.Step.RETOUR ? Reason.BRIEF_RETOUR : Reason.MAIL_MISLUKT);
      case Standing.Now.Works works ->
          switch (works.channel()) {
            case BRIEF -> Optional.of(Reason.BRIEF_STUREN);
            case LOKET -> Optional.of(Reason.LOKET);
            case E_MAIL ->
                now.isBefore(unseen.givenAt().plus(MAIL))
                    ? Optional.empty()
                    : Optional.of(Reason.NIET_NODIG);
          };
    };
  }

  /// As whom that person stands here.
  private Place stands(Connection tx, Place place) throws SQLException {
    return new Place(place.subject(), places.stands(tx, place));
  }

  private boolean isDeskOnly(Connection tx, Place place) throws SQLException {
    for (var number : places.numbers(tx, place)) {
      if (places.isDeskOnly(tx, number, Optional.of(place))) {
        return true;
      }
    }
    return places.isDeskOnly(tx, PlaceRegister.NOBODY, Optional.of(place));
  }

  /// How that person is reached now, under whatever name at this child it was said.
  Standing standing(Connection tx, Unseen unseen, Instant now) throws SQLException {
    var place = new Place(unseen.subject(), unseen.person());
    return Standing.of(
        channels.at(tx, unseen.subject(), List.copyOf(places.alike(tx, place))), now);
  }
}
