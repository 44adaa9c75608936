package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.consent.sight.MayLearn;
import nl.sluis.consent.sight.MayLearn.Sight;
import nl.sluis.consent.sight.Row;
import nl.sluis.consent.sight.Viewer;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.nacontrole.Family.Reported;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Regime;

/// What a family sees of what went out about it for safety's sake: only what its sender says that
/// it was told, or what somebody decided to show later (domain 2.8, 3.8).
///
/// May be shared between threads.
public final class OwnReports {
  private static final int MOST = 200;

  private final DataSource database;
  private final CurrentLaw law;
  private final Places places;
  private final Family family;
  private final FactReader facts;
  private final HiddenReader hiding;

  /// @param seal opens what singles a person out
  /// @param database for looking
  /// @param keyVersion the version of the key of references
  public OwnReports(
      String region,
      PersonSeal seal,
      DataSource database,
      CurrentLaw law,
      SubjectRegister subjects,
      Family family,
      int keyVersion) {
    this.database = database;
    this.law = law;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.family = family;
    this.facts = new FactReader(region, seal);
    this.hiding = new HiddenReader(region);
  }

  /// One report as this person sees it.
  ///
  /// @param sentence what the convenant tells a family of it
  /// @param words the convenant that names the organisations
  /// @param reporterShown whether this person may see who sent it
  /// @param since from when it is shown, when it was hidden before
  public record Line(
      Reported reported,
      String sentence,
      Convenant words,
      boolean reporterShown,
      Optional<Instant> since) {}

  /// The newest two hundred at each child that this person may know of, the newest first.
  public List<AtChild<Line>> look(SignedIn who, Instant now) throws SQLException {
    return places.look(database, who, (tx, place) -> lines(tx, place, now));
  }

  private List<Line> lines(Connection tx, Place place, Instant now) throws SQLException {
    var all = family.about(tx, place.subject());
    var queries = all.stream().map(one -> query(place.subject(), one)).toList();
    var records = facts.seen(tx, queries, now);
    var hidden = hiding.of(tx, place.subject());
    var viewer = new Viewer.Person(place.subject(), place.person());
    var lines = new ArrayList<Line>();
    for (int i = 0; i < all.size() && lines.size() < MOST; i++) {
      var one = all.get(i);
      var words = law.now().couldGovern(one.from(), one.to(), now).getFirst();
      var sight =
          new MayLearn(ConsentParameters.of(words))
              .of(viewer, row(one), records.get(i), hidden, now);
      if (sight == Sight.ALLES) {
        line(one, words, hidden, place.person()).ifPresent(lines::add);
      }
    }
    return lines;
  }

  private static Optional<Line> line(Reported one, Convenant words, Hidden hidden, UUID person) {
    var since = hidden.shownSince(one.transaction(), person);
    if (!one.informed() && since.isEmpty()) {
      return Optional.empty();
    }
    var sentence = words.rule(one.rule()).map(Rule::familySentence).orElse("");
    boolean shown = !one.reporterHidden() && !hidden.isReporterHidden(one.transaction());
    return Optional.of(new Line(one, sentence, words, shown, since));
  }

  private static Row row(Reported one) {
    return new Row(
        one.transaction(),
        Row.Kind.OVER_HET_KIND,
        false,
        one.at(),
        Set.copyOf(List.of(one.from().oin(), one.to().oin())));
  }

  private static FactQuery query(UUID subject, Reported one) {
    return new FactQuery(
        subject, one.purpose(), one.from(), one.to(), Set.of(), EnumSet.allOf(Regime.class), "");
  }
}
