package nl.sluis.consent.facts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.custody.Deelgezag;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.subject.SamePerson;
import nl.sluis.consent.subject.SealedFacts;
import nl.sluis.policies.question.Restriction;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// Collects the rows of one query while they come in, in any order. For one thread.
///
/// A row it cannot read breaks the batch: nothing is decided on half of the facts.
final class Gathered {
  private final FactQuery query;
  private final Map<Shielded, Shield> shields = new HashMap<>();
  private final List<CustodyFact> custody = new ArrayList<>();
  private final List<Deelgezag> parts = new ArrayList<>();
  private final List<Competence> able = new ArrayList<>();
  private final List<ConsentAsk> asks = new ArrayList<>();
  private final List<ConsentEvent> events = new ArrayList<>();
  private final Set<Restriction> restrictions = EnumSet.noneOf(Restriction.class);
  private final Map<String, LocalDate> registered = new HashMap<>();
  private final List<Residence> residences = new ArrayList<>();
  private final SamePerson same = new SamePerson();
  private final SealedFacts sealed;
  private byte @Nullable [] birth;
  private long birthSeq = -1;

  /// Who is shielded from which of the two organisations.
  private record Shielded(UUID person, String from) {}

  private record Shield(long seq, boolean shielded) {}

  Gathered(FactQuery query, SealedFacts sealed) {
    this.query = query;
    this.sealed = sealed;
  }

  void add(ResultSet row) throws SQLException {
    switch (row.getString("tag")) {
      case "B" -> addBirth(row);
      case "R" -> restrictions.add(restriction(row.getString("word")));
      case "V" -> registered.put(row.getString("word"), row.getObject("day", LocalDate.class));
      case "C" -> custody.add(custodyFact(row));
      case "D" -> parts.add(part(row));
      case "J" -> able.add(competence(row));
      case "S" -> addShield(row);
      case "G" -> residence(row).ifPresent(residences::add);
      case "P" -> same.add(row.getObject("person", UUID.class), row.getObject("id", UUID.class));
      case "A" -> asks.add(ask(row));
      case "E" -> events.add(event(row));
      default -> throw new IllegalStateException("a row of no known kind");
    }
  }

  Records records() {
    var hidden = new HashSet<UUID>();
    shields.forEach((who, shield) -> addIf(shield.shielded(), hidden, same.of(who.person())));
    return new Records(
        birth == null ? null : sealed.birth(query.subject(), birth).orElse(null),
        custody.stream().map(this::asOne).toList(),
        able,
        hidden,
        asks,
        events.stream().map(event -> event.by(same)).toList(),
        restrictions,
        registered,
        residences,
        parts.stream().map(part -> part.heldBy(same.of(part.holder()))).toList());
  }

  /// One person whom two partners know is one holder.
  private CustodyFact asOne(CustodyFact fact) {
    return fact.heldBy(fact.holders().stream().map(same::of).collect(Collectors.toSet()));
  }

  private static void addIf(boolean condition, Set<UUID> to, UUID person) {
    if (condition) {
      to.add(person);
    }
  }

  private void addBirth(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    if (seq > birthSeq) {
      birthSeq = seq;
      birth = row.getBytes("sealed");
    }
  }

  private void addShield(ResultSet row) throws SQLException {
    var shield = new Shield(row.getLong("seq"), row.getBoolean("flag"));
    var who = new Shielded(row.getObject("person", UUID.class), row.getString("word"));
    shields.merge(who, shield, (a, b) -> a.seq() > b.seq() ? a : b);
  }

  private static Restriction restriction(String word) {
    return Restriction.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static CustodyFact custodyFact(ResultSet row) throws SQLException {
    return new CustodyFact(
        row.getLong("seq"),
        CustodySituation.of(row.getString("word")).orElseThrow(),
        CustodySource.of(row.getString("other")).orElseThrow(),
        row.getObject("day", LocalDate.class),
        instant(row, "begins"),
        Set.of((UUID[]) row.getArray("ids").getArray()),
        row.getObject("ends") == null ? null : lastDay(row),
        row.getBoolean("flag"));
  }

  private static Deelgezag part(ResultSet row) throws SQLException {
    return new Deelgezag(
        row.getLong("seq"),
        Deelgezag.Domain.of(row.getString("word")).orElseThrow(),
        row.getBoolean("flag"),
        row.getObject("person", UUID.class),
        row.getObject("day", LocalDate.class),
        lastDay(row),
        instant(row, "begins"));
  }

  /// The day that begins at the instant at which something ends.
  private static LocalDate lastDay(ResultSet row) throws SQLException {
    return instant(row, "ends").atZone(Age.CALENDAR).toLocalDate();
  }

  private Optional<Residence> residence(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    return sealed
        .residence(query.subject(), row.getBytes("sealed"))
        .map(lives -> new Residence(seq, lives.municipality(), lives.validFrom()));
  }

  private static Competence competence(ResultSet row) throws SQLException {
    return new Competence(
        row.getLong("seq"), row.getBoolean("flag"), instant(row, "begins"), instant(row, "ends"));
  }

  private ConsentAsk ask(ResultSet row) throws SQLException {
    var role = Role.of(row.getString("word")).orElseThrow();
    return new ConsentAsk(
        row.getObject("id", UUID.class),
        query.subject(),
        query.purpose(),
        new PartyRole(query.sender().oin(), role),
        query.receiver(),
        categories(row.getArray("words")),
        instant(row, "ends"),
        row.getBoolean("flag"),
        row.getString("other"));
  }

  private static ConsentEvent event(ResultSet row) throws SQLException {
    var channel = row.getString("other");
    var ends = row.getObject("ends", OffsetDateTime.class);
    return new ConsentEvent(
        row.getLong("seq"),
        row.getObject("id", UUID.class),
        row.getObject("person", UUID.class),
        EventType.valueOf(row.getString("word")),
        categories(row.getArray("words")),
        channel == null ? null : Channel.of(channel).orElseThrow(),
        row.getBoolean("flag"),
        instant(row, "begins"),
        ends == null ? null : ends.toInstant(),
        row.getArray("ids") != null);
  }

  private static Set<DataCategory> categories(Array words) throws SQLException {
    return Arrays.stream((String[]) words.getArray())
        .map(code -> DataCategory.of(code).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
