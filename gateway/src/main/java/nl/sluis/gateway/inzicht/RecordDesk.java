package nl.sluis.gateway.inzicht;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.consent.sight.OwnConsents;
import nl.sluis.consent.subject.Merges;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.OwnDesk;
import nl.sluis.gateway.desk.Places;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.onderzoek.JoinedInquiries;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// What somebody who logged in sees of the logbook about a child, piece by piece.
///
/// A piece is one month, or less when there is much; its size and its end follow from what is shown
/// alone. Rows are read two hundred at a time and never more than [#MOST] for one piece. Who calls
/// it MUST note the look first ([Looks]). May be shared between threads.
final class RecordDesk {
  /// How many rows are opened for one piece at most; whoever has more looks at an older day.
  static final int MOST = 5_000;

  /// From how long ago the circle is drawn.
  private static final int CIRCLE_MONTHS = 12;

  /// As long as a row is kept when no rule says otherwise.
  private static final int YEARS = 5;

  private final DataSource database;
  private final Places places;
  private final SubjectReference references;
  private final OwnDesk own;
  private final FactsOf facts;
  private final RowWindow rows;
  private final RowScan scan;

  /// @param database for looking
  /// @param places at which children somebody has a place
  /// @param references names children and lines, for each person otherwise
  /// @param own knows what somebody said
  /// @param facts knows what is on record around rows
  /// @param reader reads the logbook by person
  /// @param scan reads the logbook by place
  RecordDesk(
      DataSource database,
      Places places,
      SubjectReference references,
      OwnDesk own,
      FactsOf facts,
      LogReader reader,
      RowScan scan) {
    this.database = database;
    this.places = places;
    this.references = references;
    this.own = own;
    this.facts = facts;
    this.rows = new RowWindow(reader);
    this.scan = scan;
  }

  /// What people see of the tables of a region.
  ///
  /// @param law the words of the convenant
  /// @param own knows what somebody said
  /// @param family knows what went out for safety's sake
  /// @param stops knows who was told to stop
  /// @param keyVersion the version of the key of references
  static RecordDesk of(
      String region,
      DataSource database,
      CurrentLaw law,
      KeyVault vault,
      SecureRandom random,
      SubjectRegister subjects,
      SubjectReference references,
      OwnDesk own,
      Family family,
      StopTable stops,
      int keyVersion) {
    var seal = new FactSeal(vault, random);
    var facts =
        new FactsOf(
            law,
            new FactReader(region, seal),
            new HiddenReader(region),
            family,
            stops,
            new ConsentDesk(region, seal, ConsentParameters.strict()),
            new Merges(region, seal, subjects),
            new JoinedInquiries(region));
    return new RecordDesk(
        database,
        new Places(new PlaceRegister(region), subjects, keyVersion),
        references,
        own,
        facts,
        new LogReader(region, vault),
        new RowScan(region, vault));
  }

  /// A child at which somebody has a place.
  ///
  /// @param word by which this person points at it; it says nothing to anybody else
  /// @param self whether it is the person itself
  /// @param age in whole years; empty when the birth date is not known
  /// @param whole whether this person sees everything that may be seen, and not the own words alone
  /// @param cover what this person may read of where others are
  record Child(
      String word, Place place, boolean self, Optional<Integer> age, boolean whole, Cover cover) {}

  /// Every child at which this person has a place; the person itself first.
  List<Child> children(SignedIn who, Instant now) throws SQLException {
    var children = new ArrayList<Child>();
    try (var tx = database.getConnection()) {
      var seen = places.seen(tx, who);
      for (var place : seen.places()) {
        children.add(child(tx, who, place, seen.cover(), now));
      }
    }
    return children;
  }

