package nl.sluis.consent.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyFact;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.custody.Deelgezag;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// One child's records, told line by line, for specs of the pure function. For one thread.
final class Story {
  static final UUID CHILD = new UUID(0, 1);
  static final UUID MOTHER = new UUID(0, 2);
  static final UUID FATHER = new UUID(0, 3);
  static final UUID GUARDIAN = new UUID(0, 4);
  static final UUID ASK = new UUID(1, 1);
  static final Purpose PURPOSE = new Purpose("signaal-bespreken-cjg");
  static final PartyRole SCHOOL = new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);
  static final PartyRole CJG = new PartyRole(new Oin("00000099000000101000"), Role.CJG_COACH);
  static final Set<DataCategory> SIGNAL =
      EnumSet.of(DataCategory.K01, DataCategory.K05, DataCategory.K09);

  static final String TEXT = "de tekst van toen";

  private @Nullable LocalDate birth;
  private final List<CustodyFact> custody = new ArrayList<>();
  private final List<Deelgezag> parts = new ArrayList<>();
  private final List<Competence> able = new ArrayList<>();
  private final Set<UUID> shielded = new HashSet<>();
  private final List<ConsentAsk> asks = new ArrayList<>();
  private final List<ConsentEvent> events = new ArrayList<>();
  private ConsentParameters parameters = ConsentParameters.strict();
  private Set<Regime> regimes = Set.of(Regime.SCHOOL_AVG);
  private Channel channel = Channel.PAPIER;
  private boolean withCode = true;
  private String text = TEXT;
  private UUID current = ASK;
  private long seq;

  static Story of(String birth) {
    var story = new Story();
    story.birth = LocalDate.parse(birth);
    return story;
  }

  static Story withoutBirthDate() {
    return new Story();
  }

  Story under(Regime... which) {
    regimes = Set.of(which);
    return this;
  }

  Story with(ConsentParameters other) {
    parameters = other;
    return this;
  }

  Story by(Channel other) {
    channel = other;
    return this;
  }

  Story custody(CustodySituation situation, String from, UUID... holders) {
    return custody(situation, CustodySource.GEZAGSREGISTER, from, holders);
  }

  Story custody(CustodySituation situation, CustodySource source, String from, UUID... holders) {
    var day = LocalDate.parse(from);
    var obtained = day.atStartOfDay(Age.CALENDAR).toInstant();
    custody.add(new CustodyFact(seq++, situation, source, day, obtained, Set.of(holders)));
    return this;
  }

  /// One parent has gezag, until a day, perhaps seen by one person only.
  Story custody(
      CustodySource source, String from, @Nullable String until, boolean confirmed, UUID parent) {
    var day = LocalDate.parse(from);
    custody.add(
        new CustodyFact(
            seq++,
            CustodySituation.EENHOOFDIG,
            source,
            day,
            day.atStartOfDay(Age.CALENDAR).toInstant(),
            Set.of(parent),
            until == null ? null : LocalDate.parse(until),
            confirmed));
    return this;
  }

  /// A court gave a part of gezag away.
  Story part(Deelgezag.Domain domain, boolean named, UUID holder, String from, String until) {
    var day = LocalDate.parse(from);
    var seen = day.atStartOfDay(Age.CALENDAR).toInstant();
    parts.add(new Deelgezag(seq++, domain, named, holder, day, LocalDate.parse(until), seen));
    return this;
  }

  /// What is asked from here on is asked in another text.
  Story inText(String other) {
    text = other;
    return this;
  }

  Story unable(String at) {
    return judged(at, false);
  }

  Story judged(String at, boolean judgement) {
    var when = Instant.parse(at);
    able.add(new Competence(seq++, judgement, when, ConsentParameters.monthsAfter(when, 12)));
    return this;
  }

  Story shields(UUID person) {
    shielded.add(person);
    return this;
  }

  Story asked(String until) {
    return asked(ASK, SCHOOL, CJG, PURPOSE, until, false, SIGNAL);
  }

  Story asked(
      UUID id,
      PartyRole sender,
      PartyRole receiver,
      Purpose purpose,
      String until,
      boolean oneOff,
      Set<DataCategory> categories) {
    var end = Instant.parse(until);
    asks.add(new ConsentAsk(id, CHILD, purpose, sender, receiver, categories, end, oneOff, text));
    current = id;
    return this;
  }

  Story says(UUID person, EventType type, String at, DataCategory... categories) {
    return event(person, type, at, channel, false, null, categories);
  }

  Story saysForBoth(UUID person, String at) {
    return event(person, EventType.GIVEN, at, channel, true, null);
  }

  Story court(UUID replaced, String at, String until) {
    return event(replaced, EventType.SUBSTITUTED_BY_COURT, at, null, false, Instant.parse(until));
  }

  Story renews(UUID person, String at, String until) {
    return event(person, EventType.RENEWED, at, channel, false, Instant.parse(until));
  }

  Story suspended(String at, String until) {
    return event(null, EventType.SUSPENDED_SAFETY, at, null, false, Instant.parse(until));
  }

  /// What is said on paper from now on is said before professionals only, with no code.
  Story withoutCode() {
    withCode = false;
    return this;
  }

  Story happens(EventType type, String at) {
    return event(null, type, at, null, false, null);
  }

  private Story event(
      @Nullable UUID person,
      EventType type,
      String at,
      @Nullable Channel via,
      boolean forBoth,
      @Nullable Instant until,
      DataCategory... categories) {
    events.add(
        new ConsentEvent(
            seq++,
            current,
            person,
            type,
            Set.copyOf(Arrays.asList(categories)),
            via,
            forBoth,
            Instant.parse(at),
            until,
            withCode && via == Channel.PAPIER));
    return this;
  }

  Records records() {
    return new Records(
        birth, custody, able, shielded, asks, events, Set.of(), Map.of(), List.of(), parts);
  }

  ConsentState at(String instant) {
    return weigh(instant).state();
  }

  StateAt.Weighed weigh(String instant) {
    return weigh(new FactQuery(CHILD, PURPOSE, SCHOOL, CJG, SIGNAL, regimes, TEXT), instant);
  }

  StateAt.Weighed weigh(FactQuery query, String instant) {
    return new StateAt(parameters).weigh(query, records(), Instant.parse(instant));
  }
}
