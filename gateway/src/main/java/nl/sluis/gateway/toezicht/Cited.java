package nl.sluis.gateway.toezicht;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.Replay;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Reason;

/// What the convenant says of a row: the version by which it was decided, its rule, and in which
/// words it may be told. May be shared between threads.
final class Cited {
  private final CurrentLaw law;

  Cited(CurrentLaw law) {
    this.law = law;
  }

  /// The version that this row cites; empty when it cites none, or it is not here any more.
  Optional<Convenant> version(DeskRow row) {
    var digest = Replay.digest(row.detail());
    return law.now().shelf().versions().stream()
        .filter(version -> version.digest().equals(digest))
        .findFirst();
  }

  /// The rule by which it was decided, if there was one.
  Optional<Rule> rule(DeskRow row) {
    return version(row).flatMap(version -> version.rule(row.rule()));
  }

  /// The lane it went by, or would have gone by; empty when none is known.
  String lane(DeskRow row) {
    return row.lane().isEmpty() ? rule(row).map(Rule::lane).map(Lane::code).orElse("") : row.lane();
  }

  /// Why not, as the sender may hear it: a stop that a person asked for is nobody else's business,
  /// also not that of an officer of the sender.
  List<Reason> reasons(DeskRow row) {
    if (row.reasons().isEmpty()) {
      return List.of();
    }
    var lane = rule(row).map(Rule::lane).orElse(Lane.WETTELIJK);
    var told = new ArrayList<Reason>();
    for (var code : row.reasons()) {
      for (var reason : Reason.values()) {
        if (reason.name().equals(code) && !told.contains(reason.toldOn(lane))) {
          told.add(reason.toldOn(lane));
        }
      }
    }
    return told;
  }

  /// The sentence of a purpose; empty when no version knows it.
  String sentence(String purpose) {
    if (!Purpose.isPurpose(purpose)) {
      return "";
    }
    return law.now().shelf().versions().stream()
        .map(version -> version.purposes().getOrDefault(new Purpose(purpose), ""))
        .filter(sentence -> !sentence.isEmpty())
        .reduce((_, later) -> later)
        .orElse("");
  }

  /// The name of an organisation; its number where no convenant knows it.
  String name(String oin, Instant at) {
    return Oin.isOin(oin)
        ? law.now().known(new Oin(oin), at).stream().findFirst().map(Party::name).orElse(oin)
        : oin;
  }

  /// Every version there is, for what can be chosen.
  List<Convenant> versions() {
    return law.now().shelf().versions();
  }

  /// The answer to the question of this row, asked again of the very version that it cites.
  Optional<Replay> again(DeskRow row) {
    return version(row)
        .map(
            version -> {
              var question = Replay.question(row.detail());
              var first =
                  Replay.of(row.detail(), law.now().decideUnder(version, question), version);
              return first.isSame() ? first : Replay.by(law.now(), row.detail(), question, version);
            });
  }
}
