package nl.sluis.policies.convenant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Reason;
import nl.sluis.policies.terms.Role;

/// Every version of every convenant that was ever loaded; says which one speaks.
///
/// Which convenant governs follows from sender, receiver and the municipality of the child at the
/// instant: the one to which both are bound; if there are several, the one for the child's
/// municipality. Immutable; may be shared between threads.
public final class ConvenantShelf {
  private final List<Lineage> lineages;
  private final PairTimelines pairs;
  private final List<SetAside> setAside;

  /// A version that is not used.
  ///
  /// @param convenant the version
  /// @param why what is the matter and what to do, in Dutch
  public record SetAside(Convenant convenant, String why) {}

  /// Versions that need no signature, because they are examples.
  public ConvenantShelf(NonEmpty<Convenant> versions) {
    this(versions, Signatures.none());
  }

  /// @param versions at least one; concepts are put aside, and so is what overlaps
  /// @param signatures who signed which version
  /// @throws IllegalArgumentException when there is none that can be used
  public ConvenantShelf(NonEmpty<Convenant> versions, Signatures signatures) {
    var overlap = Overlap.of(versions.items().stream().filter(Convenant::isInUse).toList());
    if (overlap.used().isEmpty()) {
      throw new IllegalArgumentException("no version of a convenant was adopted");
    }
    var byId = new TreeMap<String, List<Convenant>>();
    overlap.used().forEach(v -> byId.computeIfAbsent(v.id(), _ -> new ArrayList<>()).add(v));
    this.lineages = byId.values().stream().map(vs -> new Lineage(vs, signatures)).toList();
    this.pairs = new PairTimelines(lineages, signatures);
    this.setAside = overlap.aside();
  }

  /// The convenanten, by name.
  public List<Lineage> lineages() {
    return lineages;
  }

  /// The convenant of this name.
  public Optional<Lineage> lineage(String id) {
    return lineages.stream().filter(l -> l.id().equals(id)).findFirst();
  }

  /// Every version that is used, by name and then the oldest first.
  public List<Convenant> versions() {
    return lineages.stream().flatMap(l -> l.versions().stream()).toList();
  }

  /// Of every convenant the version that is in force at this instant by the calendar, whoever
  /// signed it.
  public List<Convenant> inForce(Instant instant) {
    return lineages.stream()
        .map(l -> l.at(instant))
        .filter(speaking -> speaking.standing() == Speaking.Standing.GELDIG)
        .map(Speaking::convenant)
        .toList();
  }

  /// The version with this digest, as a decision of the past cites it.
  public Optional<Convenant> cited(String digest) {
    return versions().stream().filter(v -> v.digest().equals(digest)).findFirst();
  }

  /// What was not used, because it overlaps with what was there.
  public List<SetAside> setAside() {
    return setAside;
  }

  /// This organisation as the convenanten of this instant know it: once per convenant.
  public List<Party> known(Oin oin, Instant instant) {
    return lineages.stream()
        .map(l -> l.at(instant).convenant().parties().get(oin))
        .filter(Objects::nonNull)
        .toList();
  }

  /// What could speak between these two: the convenanten to which both are bound, by name. One that
  /// is in force goes before those that have lapsed.
  public List<Speaking> candidates(Oin one, Oin other, Instant instant) {
    return pairs.at(one, other, instant);
  }

  /// Who has not signed what is in force or is to come, and what that stops.
  public List<Unsigned> unsigned(Instant instant) {
    return lineages.stream().flatMap(l -> l.unsigned(instant).stream()).toList();
  }

  /// The convenant that speaks of this exchange.
  public Governing governing(Question question) {
    var could = pairs.at(question.sender().oin(), question.receiver().oin(), question.at());
    if (question.meldcode() instanceof MeldcodeState.Acute) {
      return new Governing.Speaks(acute(question, could));
    }
    return switch (could.size()) {
      case 0 ->
          new Governing.Speaks(closest(question.sender(), question.receiver(), question.at()));
      case 1 -> new Governing.Speaks(could.getFirst());
      default -> ofChild(question, could);
    };
  }

  private static Governing ofChild(Question question, List<Speaking> could) {
    var municipality = question.facts().municipality();
    if (municipality.isPresent()) {
      var day = Lineage.dayOf(question.at());
      for (var speaking : could) {
        if (speaking.convenant().isFor(municipality.get(), day)) {
          return new Governing.Speaks(speaking);
        }
      }
    }
    return isOfNoChild(question, could)
        ? new Governing.Speaks(could.getFirst())
        : new Governing.Unclear(new Reason.Told(Reason.GEMEENTE_ONBEKEND, ""));
  }

  /// The convenant that speaks between these two as long as nothing is known of the child: the only
  /// one that binds both, or the first by name, or else the one that knows most of them.
  public Speaking between(PartyRole sender, PartyRole receiver, Instant instant) {
    var could = pairs.at(sender.oin(), receiver.oin(), instant);
    return could.isEmpty() ? closest(sender, receiver, instant) : could.getFirst();
  }

  // Any Veilig Thuis accepts an acute report, wherever the child lives.
  private Speaking acute(Question question, List<Speaking> could) {
    var receiver = question.receiver().oin();
    return could.stream()
        .findFirst()
        .or(
            () ->
                lineages.stream()
                    .map(l -> l.between(question.sender().oin(), receiver, question.at()))
                    .filter(s -> holds(s.convenant(), receiver, Lineage.dayOf(question.at())))
                    .findFirst())
        .orElseGet(() -> closest(question.sender(), question.receiver(), question.at()));
  }

  private static boolean holds(Convenant convenant, Oin oin, LocalDate day) {
    var party = convenant.parties().get(oin);
    return party != null && party.holds(Role.VEILIG_THUIS, day);
  }

  // Where no child is spoken of, and where the law itself carries the report, every convenant says
  // the same, and an unknown municipality is no reason to hold it.
  private static boolean isOfNoChild(Question question, List<Speaking> could) {
    return question.reference() == ReferenceKind.GEEN
        || could.stream()
            .map(
                s ->
                    s.convenant()
                        .rule(question.purpose(), question.sender(), question.receiver())
                        .map(Rule::lane))
            .allMatch(lane -> lane.filter(l -> l == Lane.OVERRIDE).isPresent());
  }

  private Speaking closest(PartyRole sender, PartyRole receiver, Instant instant) {
    return lineages.stream()
        .map(l -> l.between(sender.oin(), receiver.oin(), instant))
        .max(
            Comparator.comparingInt(
                    (Speaking s) ->
                        known(s.convenant(), sender.oin()) + known(s.convenant(), receiver.oin()))
                .thenComparing(s -> s.convenant().id(), Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static int known(Convenant convenant, Oin oin) {
    return convenant.parties().containsKey(oin) ? 1 : 0;
  }
}
