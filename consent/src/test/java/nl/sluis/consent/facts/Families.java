package nl.sluis.consent.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.custody.Deelgezag;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Regime;

/// Families and histories made from a seed, for properties that hold for all of them.
final class Families {
  private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");
  static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  static final List<UUID> PEOPLE = List.of(Story.CHILD, Story.MOTHER, Story.FATHER, Story.GUARDIAN);

  /// Families in which something was found once: the first in which two changes of gezag together
  /// let more through.
  private static final int[] FOUND_ONCE = {33_966};

  /// Out of how many a day draws its first one.
  private static final int NUMBERED = 1_000_000_000;

  private Families() {}

  /// The families that are looked at today: the first of all, those in which something was found
  /// once, and as many that the day draws or `-Dsluis.zaad` says. With `-Dsluis.heel=true`, as
  /// `./sluis proef wet` asks, five times that many in a row.
  ///
  /// @param all of how many there would be no drawing
  static int[] seeds(int all) {
    if (Boolean.getBoolean("sluis.heel")) {
      return IntStream.range(0, 5 * all).toArray();
    }
    long day = Long.getLong("sluis.zaad", LocalDate.now(Age.CALENDAR).toEpochDay());
    int first = new SplittableRandom(day).nextInt(all, NUMBERED);
    int half = all / 8;
    var drawn = IntStream.range(first, first + half);
    return Stream.of(IntStream.range(0, half), IntStream.of(FOUND_ONCE), drawn)
        .flatMapToInt(some -> some)
        .toArray();
  }

  static FactQuery query(Random random) {
    var regimes = EnumSet.of(pick(random, List.of(Regime.values())));
    if (random.nextInt(4) == 0) {
      regimes.add(pick(random, List.of(Regime.values())));
    }
    return new FactQuery(
        Story.CHILD, Story.PURPOSE, Story.SCHOOL, Story.CJG, Story.SIGNAL, regimes, Story.TEXT);
  }

