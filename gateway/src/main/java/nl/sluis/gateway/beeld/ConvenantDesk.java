package nl.sluis.gateway.beeld;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.sluis.gateway.convenant.ConvenantTable;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.policies.convenant.CaseReader;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.difference.Difference;
import nl.sluis.policies.difference.DifferenceText;
import nl.sluis.policies.hypothesis.Advice;
import nl.sluis.policies.hypothesis.AdviceText;
import nl.sluis.policies.inspection.VersionText;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Tells what convenanten say: who signed, what every rule allows, what a version changes, and what
/// would be decided in a made-up case. It never speaks of a real child.
///
/// May be shared between threads.
public final class ConvenantDesk {
  private static final String PATH = "/toezicht/convenant/";

  private final DataSource database;
  private final CurrentLaw law;
  private final ConvenantTable table;
  private final Objections objections;

  /// A comparison walks through the whole space of questions; two texts never differ otherwise.
  private final ConcurrentMap<String, List<Told>> differences = new ConcurrentHashMap<>();

  /// A text is compiled once, however often its examples are played.
  private final ConcurrentMap<String, Decider> deciders = new ConcurrentHashMap<>();

  /// @param region whose convenanten these are
  public ConvenantDesk(String region, DataSource database, CurrentLaw law) {
    this.database = database;
    this.law = law;
    this.table = new ConvenantTable(region);
    this.objections = new Objections(region);
  }

  /// Where objections are kept.
  Objections objections() {
    return objections;
  }

  /// The version of this name; empty when it is not used here.
  Optional<Convenant> version(String id, String version) {
    return law.now().shelf().versions().stream()
        .filter(one -> one.id().equals(id) && one.version().equals(version))
        .findFirst();
  }

