package nl.sluis.gateway.verzoek;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.besluit.Statutes.Statute;
import nl.sluis.gateway.inzicht.Again.Once;
import nl.sluis.gateway.inzicht.Line;
import nl.sluis.gateway.inzicht.Whence;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.verzoek.Landing.Side;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// What somebody can ask something about, with where each question lands. Immutable.
///
/// @param matter by what the organisations know it
/// @param line as a family reads it; empty when it is what the law lets an organisation share
/// @param sentence what for, in plain Dutch
/// @param sides who is on each side, as a family reads it
/// @param lands where each question lands; not in it when it cannot be asked of this
/// @param stops whether an objection holds it up until it is weighed
/// @param byYes whether it goes by somebody's yes, which is taken back and not objected to
record Topic(
    Matter matter,
    Optional<Line> line,
    String sentence,
    Map<Side, Who> sides,
    Map<RequestKind, List<Side>> lands,
    boolean stops,
    boolean byYes) {
  private static final int MOST = 100;

  /// Copies its parts.
  Topic {
    sides = Map.copyOf(sides);
    lands = Map.copyOf(lands);
  }

  /// A line.
  static Topic of(Whence whence) {
    var line = whence.line();
    var lands = new EnumMap<RequestKind, List<Side>>(RequestKind.class);
    for (var kind : RequestKind.values()) {
      var sides = Landing.of(kind, whence);
      if (!sides.isEmpty()) {
        lands.put(kind, sides);
      }
    }
    var matter =
        new Matter(
            line.purpose(),
            whence.from(),
            Optional.of(whence.to()),
            Optional.of(line.refs().getFirst()),
            Optional.empty(),
            line.day(),
            whence.exchanges().stream().limit(MOST).toList(),
            whence.question());
    boolean atSender = lands.getOrDefault(RequestKind.BEZWAAR, List.of()).contains(Side.VAN);
    return new Topic(
        matter,
        Optional.of(line),
        line.sentence(),
        Map.of(Side.VAN, line.from(), Side.AAN, line.to()),
        lands,
        atSender && whence.rule().filter(Topic::waits).isPresent(),
        !lands.containsKey(RequestKind.BEZWAAR) && line.question().isPresent());
  }

  /// Does what goes by this rule wait until an objection is weighed? A legal duty and safety do
  /// not.
  private static boolean waits(Rule rule) {
    return switch (rule.lane()) {
      case WETTELIJK, ANONIEM, CONFLICT_VAN_PLICHTEN -> rule.publicTask();
      case TOESTEMMING, OVERRIDE -> false;
    };
  }

  /// What the law lets an organisation share.
  static Topic of(Statute statute, Instant at) {
    var lands = new EnumMap<RequestKind, List<Side>>(RequestKind.class);
    lands.put(RequestKind.WAAROM, List.of(Side.VAN));
    lands.put(RequestKind.BEZWAAR, List.of(Side.VAN));
    lands.put(RequestKind.KLACHT, List.of(Side.VAN));
    var matter =
        new Matter(
            statute.aim(),
            new PartyRole(statute.sender(), statute.as()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(statute.rule()),
            LocalDate.ofInstant(at, Age.CALENDAR),
            List.of(),
            Optional.empty());
    return new Topic(
        matter,
        Optional.empty(),
        statute.purpose(),
        Map.of(Side.VAN, statute.from()),
        lands,
        statute.mayObject(),
        false);
  }

  /// Where this can be asked; nowhere when it cannot be asked of this.
  List<Side> landing(RequestKind kind) {
    return lands.getOrDefault(kind, List.of());
  }

  /// Who is on this side, as a family reads it; who gave when it says nothing of the other.
  Who who(Side side) {
    var there = sides.get(side);
    return there != null ? there : requireNonNull(sides.get(Side.VAN), "somebody gives");
  }

  /// The organisation on this side.
  Oin at(Side side) {
    return switch (side) {
      case VAN -> matter.from().oin();
      case AAN -> matter.to().orElse(matter.from()).oin();
    };
  }

  /// By what it can be looked up again, and hidden.
  static Once once(Matter matter) {
    var names = new ArrayList<UUID>(matter.exchanges());
    matter.question().ifPresent(names::add);
    return new Once(matter.line(), matter.purpose(), matter.from(), matter.to(), names);
  }
}
