package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.Helps;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.policies.question.ReferenceKind;

/// At which children somebody who logged in has a place, and as whom.
///
/// Everything that people find behind their sign-in begins here. Who is served at the desk only has
/// no place from then on, and is looked up as somebody whom nobody knows: the same statements find
/// nothing, so that no page, no answer and no time tells such an account from one of somebody about
/// whom little is recorded (portals.md 5.2, N11). May be shared between threads.
public final class Places {
  private static final String SHARED = "bsn";

  private final PlaceRegister taken;
  private final HiddenReader hiding;
  private final Helps helps;
  private final SubjectRegister subjects;
  private final int keyVersion;

  /// @param keyVersion the version of the key of references
  public Places(PlaceRegister taken, SubjectRegister subjects, int keyVersion) {
    this.taken = taken;
    this.hiding = new HiddenReader(taken.region());
    this.helps = new Helps(taken.region());
    this.subjects = subjects;
    this.keyVersion = keyVersion;
  }

  /// All of them; oneself first, when one is a child that Sluis knows. Whose sight is lent has the
  /// one place that is lent.
  public List<Place> of(Connection tx, SignedIn who) throws SQLException {
    return lent(who, all(tx, who));
  }

  private List<Place> all(Connection tx, SignedIn who) throws SQLException {
    if (who.help().isPresent()) {
      // Who is helped at a desk is there as long as the help lasts, and nowhere else.
      return helps.place(tx, who.number()).stream().toList();
    }
    var places = new ArrayList<Place>();
    var self = self(tx, who).map(subject -> new Place(subject, subject));
    boolean deskOnly = taken.isDeskOnly(tx, who.number(), self);
    self.filter(_ -> !deskOnly).ifPresent(places::add);
    for (var place : taken.of(tx, deskOnly ? PlaceRegister.NOBODY : who.number())) {
      if (places.stream().noneMatch(p -> p.subject().equals(place.subject()))) {
        places.add(place);
      }
    }
    return places;
  }

  private static List<Place> lent(SignedIn who, List<Place> places) {
    return places.stream()
        .filter(
            place -> who.lent().filter(lent -> !lent.subject().equals(place.subject())).isEmpty())
        .toList();
  }

  /// The number by which this person is looked up in what was lent: that of nobody for who is
  /// served at the desk only, so that this account shows nothing either.
  Hmac shown(Connection tx, SignedIn who) throws SQLException {
    var self = self(tx, who).map(subject -> new Place(subject, subject));
    return taken.isDeskOnly(tx, who.number(), self) ? PlaceRegister.NOBODY : who.number();
  }

  /// The places of somebody, and what that person may read of where others are.
  ///
  /// @param cover by every place of that person, also when only one is lent: who is shielded at one
  ///   child is so at each
  public record Seen(List<Place> places, Cover cover) {
    /// Copies its list.
    public Seen {
      places = List.copyOf(places);
    }
  }

  /// All of them, with what is covered at each.
  public Seen seen(Connection tx, SignedIn who) throws SQLException {
    var all = all(tx, who);
    return new Seen(lent(who, all), cover(tx, all));
  }

  /// What is to be seen at one child.
  @FunctionalInterface
  interface Look<T> {
    List<T> at(Connection tx, Place place) throws SQLException;
  }

  /// What is to be seen at all of them, child by child.
  <T> List<AtChild<T>> look(DataSource database, SignedIn who, Look<T> look) throws SQLException {
    var children = new ArrayList<AtChild<T>>();
    try (var connection = database.getConnection()) {
      var seen = seen(connection, who);
      for (var place : seen.places()) {
        children.add(
            new AtChild<>(
                place.subject(), place.isSelf(), seen.cover(), look.at(connection, place)));
      }
    }
    return children;
  }

  /// What this person may read of where others are. Who is shielded at one child is so at each: a
  /// brother lives where his sister lives, and two children may turn out to be one.
  public Cover cover(Connection tx, SignedIn who) throws SQLException {
    return cover(tx, all(tx, who));
  }

  private Cover cover(Connection tx, List<Place> places) throws SQLException {
    boolean shielded = false;
    for (var place : places) {
      // Each is asked, so that how long it takes tells nothing.
      shielded |= hiding.isShielded(tx, place.subject(), place.person());
    }
    return new Cover(shielded);
  }

  /// The same, of somebody who has this place and is not logged in now: at every child at which
  /// whoever logs in as this person has a place.
  public Cover cover(Connection tx, Place place) throws SQLException {
    var all = new ArrayList<Place>();
    all.add(place);
    for (var held : taken.heldByOthers(tx, place, PlaceRegister.NOBODY)) {
      all.addAll(taken.of(tx, held.number()));
    }
    return cover(tx, all);
  }

  /// The place at this child.
  Optional<Place> at(Connection tx, SignedIn who, UUID subject) throws SQLException {
    return of(tx, who).stream().filter(place -> place.subject().equals(subject)).findFirst();
  }

  private Optional<UUID> self(Connection tx, SignedIn who) throws SQLException {
    var key = new AliasKey(SHARED, ReferenceKind.BSN, who.own(), keyVersion);
    return Optional.ofNullable(subjects.find(tx, Set.of(key)).get(key));
  }
}