  static Records family(Random random) {
    var birth = LocalDate.of(2008 + random.nextInt(12), 11, 15 + random.nextInt(12));
    var custody = new ArrayList<CustodyFact>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      custody.add(custodyFact(random, i));
    }
    var asks = new ArrayList<ConsentAsk>();
    for (int i = 1; i <= 2; i++) {
      asks.add(
          new ConsentAsk(
              new UUID(1, i),
              Story.CHILD,
              Story.PURPOSE,
              Story.SCHOOL,
              Story.CJG,
              Story.SIGNAL,
              AT.plus(Duration.ofDays(random.nextInt(20) - 2)),
              random.nextInt(3) == 0,
              Story.TEXT));
    }
    var events = new ArrayList<ConsentEvent>();
    for (int i = 0; i < 2 + random.nextInt(8); i++) {
      boolean yes = random.nextInt(10) < 8;
      var given = random.nextInt(6) == 0 ? EventType.RENEWED : EventType.GIVEN;
      events.add(event(random, yes ? given : pick(random, anything()), i));
    }
    return new Records(
        birth,
        custody,
        judgements(random),
        random.nextInt(10) == 0 ? Set.of(pick(random, PEOPLE)) : Set.of(),
        asks,
        events,
        Set.of(),
        Map.of(),
        List.of(),
        parts(random));
  }

  private static List<Competence> judgements(Random random) {
    var able = new ArrayList<Competence>();
    for (int i = random.nextInt(6); i > 3; i--) {
      var judged = START.plus(Duration.ofDays(random.nextInt(3)));
      able.add(
          new Competence(i, random.nextInt(3) == 0, judged, judged.plus(Duration.ofDays(360))));
    }
    return able;
  }

  private static List<Deelgezag> parts(Random random) {
    if (random.nextInt(6) > 0) {
      return List.of();
    }
    var from = LocalDate.of(2026, 5 + random.nextInt(6), 1);
    return List.of(part(random, from, AT.minus(Duration.ofDays(random.nextInt(200)))));
  }

  static Deelgezag part(Random random, LocalDate from, Instant obtained) {
    return new Deelgezag(
        1,
        pick(random, List.of(Deelgezag.Domain.values())),
        random.nextInt(4) > 0,
        Story.GUARDIAN,
        from,
        from.plusMonths(1 + random.nextInt(12)),
        obtained);
  }

  private static List<EventType> anything() {
    return List.of(EventType.values());
  }

  private static CustodyFact custodyFact(Random random, int seq) {
    var from = LocalDate.of(2026, 1 + random.nextInt(6), 1);
    var obtained = Instant.parse("2026-05-01T10:00:00Z").plus(Duration.ofDays(random.nextInt(3)));
    return custodyFact(random, seq, from, obtained);
  }

  static CustodyFact custodyFact(Random random, int seq, LocalDate from, Instant obtained) {
    var situation =
        pick(
            random,
            List.of(
                CustodySituation.EENHOOFDIG,
                CustodySituation.GEZAMENLIJK_SAMEN,
                CustodySituation.GEZAMENLIJK_GESCHEIDEN,
                CustodySituation.GEZAMENLIJK_GEZAG,
                CustodySituation.OTS,
                random.nextInt(3) == 0 ? CustodySituation.ONBEKEND : CustodySituation.OTS));
    var holders =
        switch (situation) {
          case ONBEKEND -> Set.<UUID>of();
          case EENHOOFDIG -> Set.of(pick(random, List.of(Story.MOTHER, Story.FATHER)));
          case GEZAMENLIJK_GEZAG -> Set.of(Story.MOTHER, Story.GUARDIAN);
          default -> Set.of(Story.MOTHER, Story.FATHER);
        };
    boolean byHand = random.nextInt(8) == 0;
    return new CustodyFact(
        seq,
        situation,
        byHand ? CustodySource.VIER_OGEN : CustodySource.GEZAGSREGISTER,
        from,
        obtained,
        holders,
        random.nextInt(12) == 0 ? from.plusMonths(5 + random.nextInt(4)) : null,
        !byHand || random.nextBoolean());
  }

  static ConsentEvent event(Random random, EventType type, long seq) {
    return new ConsentEvent(
        seq,
        new UUID(1, 1 + random.nextInt(2)),
        pick(random, PEOPLE),
        type,
        random.nextInt(5) == 0 ? Set.of(DataCategory.K09) : Set.of(),
        pick(random, List.of(Channel.values())),
        random.nextInt(3) == 0,
        START.plus(Duration.ofHours(random.nextInt(160) * 24L)),
        lasts(type) && random.nextBoolean()
            ? AT.plus(Duration.ofDays(random.nextInt(20) - 2))
            : null,
        type.isYes() && random.nextBoolean());
  }

  private static boolean lasts(EventType type) {
    return switch (type) {
      case RENEWED, SUBSTITUTED_BY_COURT, SUSPENDED_SAFETY -> true;
      default -> false;
    };
  }

  static ConsentEvent copy(ConsentEvent e, EventType type, long seq) {
    return new ConsentEvent(
        seq,
        e.askId(),
        e.person(),
        type,
        e.categories(),
        Channel.PORTAAL,
        false,
        e.occurredAt(),
        null);
  }

  static Records plus(Records r, ConsentEvent event) {
    var events = new ArrayList<>(r.events());
    events.add(event);
    return with(r, r.custody(), events);
  }

  static Records with(Records r, List<CustodyFact> custody, List<ConsentEvent> events) {
    return new Records(
        r.birth(),
        custody,
        r.able(),
        r.shielded(),
        r.asks(),
        events,
        r.restrictions(),
        r.registered(),
        r.residences(),
        r.parts());
  }

  /// The same family, of whose gezag a court gave one part more away.
  static Records plus(Records r, Deelgezag part) {
    var parts = new ArrayList<>(r.parts());
    parts.add(part);
    return new Records(
        r.birth(),
        r.custody(),
        r.able(),
        r.shielded(),
        r.asks(),
        r.events(),
        r.restrictions(),
        r.registered(),
        r.residences(),
        parts);
  }

  static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