  /// The child that this person calls so; empty when there is none.
  Optional<Child> child(SignedIn who, String word, Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      var seen = places.seen(tx, who);
      for (var place : seen.places()) {
        if (references.child(who.names(), place.subject()).equals(word)) {
          return Optional.of(child(tx, who, place, seen.cover(), now));
        }
      }
    }
    return Optional.empty();
  }

  private Child child(Connection tx, SignedIn who, Place place, Cover cover, Instant now)
      throws SQLException {
    var stands = facts.stands(tx, place, now);
    return new Child(
        references.child(who.names(), place.subject()),
        place,
        place.isSelf(),
        stands.age(),
        stands.whole(),
        cover);
  }

  /// How this person names lines about this child.
  LineIds ids(SignedIn who, Child child) {
    return ids(who, child.place().subject());
  }

  /// How this person names lines about the child under this identifier.
  LineIds ids(SignedIn who, UUID subject) {
    return new LineIds(references.lineKey(who.names(), subject));
  }

  /// The piece that ends with this day.
  Timeline upTo(Child child, LocalDate last, Instant now) throws SQLException {
    var said = own(child, now);
    try (var tx = database.getConnection()) {
      return look(tx, child, said, now).piece(last.withDayOfMonth(1), last);
    }
  }

  /// The newest piece that has a line; empty when there is no line at all.
  Timeline newest(Child child, Instant now) throws SQLException {
    var said = own(child, now);
    var today = Teller.day(now);
    try (var tx = database.getConnection()) {
      var look = look(tx, child, said, now);
      var month = look.piece(today.withDayOfMonth(1), today);
      if (!month.lines().isEmpty() || month.older().isEmpty()) {
        return month;
      }
      var last = month.older().get();
      return look.piece(last.withDayOfMonth(1), last);
    }
  }

  /// The line of this name, as it stands among those of its day; empty when this person has none.
  Optional<Line> line(SignedIn who, Child child, UUID name, Instant now) throws SQLException {
    var ref = ids(who, child).of(name);
    if (ref.isEmpty()) {
      return Optional.empty();
    }
    var said = own(child, now);
    try (var tx = database.getConnection()) {
      var look = look(tx, child, said, now);
      var day = ref.get().own() ? look.saidOn(ref.get()) : look.writtenOn(ref.get());
      return day.isEmpty()
          ? Optional.empty()
          : Timeline.of(look.tied(look.lines(day.get(), day.get())), Optional.empty())
              .find(ref.get());
    }
  }

  /// What is to be seen of one month, each thing apart.
  MonthLines month(Child child, YearMonth month, Instant now) throws SQLException {
    var said = own(child, now);
    try (var tx = database.getConnection()) {
      var look = look(tx, child, said, now);
      return new MonthLines(look.lines(month.atDay(1), month.atEndOfMonth()), look.masked());
    }
  }

  /// What somebody who has this place sees of everything in which this organisation took part, the
  /// oldest first; each thing apart.
  MonthLines of(Place place, Oin organisation, Instant now) throws SQLException {
    var said = own.look(place, now);
    var lines = new ArrayList<Line>();
    boolean masked;
    try (var tx = database.getConnection()) {
      var look = Look.of(tx, place, places.cover(tx, place), said, facts, rows, now);
      masked = look.masked();
      var last = YearMonth.from(Teller.day(now));
      for (var month = YearMonth.from(completeFrom(now)); !month.isAfter(last); ) {
        for (var line : look.lines(month.atDay(1), month.atEndOfMonth())) {
          if (look.whence(line).filter(one -> one.isOf(organisation)).isPresent()) {
            lines.add(line);
          }
        }
        month = month.plusMonths(1);
      }
    }
    lines.sort(Comparator.comparing(Line::day));
    return new MonthLines(lines, masked);
  }

  /// Where the line of this name comes from; empty when this person has none.
  Optional<Whence> whence(SignedIn who, Child child, UUID name, Instant now) throws SQLException {
    var line = line(who, child, name, now);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    var said = own(child, now);
    try (var tx = database.getConnection()) {
      return look(tx, child, said, now).whence(line.get());
    }
  }

  /// May this person, who has this place, see this now, in the transaction of the caller?
  boolean isSeen(Connection tx, SignedIn who, Place place, Again.Once once, Instant now)
      throws SQLException {
    var look = Look.of(tx, place, places.cover(tx, who), List.of(), facts, rows, now);
    boolean said = once.line().filter(Ref::own).isPresent();
    return look.again(said ? once.withoutLine() : once)
        .filter(again -> again.whole() || said)
        .isPresent();
  }

  /// What this person may see now of what it acted on once, in the same order.
  List<Optional<Again>> again(Child child, List<Again.Once> onces, Instant now)
      throws SQLException {
    var said = own(child, now);
    try (var tx = database.getConnection()) {
      var look = look(tx, child, said, now);
      var again = new ArrayList<Optional<Again>>();
      for (var once : onces) {
        again.add(look.again(once));
      }
      return again;
    }
  }

  /// What this person may see of these rows, in the same order.
  List<Optional<Line>> seen(Child child, List<Ref> refs, Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      return look(tx, child, List.of(), now).seen(refs);
    }
  }

  /// Who is around this child, by the lines of the last twelve months.
  Around around(Child child, Instant now) throws SQLException {
    var said = own(child, now);
    var today = Teller.day(now);
    try (var tx = database.getConnection()) {
      var look = look(tx, child, said, now);
      return Around.of(look.lines(today.minusMonths(CIRCLE_MONTHS), today));
    }
  }

  /// From which day on the logbook holds everything that happened through Sluis.
  LocalDate completeFrom(Instant now) throws SQLException {
    var kept = Teller.day(now).minusYears(YEARS);
    try (var tx = database.getConnection()) {
      return scan.page(tx, 0, 1).stream()
          .flatMap(row -> row.detail().stream())
          .map(detail -> Teller.day(Instant.parse(detail.path("tijd").asText())))
          .filter(first -> first.isAfter(kept))
          .findFirst()
          .orElse(kept);
    }
  }

  private List<OwnConsents.Line> own(Child child, Instant now) throws SQLException {
    return own.look(child.place(), now);
  }

  private Look look(Connection tx, Child child, List<OwnConsents.Line> said, Instant now)
      throws SQLException {
    return Look.of(tx, child.place(), child.cover(), said, facts, rows, now);
  }

  /// The last instant of this day, not included.
  static Instant after(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Age.CALENDAR).toInstant();
  }
}
