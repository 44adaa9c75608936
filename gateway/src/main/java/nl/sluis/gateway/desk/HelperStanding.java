package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.machtiging.Machtiging;
import nl.sluis.consent.machtiging.MayGive;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.consent.sight.MayLearn;
import nl.sluis.consent.sight.MayLearn.Sight;
import nl.sluis.consent.sight.Row;
import nl.sluis.consent.sight.Viewer;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// Whether somebody may let another look along at a child, and whether what was given still stands.
///
/// It is asked at each use and nothing of it is remembered: who loses gezag, is served at the desk
/// only, or is told of by a letter to another has no sight to lend from that instant on. Who has a
/// place at the child is nobody's helper there: what is kept from that person stays kept. May be
/// shared between threads.
final class HelperStanding {
  private static final Oin NOBODY = new Oin("0".repeat(20));

  /// The level of a login counts for nothing where places are looked up.
  private static final SignedIn.Level ANY = SignedIn.Level.SUBSTANTIEEL;

  private final Places places;
  private final FactReader facts;
  private final HiddenReader hiding;
  private final MayLearn learn = new MayLearn(ConsentParameters.strict());

  HelperStanding(String region, PersonSeal seal, Places places) {
    this.places = places;
    this.facts = new FactReader(region, seal);
    this.hiding = new HiddenReader(region);
  }

  /// How somebody stands to a child.
  ///
  /// @param whole whether that person may see everything that may be seen now
  private record Stands(boolean whole, Optional<LocalDate> birth) {}

  /// May who has this place let another look along now?
  boolean mayGive(Connection tx, Place place, Instant now) throws SQLException {
    var stands = stands(tx, place, now);
    return MayGive.now(place.isSelf(), stands.whole(), stands.birth(), now);
  }

  /// The place that is lent, when it may still be.
  Optional<Place> lent(Connection tx, Machtiging one, Instant now) throws SQLException {
    var giver = new SignedIn(one.giver().number(), one.giver().own(), ANY);
    var place = places.at(tx, giver, one.place().subject());
    if (place.isEmpty()) {
      return Optional.empty();
    }
    var stands = stands(tx, place.get(), now);
    boolean self = place.get().isSelf();
    return self == one.place().isSelf()
            && MayGive.still(self, stands.whole(), stands.birth(), one.made(), now)
        ? place
        : Optional.empty();
  }

  /// Is who took it still nobody at this child?
  boolean isOutsider(Connection tx, Machtiging one) throws SQLException {
    return one.taken().isEmpty()
        || isOutsider(
            tx,
            new SignedIn(one.taken().get().by(), PlaceRegister.NOBODY, ANY),
            one.place().subject());
  }

  /// Is this person nobody at this child?
  boolean isOutsider(Connection tx, SignedIn helper, UUID subject) throws SQLException {
    return places.at(tx, helper, subject).isEmpty();
  }

  /// The age of the child in whole years; empty when its birth date is not known.
  Optional<Integer> age(Connection tx, UUID subject, Instant now) throws SQLException {
    return Optional.ofNullable(records(tx, subject, now).birth())
        .map(birth -> Age.at(birth, now).years());
  }

  private Stands stands(Connection tx, Place place, Instant now) throws SQLException {
    var records = records(tx, place.subject(), now);
    var row = new Row(place.subject(), Row.Kind.OVER_HET_KIND, false, now, Set.of());
    var viewer = new Viewer.Person(place.subject(), place.person());
    var sight = learn.of(viewer, row, records, hiding.of(tx, place.subject()), now);
    return new Stands(sight == Sight.ALLES, Optional.ofNullable(records.birth()));
  }

  private Records records(Connection tx, UUID subject, Instant now) throws SQLException {
    var nobody = new PartyRole(NOBODY, Role.JONGERE);
    var query =
        new FactQuery(
            subject,
            new Purpose("geen"),
            nobody,
            nobody,
            Set.of(),
            EnumSet.allOf(Regime.class),
            "");
    return facts.seen(tx, List.of(query), now).getFirst();
  }
}
