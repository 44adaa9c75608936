package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyAt;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.notice.NoticeDraft;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// Where a youth of sixteen or seventeen lets a parent or guardian look, and stops that (domain
/// 2.7).
///
/// Sluis knows nobody's name. Who has gezag finds a word here and tells it to the youth; the youth
/// hands it in. So nobody is shown a list of others. It counts from the commit, and ends at
/// eighteen by itself. May be shared between threads.
public final class OnlookerDesk {
  private static final int FROM = 16;
  private static final int UNTIL = 18;
  private static final Oin NOBODY = new Oin("0".repeat(20));

  private final DataSource database;
  private final Places places;
  private final FactReader facts;
  private final HiddenReader hiding;
  private final CustodyAt custody;
  private final Notices notices;
  private final SubjectReference references;

  /// @param seal opens what singles a person out
  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param parameters how long custody may be relied on
  /// @param references makes the words
  /// @param keyVersion the version of the key of references
  public OnlookerDesk(
      String region,
      PersonSeal seal,
      DataSource database,
      SubjectRegister subjects,
      ConsentParameters parameters,
      SubjectReference references,
      int keyVersion) {
    this.database = database;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.facts = new FactReader(region, seal);
    this.hiding = new HiddenReader(region);
    this.custody = new CustodyAt(parameters);
    this.notices = new Notices(region, seal, parameters);
    this.references = references;
  }

  /// Somebody who looks, or could.
  ///
  /// @param word the word for that person
  /// @param open whether the youth lets that person look
  public record Onlooker(String word, boolean open) {}

  /// For the child itself whom it lets look; for who has gezag the own word.
  public List<AtChild<Onlooker>> look(SignedIn who, Instant now) throws SQLException {
    return places.look(database, who, (tx, place) -> lines(tx, place, now));
  }

  private List<Onlooker> lines(Connection tx, Place place, Instant now) throws SQLException {
    var open = hiding.of(tx, place.subject()).openedFor();
    var people = place.isSelf() ? open : Set.of(place.person());
    var holders = holders(records(tx, place.subject(), now), now);
    return people.stream()
        .filter(holders::contains)
        .map(person -> new Onlooker(word(place.subject(), person), open.contains(person)))
        .sorted(Comparator.comparing(Onlooker::word))
        .toList();
  }

  /// The youth lets whoever this word is of look, or does not any more.
  ///
  /// @return empty when this person is nobody's self
  public Optional<Work<Outcome>> let(SignedIn who, String word, boolean open) throws SQLException {
    Optional<UUID> self;
    try (var connection = database.getConnection()) {
      self =
          places.of(connection, who).stream().filter(Place::isSelf).map(Place::subject).findFirst();
    }
    return self.map(
        subject ->
            new PersonFiling(
                who,
                subject,
                EntryKind.ONLOOKER,
                places,
                (found, place, detail) -> {
                  detail.put("open", open);
                  return let(found, place, word, open, detail::put);
                }));
  }

  /// Tells the row of whom it is.
  @FunctionalInterface
  private interface Telling {
    Object put(String field, String value);
  }

  private Filing.Result let(Found found, Place place, String word, boolean open, Telling row)
      throws SQLException {
    var subject = place.subject();
    var records = records(found.tx(), subject, found.at());
    var people = new HashSet<>(holders(records, found.at()));
    if (!open) {
      people.addAll(hiding.of(found.tx(), subject).openedFor());
    }
    var person = people.stream().filter(p -> word(subject, p).equals(word)).findFirst();
    if (!place.isSelf() || person.isEmpty()) {
      return Filing.fault("woord", "Dit woord hoort niet bij iemand die gezag over u heeft.");
    }
    if (open && !isOfAge(records, found.at())) {
      return Filing.fault(
          "woord", "U bepaalt wie meekijkt vanaf uw zestiende tot uw achttiende verjaardag.");
    }
    row.put("voor", person.get().toString());
    hiding.open(found.tx(), subject, person.get(), open, found.at());
    if (open) {
      var draft = new NoticeDraft(subject, person.get(), NoticeKind.MEEKIJKEN, null, null);
      notices.give(found.tx(), draft, found.at());
    }
    return new Filing.Result.Filed(word);
  }

  private static boolean isOfAge(Records records, Instant at) {
    var birth = records.birth();
    return birth != null && !Age.at(birth, at).isBelow(FROM) && Age.at(birth, at).isBelow(UNTIL);
  }

  private String word(UUID subject, UUID person) {
    return references.onlooker(subject, person);
  }

  private Set<UUID> holders(Records records, Instant at) {
    return custody
        .on(records.custody(), at)
        .filter(fact -> !fact.situation().isForAdults())
        .map(CustodyFact::holders)
        .orElseGet(Set::of);
  }

  private Records records(Connection tx, UUID subject, Instant at) throws SQLException {
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
    return facts.records(tx, List.of(query), at).getFirst();
  }
}