  /// Every version there is.
  VersionModel.Shelf shelf(Officer officer, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var all = new ArrayList<VersionModel>();
      for (var one : law.now().shelf().versions()) {
        all.add(model(connection, one, officer, now));
      }
      return new VersionModel.Shelf(all);
    }
  }

  /// One of them.
  VersionModel look(Convenant one, Officer officer, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      return model(connection, one, officer, now);
    }
  }

  /// May this officer object in the name of the organisation? Only where it is a party.
  boolean mayObject(Convenant one, Officer officer) {
    return officer.duty() == Duty.PRIVACY_OFFICER
        && one.parties().containsKey(officer.organisation());
  }

  private VersionModel model(Connection connection, Convenant one, Officer officer, Instant now)
      throws SQLException {
    var signed =
        table.signatures(connection).stream()
            .map(ConvenantTable.Given::signature)
            .filter(signature -> signature.digest().equals(one.digest()))
            .toList();
    var today = now.atZone(Age.CALENDAR).toLocalDate();
    var day = today.isBefore(one.validFrom()) ? one.validFrom() : today;
    var parties = new ArrayList<VersionModel.Signer>();
    for (var party : sorted(one)) {
      var by = party.signatoryOn(day);
      parties.add(
          new VersionModel.Signer(
              party.name(),
              signed.stream()
                  .filter(s -> s.by().equals(by) || s.by().equals(party.oin()))
                  .findFirst()
                  .map(s -> IntegrityModel.moment(s.at()))
                  .orElse("")));
    }
    var against = new ArrayList<VersionModel.Against>();
    for (var objection : objections.against(connection, one.digest())) {
      against.add(
          new VersionModel.Against(
              name(one, objection.by()),
              objection.ground(),
              IntegrityModel.moment(objection.at())));
    }
    return new VersionModel(
        path(one),
        called(one),
        one.title(),
        VersionText.status(one),
        one.validFrom(),
        one.validUntil(),
        one.digest(),
        former(one).map(ConvenantDesk::called),
        one.rules().size(),
        parties,
        against,
        mayObject(one, officer)
            ? Arrays.stream(Objections.Ground.values()).map(Objections.Ground::word).toList()
            : List.of());
  }

  private static List<Party> sorted(Convenant one) {
    return one.parties().values().stream().sorted(Comparator.comparing(Party::name)).toList();
  }

  private static String name(Convenant one, Oin oin) {
    return Optional.ofNullable(one.parties().get(oin)).map(Party::name).orElse(oin.value());
  }

  private static String path(Convenant one) {
    return PATH + one.id() + "/" + one.version();
  }

  private static String called(Convenant one) {
    return one.id() + " " + one.version();
  }

  private Optional<Convenant> former(Convenant one) {
    return law.now().shelf().versions().stream()
        .filter(other -> other.id().equals(one.id()))
        .filter(other -> other.validFrom().isBefore(one.validFrom()))
        .max(Comparator.comparing(Convenant::validFrom));
  }

  /// Every rule of a version.
  VersionModel.Matrix matrix(Convenant one) {
    var lines =
        one.rules().stream()
            .sorted(Comparator.comparing(Rule::id))
            .map(
                rule ->
                    new VersionModel.Line(
                        rule.id(),
                        rule.purpose().code(),
                        one.purposes().getOrDefault(rule.purpose(), ""),
                        roles(rule.from()),
                        roles(rule.to()),
                        rule.lane().code(),
                        rule.categories().keySet().stream()
                            .sorted()
                            .map(c -> c.name() + " " + one.labels().getOrDefault(c, ""))
                            .collect(Collectors.joining(", ")),
                        rule.grounds().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining("; "))))
            .toList();
    return new VersionModel.Matrix(path(one), called(one), lines);
  }

  private static String roles(Set<Role> roles) {
    return roles.stream().map(Role::code).sorted().collect(Collectors.joining(", "));
  }

  /// The worked examples of a version, played again with its rules.
  VersionModel.Examples examples(Convenant one) {
    var decider = deciders.computeIfAbsent(one.digest(), _ -> new Decider(one.asIfAdopted()));
    var played =
        one.examples().stream()
            .map(
                example ->
                    new VersionModel.Played(
                        example.ruleId(),
                        example.title(),
                        example.outcome(),
                        decider.decide(example.question()).outcome().name()))
            .toList();
    return new VersionModel.Examples(path(one), called(one), played);
  }

  /// What a version changes, and for whom; no text for the first.
  VersionModel.Changes changes(Convenant one) {
    var before = former(one);
    var text =
        before
            .map(
                other ->
                    differences.computeIfAbsent(
                        other.digest() + " " + one.digest(),
                        _ ->
                            Told.of(
                                DifferenceText.of(Difference.between(other, one))
                                    .lines()
                                    .toList())))
            .orElse(List.of());
    return new VersionModel.Changes(
        path(one), called(one), before.map(ConvenantDesk::called).orElse(""), text);
  }

  /// A question that nobody filled in yet.
  VersionModel.Asking question(Convenant one) {
    return asking(one, new Filled(Map.of(), Set.of(), Set.of()), List.of(), List.of());
  }

  /// What somebody filled in.
  ///
  /// @param chosen the fields `doel`, `van`, `aan`, `leeftijd` and `toestemming`
  /// @param categories the codes of those that would go
  /// @param conditions the codes of those that are met
  record Filled(Map<String, String> chosen, Set<String> categories, Set<String> conditions) {}

  /// What would be decided.
  VersionModel.Asking explain(Convenant one, Filled filled) {
    return switch (CaseReader.read("uw vraag", yaml(filled), one)) {
      case CaseReader.Result.Broken(var faults) ->
          asking(one, filled, List.of(), faults.stream().map(f -> f.sentence()).toList());
      case CaseReader.Result.Whole whole ->
          asking(
              one,
              filled,
              Told.of(
                  AdviceText.of(Advice.on(whole.question(), one), Optional.empty())
                      .lines()
                      .toList()),
              List.of());
    };
  }

  private static VersionModel.Asking asking(
      Convenant one, Filled filled, List<Told> text, List<String> faults) {
    var roles = EnumSet.noneOf(Role.class);
    one.rules().forEach(rule -> roles.addAll(rule.from()));
    one.rules().forEach(rule -> roles.addAll(rule.to()));
    return new VersionModel.Asking(
        path(one),
        called(one),
        one.purposes().keySet().stream().map(Purpose::code).sorted().toList(),
        roles.stream().map(Role::code).sorted().toList(),
        one.labels().entrySet().stream()
            .map(
                label ->
                    new VersionModel.Choice(
                        label.getKey().name(),
                        label.getValue(),
                        filled.categories().contains(label.getKey().name())))
            .sorted(Comparator.comparing(VersionModel.Choice::code))
            .toList(),
        one.conditions().keySet().stream()
            .sorted()
            .map(c -> new VersionModel.Choice(c, c, filled.conditions().contains(c)))
            .toList(),
        text,
        faults,
        filled.chosen());
  }

  /// The question in the form that the command line reads too.
  private static String yaml(Filled filled) {
    var lines = new ArrayList<String>();
    for (var side : List.of("van", "aan")) {
      lines.add(side + ": {rol: " + quoted(filled.chosen().getOrDefault(side, "")) + "}");
    }
    for (var key : List.of("doel", "leeftijd", "toestemming")) {
      var value = filled.chosen().getOrDefault(key, "");
      if (!value.isEmpty()) {
        lines.add(key + ": " + quoted(value));
      }
    }
    lines.add("verwijzing: eigen-kenmerk");
    lines.add("categorieen: " + list(filled.categories()));
    if (filled.chosen().getOrDefault("toestemming", "").equals("gegeven")) {
      lines.add("toestemmingVoor: " + list(filled.categories()));
    }
    if (!filled.conditions().isEmpty()) {
      lines.add("voorwaarden: " + list(filled.conditions()));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String list(Set<String> words) {
    return new TreeSet<>(words)
        .stream().map(ConvenantDesk::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String word) {
    var kept = word.strip().codePoints().filter(c -> c >= ' ').limit(64);
    var text =
        kept.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return "\"" + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
