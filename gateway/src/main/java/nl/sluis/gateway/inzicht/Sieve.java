package nl.sluis.gateway.inzicht;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.consent.sight.Hidden.Embargoed;
import nl.sluis.consent.sight.MayLearn;
import nl.sluis.consent.sight.MayLearn.Sight;
import nl.sluis.consent.sight.Row;
import nl.sluis.consent.sight.Viewer;
import nl.sluis.gateway.nacontrole.Family.Reported;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Role;

/// Which of the things that happened one person may learn, at one instant (domain 2.7, 2.8).
///
/// [MayLearn] says who sees by age and gezag, and who is shielded or kept from something; here
/// stands what is asked besides, because a line itself can tell what is hidden:
/// - what went out for safety's sake shows when its sender says that the family was told, or when
///   somebody opened it; what was tried and did not go out, never;
/// - what the convenant lets be hidden for a time stays away as long as anything about this child
///   is hidden from who looks: an answer to Veilig Thuis betrays the report;
/// - whoever reported and stays hidden is named by no other line;
/// - what a parent or a youth asked or got in the own name is not for another parent;
/// - a purpose that is no word of the convenant is repeated to nobody.
///
/// Without state; asks nothing of the database.
final class Sieve {
  private static final Set<Role> SAFETY =
      EnumSet.of(
          Role.VEILIG_THUIS, Role.VEILIG_THUIS_ADVIES, Role.RVDK, Role.POLITIE, Role.OM_HALT);
  private static final Set<Role> FAMILY =
      EnumSet.of(Role.JONGERE, Role.OUDER_GEZAG, Role.OUDER_ZONDER_GEZAG, Role.VOOGD);

  private final Viewer.Person viewer;
  private final Facts facts;
  private final Instant now;

  /// What is on record around the rows.
  ///
  /// @param records what is on record for each exchange, shields for its organisations among it
  /// @param hidden what is hidden about the child
  /// @param reports what went out for safety's sake, by exchange
  /// @param words the convenant in whose words a thing is told
  record Facts(
      Function<Happened.Between, Records> records,
      Hidden hidden,
      Map<UUID, Reported> reports,
      Function<Happened, Convenant> words) {
    /// Copies its map.
    Facts {
      reports = Map.copyOf(reports);
    }
  }

  /// What somebody may learn.
  ///
  /// @param what happened
  /// @param words the convenant in whose words it is told
  /// @param rule the rule it went by, if there was one
  /// @param since from when it is shown, when it was hidden before
  /// @param senderHidden whether who sent it stays hidden
  record Seen(
      Happened what,
      Convenant words,
      Optional<Rule> rule,
      Optional<Instant> since,
      boolean senderHidden) {}

  Sieve(Viewer.Person viewer, Facts facts, Instant now) {
    this.viewer = viewer;
    this.facts = facts;
    this.now = now;
  }

  /// What this person may learn of it; empty when it never was, as far as this person may know.
  Optional<Seen> sift(Happened what) {
    var words = facts.words().apply(what);
    var between = what.between();
    if (!words.purposes().containsKey(between.purpose()) || !isSeenWhole(what, words)) {
      return Optional.empty();
    }
    var rule =
        what.rule().isEmpty()
            ? words.rule(between.purpose(), between.from(), between.to())
            : words.rule(what.rule());
    if (!isDelicate(what, words)) {
      return Optional.of(new Seen(what, words, rule, since(what), false));
    }
    if (!isOfWhatWent(what)) {
      return Optional.empty();
    }
    return rule.filter(one -> isForSafety(one.lane())).isPresent()
        ? reported(what, words, rule)
        : delicate(what, words, rule);
  }

