package nl.sluis.gateway.inzicht;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.Asked;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.consent.sight.MayLearn;
import nl.sluis.consent.sight.MayLearn.Sight;
import nl.sluis.consent.sight.Row;
import nl.sluis.consent.sight.Viewer;
import nl.sluis.consent.subject.Merges;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.nacontrole.Family.Reported;
import nl.sluis.gateway.onderzoek.JoinedInquiries;
import nl.sluis.gateway.onderzoek.JoinedInquiries.Joined;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// What is on record around the rows about a child: who has gezag, what is hidden from whom, and in
/// whose words a thing is told.
///
/// May be shared between threads; it works on the connection of its caller.
final class FactsOf {
  /// Stands for no organisation at all, when only the child is asked about.
  private static final Oin NOBODY = new Oin("0".repeat(20));

  private final CurrentLaw law;
  private final FactReader reader;
  private final HiddenReader hiding;
  private final Family family;
  private final StopTable stops;
  private final ConsentDesk consents;
  private final Merges merges;
  private final JoinedInquiries inquiries;

  /// @param law the words of the convenant
  /// @param reader reads who has gezag, and who is shielded
  /// @param hiding reads what is hidden
  /// @param family knows what went out for safety's sake
  /// @param stops knows who was told to stop
  /// @param consents knows what was asked
  /// @param merges knows which children turned out to be one
  /// @param inquiries knows which exchange is said to which
  FactsOf(
      CurrentLaw law,
      FactReader reader,
      HiddenReader hiding,
      Family family,
      StopTable stops,
      ConsentDesk consents,
      Merges merges,
      JoinedInquiries inquiries) {
    this.law = law;
    this.reader = reader;
    this.hiding = hiding;
    this.family = family;
    this.stops = stops;
    this.consents = consents;
    this.merges = merges;
    this.inquiries = inquiries;
  }

  /// How somebody stands to a child.
  ///
  /// @param age of the child, in whole years; empty when the birth date is not known
  /// @param whole whether this person sees what may be seen, and not the own words alone
  record Stands(Optional<Integer> age, boolean whole) {}

  /// How this person stands to this child at this instant.
  Stands stands(Connection tx, Place place, Instant now) throws SQLException {
    var nobody = new PartyRole(NOBODY, Role.JONGERE);
    var nothing = new Happened.Between(new Purpose("geen"), nobody, nobody);
    var records = records(tx, place.subject(), List.of(nothing), now).getFirst();
    var row = new Row(UUID.randomUUID(), Row.Kind.OVER_HET_KIND, false, now, Set.of());
    var viewer = new Viewer.Person(place.subject(), place.person());
    var sight =
        new MayLearn(ConsentParameters.strict())
            .of(viewer, row, records, hiding.of(tx, place.subject()), now);
    var age = Optional.ofNullable(records.birth()).map(birth -> Age.at(birth, now).years());
    return new Stands(age, sight == Sight.ALLES);
  }

  /// The child, and every other that turned out to be the same.
  List<UUID> subjects(Connection tx, UUID subject) throws SQLException {
    return subjects(tx, merges, subject);
  }

  /// The same, by this register.
  static List<UUID> subjects(Connection tx, Merges merges, UUID subject) throws SQLException {
    var found = new ArrayList<UUID>();
    var known = new HashSet<UUID>(Set.of(subject));
    found.add(subject);
    for (int i = 0; i < found.size(); i++) {
      for (var merge : merges.into(tx, found.get(i))) {
        if (!merge.undone() && known.add(merge.pair().from())) {
          found.add(merge.pair().from());
        }
      }
    }
    return found;
  }

  /// The stop message with this identifier, with the words of the consent behind it.
  static Optional<Happened.Stop> stop(
      Connection tx, StopTable stops, ConsentDesk consents, UUID id) {
    try {
      var message = stops.find(tx, id);
      if (message.isEmpty()) {
        return Optional.empty();
      }
      return consents
          .find(tx, message.get().consent())
          .map(
              ask ->
                  new Happened.Stop(
                      ask.id(), new Happened.Between(ask.purpose(), ask.sender(), ask.receiver())));
    } catch (SQLException e) {
      throw new IllegalStateException("a stop message cannot be read", e);
    }
  }

  /// What is on record around this child for who looks.
  Around around(Connection tx, Place place, Instant now) throws SQLException {
    var subjects = subjects(tx, place.subject());
    var embargoes = new ArrayList<Hidden.Embargoed>();
    var opened = new HashSet<UUID>();
    var reports = new HashMap<UUID, Reported>();
    var told = new HashMap<UUID, Happened.Stop>();
    for (var subject : subjects) {
      var hidden = hiding.of(tx, subject);
      embargoes.addAll(hidden.embargoes());
      opened.addAll(hidden.openedFor());
      family.about(tx, subject).forEach(report -> reports.put(report.transaction(), report));
      stops(tx, subject, told);
    }
    return new Around(tx, place, new Hidden(embargoes, opened), reports, told, now);
  }

