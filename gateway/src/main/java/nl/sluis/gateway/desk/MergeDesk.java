package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.consent.sight.MayLearn;
import nl.sluis.consent.sight.Row;
import nl.sluis.consent.sight.Viewer;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Merges;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.SubjectParcels;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// Where two references turn out to mean one child (design 10.3).
///
/// Said by somebody who has a place at both, or by an organisation with a right to the BSN and two
/// people. Every stop goes along and no yes does. May be shared between threads.
public final class MergeDesk {
  // No question is meant: only who has gezag, and how old the child is.
  private static final PartyRole NOBODY = new PartyRole(new Oin("0".repeat(20)), Role.SCHOOL_IB);

  private final DataSource database;
  private final FactDesk facts;
  private final CurrentLaw law;
  private final SubjectRegister subjects;
  private final SubjectReference references;
  private final Merges merges;
  private final SubjectParcels parcels;
  private final Places places;
  private final FactReader reader;
  private final MayLearn mayLearn;

  /// @param seal opens what singles a person out
  /// @param facts knows who may put something on record
  /// @param keyVersion the version of the key of references
  public MergeDesk(
      String region,
      PersonSeal seal,
      DataSource database,
      FactDesk facts,
      CurrentLaw law,
      SubjectRegister subjects,
      SubjectReference references,
      int keyVersion) {
    this.database = database;
    this.facts = facts;
    this.law = law;
    this.subjects = subjects;
    this.references = references;
    this.merges = new Merges(region, seal, subjects);
    this.parcels = new SubjectParcels(region);
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.reader = new FactReader(region, seal);
    this.mayLearn = new MayLearn(ConsentParameters.strict());
  }

  /// Somebody says that two children whom that person sees are one.
  ///
  /// @param one the word for the one child, as it was told to this person
  /// @param other the word for the other
  /// @return empty when this person has no place at one of them
  public Optional<Work<Outcome>> byPerson(SignedIn who, String one, String other)
      throws SQLException {
    try (var connection = database.getConnection()) {
      var all = places.of(connection, who);
      var first = find(all, who, one);
      var second = find(all, who, other);
      return first.isPresent() && second.isPresent()
          ? Optional.of(new ByPerson(who, first.get(), second.get()))
          : Optional.empty();
    }
  }

  /// The word by which this person points at a child.
  public String word(SignedIn who, UUID subject) {
    return references.child(who.number(), subject);
  }

  private Optional<UUID> find(List<Place> all, SignedIn who, String word) {
    return all.stream()
        .map(Place::subject)
        .filter(subject -> word(who, subject).equals(word))
        .findFirst();
  }

  /// An organisation with a right to the BSN says that the reference of another means this child.
  ///
  /// @param theirs the reference of the other
  /// @param confirmedBy the two who looked at it
  public Work<Outcome> byParty(
      Oin caller, PartyRole party, AliasKey alias, AliasKey theirs, List<Acting> confirmedBy)
      throws SQLException {
    UUID other;
    try (var connection = database.getConnection()) {
      other = subjects.resolveAll(connection, List.of(theirs)).getFirst();
    }
    return new ByParty(facts.onBehalf(caller, party, Optional.empty()), alias, other, confirmedBy);
  }

  private Plan<Outcome> merge(
      Found found, UUID one, UUID other, String by, ObjectNode detail, EntryKind kind)
      throws SQLException {
    var pair = merges.direction(found.tx(), one, other);
    if (merges.whyNot(found.tx(), pair).isPresent()) {
      return Plan.known(notOne());
    }
    var id = merges.merge(found.tx(), pair, Optional.empty(), by, found.at());
    parcels.repoint(found.tx(), pair.from(), pair.into(), Optional.empty());
    detail.put("koppeling", "samengevoegd").put("kenmerk", id.toString());
    detail.put("van", pair.from().toString()).put("naar", pair.into().toString());
    var rows =
        List.of(
            new Entry(kind, Optional.of(pair.into()), detail),
            new Entry(kind, Optional.of(pair.from()), detail.deepCopy()));
    return new Linked<>(rows, receipt -> new Outcome.Done(id.toString(), receipt, Map.of()));
  }

  private static Outcome notOne() {
    return new Outcome.NotAllowed(
        Denial.NIET_HETZELFDE_KIND, Denial.NIET_HETZELFDE_KIND.sentence());
  }

  /// Somebody who sees both whole: who has gezag over a child under sixteen, or the child itself
  /// from twelve on.
  private boolean seesWhole(Found found, SignedIn who, UUID subject) throws SQLException {
    var place = places.at(found.tx(), who, subject);
    if (place.isEmpty()) {
      return false;
    }
    var query =
        new FactQuery(
            subject,
            new Purpose("samenvoegen"),
            NOBODY,
            NOBODY,
            Set.of(),
            EnumSet.allOf(Regime.class),
            "");
    var records = reader.records(found.tx(), List.of(query), found.at()).getFirst();
    var viewer = new Viewer.Person(subject, place.get().person());
    var child = new Row(subject, Row.Kind.OVER_HET_KIND, false, found.at(), Set.of(NOBODY.oin()));
    var sight = mayLearn.of(viewer, child, records, Hidden.nothing(), found.at());
    return sight == MayLearn.Sight.ALLES;
  }

  private final class ByPerson implements Work<Outcome> {
    private final SignedIn who;
    private final UUID one;
    private final UUID other;

    ByPerson(SignedIn who, UUID one, UUID other) {
      this.who = who;
      this.one = one;
      this.other = other;
    }

    @Override
    public Needs needs() {
      return Needs.toWrite(one).and(other);
    }

    @Override
    public Plan<Outcome> plan(Found found) throws SQLException {
      if (!seesWhole(found, who, one) || !seesWhole(found, who, other)) {
        return Plan.known(notOne());
      }
      var detail = JsonNodeFactory.instance.objectNode().put("door", "persoon");
      return merge(found, one, other, "persoon", detail, EntryKind.LINK);
    }
  }

  private final class ByParty implements Work<Outcome> {
    private final OnBehalf onBehalf;
    private final AliasKey alias;
    private final UUID other;
    private final List<Acting> confirmedBy;

    ByParty(OnBehalf onBehalf, AliasKey alias, UUID other, List<Acting> confirmedBy) {
      this.onBehalf = onBehalf;
      this.alias = alias;
      this.other = other;
      this.confirmedBy = List.copyOf(confirmedBy);
    }

    @Override
    public Needs needs() {
      return Needs.toWrite(alias).and(other);
    }

    @Override
    public Plan<Outcome> plan(Found found) throws SQLException {
      var refusal = onBehalf.refusal(found);
      if (refusal.isPresent()) {
        return Plan.known(refusal.get());
      }
      var party = onBehalf.party();
      if (!FourEyes.mayLink(law.now(), party.oin(), confirmedBy, found.at())) {
        return Plan.known(
            new Outcome.NotAllowed(Denial.VIER_OGEN_NODIG, Denial.VIER_OGEN_NODIG.sentence()));
      }
      var by = party.oin() + "/" + party.role();
      var detail = JsonNodeFactory.instance.objectNode().put("door", by);
      FourEyes.tell(detail, confirmedBy);
      return merge(found, other, found.subject().orElseThrow(), by, detail, EntryKind.LINK);
    }
  }
}