  /// That an officer opened what went, or that it came back, can be told where that it went can be
  /// told.
  private static boolean isOfWhatWent(Happened what) {
    return switch (what.told()) {
      case GEKREGEN -> true;
      case CONTROLE_GEVER, CONTROLE_ONTVANGER, TERUGGEROEPEN, VERVANGEN, TERUGGESTUURD ->
          what.done().equals(Happened.WENT);
      case GEWEIGERD,
          AANGEHOUDEN,
          NIET_UITGEREIKT,
          STOP_GEVRAAGD,
          STOP_BEVESTIGD,
          TERUG_BEANTWOORD,
          EIGEN_WOORD ->
          false;
    };
  }

  private boolean isSeenWhole(Happened what, Convenant words) {
    var between = what.between();
    var kind = isOfAnother(between) ? Row.Kind.VAN_EEN_ANDER : Row.Kind.OVER_HET_KIND;
    var row =
        new Row(
            what.about(),
            kind,
            false,
            what.at(),
            Set.copyOf(List.of(between.from().oin(), between.to().oin())));
    var sight =
        new MayLearn(ConsentParameters.of(words))
            .of(viewer, row, facts.records().apply(between), facts.hidden(), now);
    return sight == Sight.ALLES
        && what.names().noneMatch(name -> facts.hidden().isFrom(name, viewer.person()));
  }

  private boolean isOfAnother(Happened.Between between) {
    return !viewer.person().equals(viewer.subject())
        && (FAMILY.contains(between.from().role()) || FAMILY.contains(between.to().role()));
  }

  /// Can the convenant let it be hidden, whoever asked for it and by whatever rule?
  private static boolean isDelicate(Happened what, Convenant words) {
    var between = what.between();
    return SAFETY.contains(between.from().role())
        || SAFETY.contains(between.to().role())
        || words.rules().stream()
            .filter(
                rule -> rule.purpose().equals(between.purpose()) || rule.id().equals(what.rule()))
            .anyMatch(rule -> rule.embargoAllowed() || isForSafety(rule.lane()));
  }

  private static boolean isForSafety(Lane lane) {
    return lane == Lane.OVERRIDE || lane == Lane.CONFLICT_VAN_PLICHTEN;
  }

  private Optional<Seen> reported(Happened what, Convenant words, Optional<Rule> rule) {
    var since = since(what);
    return Optional.ofNullable(facts.reports().get(what.about()))
        .filter(report -> report.informed() || since.isPresent())
        .map(
            report ->
                new Seen(
                    what,
                    words,
                    rule,
                    since,
                    report.reporterHidden() || facts.hidden().isReporterHidden(what.about())));
  }

  private Optional<Seen> delicate(Happened what, Convenant words, Optional<Rule> rule) {
    if (tellsWhoReported(what.between())) {
      return Optional.empty();
    }
    var others = facts.hidden().embargoes().stream().filter(this::isFromViewer).toList();
    if (others.stream().anyMatch(one -> one.lifted().isEmpty())) {
      return Optional.empty();
    }
    var since =
        others.stream()
            .flatMap(one -> one.lifted().stream())
            .filter(lifted -> lifted.isAfter(what.at()))
            .max(Comparator.naturalOrder());
    return Optional.of(new Seen(what, words, rule, since, false));
  }

  /// An answer of Veilig Thuis to who reported, or a question to that organisation, names a
  /// reporter who stays hidden (domain 2.8).
  private boolean tellsWhoReported(Happened.Between between) {
    var ends = Set.copyOf(List.of(between.from().oin(), between.to().oin()));
    return facts.reports().values().stream()
        .filter(
            report ->
                report.reporterHidden() || facts.hidden().isReporterHidden(report.transaction()))
        .anyMatch(report -> ends.contains(report.from().oin()));
  }

  private boolean isFromViewer(Embargoed one) {
    return one.from().isEmpty() || one.from().contains(viewer.person());
  }

  private Optional<Instant> since(Happened what) {
    return what.names()
        .flatMap(name -> facts.hidden().shownSince(name, viewer.person()).stream())
        .max(Comparator.naturalOrder());
  }
}