  /// Every stop message about a child with the question behind it, in as many statements however
  /// many there are.
  private void stops(Connection tx, UUID subject, Map<UUID, Happened.Stop> told)
      throws SQLException {
    var asks =
        consents.about(tx, subject).stream()
            .map(Asked::ask)
            .collect(Collectors.toMap(ConsentAsk::id, ask -> ask));
    for (var message : stops.about(tx, subject)) {
      var ask = asks.get(message.consent());
      if (ask != null) {
        told.put(
            message.id(),
            new Happened.Stop(
                ask.id(), new Happened.Between(ask.purpose(), ask.sender(), ask.receiver())));
      }
    }
  }

  private List<Records> records(
      Connection tx, UUID subject, List<Happened.Between> betweens, Instant now)
      throws SQLException {
    var queries =
        betweens.stream()
            .map(
                between ->
                    new FactQuery(
                        subject,
                        between.purpose(),
                        between.from(),
                        between.to(),
                        Set.of(),
                        EnumSet.allOf(Regime.class),
                        ""))
            .toList();
    return reader.seen(tx, queries, now);
  }

  /// What is on record around one child for one person; reads each exchange once. For one thread.
  final class Around {
    private final Connection tx;
    private final Place place;
    private final Hidden hidden;
    private final Map<UUID, Reported> reports;
    private final Instant now;
    private final Map<Happened.Between, Records> known = new HashMap<>();
    private final Map<UUID, Happened.Stop> told;

    private Around(
        Connection tx,
        Place place,
        Hidden hidden,
        Map<UUID, Reported> reports,
        Map<UUID, Happened.Stop> told,
        Instant now) {
      this.tx = tx;
      this.place = place;
      this.hidden = hidden;
      this.reports = reports;
      this.told = told;
      this.now = now;
    }

    /// The convenant in whose words these two are told of.
    Convenant words(PartyRole from, PartyRole to) {
      return law.now().couldGovern(from, to, now).getFirst();
    }

    private Convenant words(Happened what) {
      return law.now().shelf().versions().stream()
          .filter(version -> what.cited().equals(version.id() + "/" + version.version()))
          .findFirst()
          .orElseGet(() -> words(what.between().from(), what.between().to()));
    }

    /// The stop message with this identifier.
    Optional<Happened.Stop> stop(UUID id) {
      return Optional.ofNullable(told.get(id));
    }

    /// The questions among these exchanges, and those to which one of them says something; whoever
    /// may see what of it.
    List<Joined> joined(Collection<UUID> exchanges) throws SQLException {
      return inquiries.among(tx, exchanges);
    }

    /// What this person may learn of what it said itself about these.
    ///
    /// @param names everything by which it can be hidden
    Sight ofOwn(Happened.Between between, List<UUID> names) throws SQLException {
      if (names.stream().anyMatch(name -> hidden.isFrom(name, place.person()))) {
        return Sight.NIETS;
      }
      var row =
          new Row(
              place.subject(),
              Row.Kind.OVER_HET_KIND,
              true,
              now,
              Set.copyOf(List.of(between.from().oin(), between.to().oin())));
      return new MayLearn(ConsentParameters.of(words(between.from(), between.to())))
          .of(
              new Viewer.Person(place.subject(), place.person()),
              row,
              records(tx, place.subject(), List.of(between), now).getFirst(),
              hidden,
              now);
    }

    /// Does who sent this stay hidden from a family?
    boolean isSenderHidden(UUID exchange) {
      return hidden.isReporterHidden(exchange)
          || Optional.ofNullable(reports.get(exchange))
              .filter(Reported::reporterHidden)
              .isPresent();
    }

    /// Asks of each of these what this person may learn of it.
    Sieve sieve(List<Happened> happened) throws SQLException {
      var missing =
          happened.stream()
              .map(Happened::between)
              .distinct()
              .filter(between -> !known.containsKey(between))
              .toList();
      var read = records(tx, place.subject(), missing, now);
      for (int i = 0; i < missing.size(); i++) {
        known.put(missing.get(i), read.get(i));
      }
      return new Sieve(
          new Viewer.Person(place.subject(), place.person()),
          new Sieve.Facts(
              between -> known.getOrDefault(between, Records.none()), hidden, reports, this::words),
          now);
    }
  }
}
