package nl.sluis.gateway.werkplek.gesprek;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.sluis.consent.desk.Askable;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import org.jspecify.annotations.Nullable;

/// One purpose for which somebody in one role may ask a family's yes, as the convenant has it: for
/// what the law asks no yes, nobody is asked (AVG 4(11)). Pure; immutable.
///
/// @param words the convenant that speaks
/// @param purpose what for
/// @param sentence the purpose as a family reads it
/// @param receivers who could get it, by name
public record Topic(Convenant words, Purpose purpose, String sentence, List<To> receivers) {
  /// Copies its list.
  public Topic {
    receivers = List.copyOf(receivers);
  }

  /// One organisation that could get it, in one role.
  ///
  /// @param party who
  /// @param name of the organisation
  /// @param rule that lets it
  /// @param kinds what may be asked for it, in order
  /// @param apart whether the convenant sets it apart, so that it takes a reason of its own
  public record To(PartyRole party, String name, Rule rule, List<Kind> kinds, boolean apart) {
    /// Copies its list.
    public To {
      kinds = List.copyOf(kinds);
    }

    /// How this receiver is named in a form: nothing that tells of a child.
    public String field() {
      return party.oin().value() + "-" + party.role().code();
    }
  }

  /// One kind of data.
  ///
  /// @param category which
  /// @param name as a family reads it
  /// @param required whether nothing goes to this receiver without it
  public record Kind(DataCategory category, String name, boolean required) {}

  /// Everything that this party may ask now, in the order of its sentences.
  ///
  /// @param inForce the convenants by which it is bound; of two that know a purpose the first
  ///   speaks
  static List<Topic> all(List<Convenant> inForce, PartyRole self, Instant now) {
    var day = now.atZone(Age.CALENDAR).toLocalDate();
    var found = new TreeMap<Purpose, Topic>();
    for (var words : inForce) {
      if (isBound(words, self, day)) {
        words.rules().stream()
            .map(Rule::purpose)
            .distinct()
            .filter(purpose -> !found.containsKey(purpose))
            .map(purpose -> of(words, purpose, self, day))
            .filter(topic -> !topic.receivers().isEmpty())
            .forEach(topic -> found.put(topic.purpose(), topic));
      }
    }
    return found.values().stream().sorted(Comparator.comparing(Topic::sentence)).toList();
  }

  /// What this party may ask for one purpose; empty when it may not.
  static Optional<Topic> of(List<Convenant> inForce, String purpose, PartyRole self, Instant now) {
    return all(inForce, self, now).stream()
        .filter(topic -> topic.purpose().code().equals(purpose))
        .findFirst();
  }

  private static boolean isBound(Convenant words, PartyRole self, LocalDate day) {
    var party = words.parties().get(self.oin());
    return party != null && works(party, self, day);
  }

  private static boolean works(Party party, PartyRole in, LocalDate day) {
    return party.isBoundOn(day) && !party.isSuspendedOn(day) && party.holds(in.role(), day);
  }

  private static Topic of(Convenant words, Purpose purpose, PartyRole self, LocalDate day) {
    var receivers = new ArrayList<To>();
    for (var party : words.parties().values()) {
      for (var role : party.everHeld()) {
        var to = new PartyRole(party.oin(), role);
        if (!party.oin().equals(self.oin()) && works(party, to, day)) {
          to(words, purpose, self, to).ifPresent(receivers::add);
        }
      }
    }
    receivers.sort(Comparator.comparing(To::name).thenComparing(one -> one.party().role()));
    return new Topic(words, purpose, words.purposes().getOrDefault(purpose, ""), receivers);
  }

  private static Optional<To> to(Convenant words, Purpose purpose, PartyRole self, PartyRole to) {
    var askable = Askable.in(words).find(purpose, self, to);
    if (askable.regimes().isEmpty()) {
      return Optional.empty();
    }
    var sender = words.parties().get(self.oin());
    var receiver = words.parties().get(to.oin());
    return words
        .rule(purpose, self, to)
        .filter(rule -> rule.otherChannel().isEmpty())
        .filter(rule -> sender != null && isOf(rule.fromKinds(), sender))
        .filter(rule -> receiver != null && isOf(rule.toKinds(), receiver))
        .filter(rule -> isContact(rule, sender, to))
        .map(rule -> new To(to, name(receiver), rule, kinds(words, rule), askable.apart()));
  }

  private static boolean isOf(Set<String> kinds, Party party) {
    return kinds.isEmpty() || kinds.contains(party.kind());
  }

  private static boolean isContact(Rule rule, @Nullable Party sender, PartyRole to) {
    return !rule.fixedContact()
        || (sender != null && sender.fixedContact(to.role()).filter(to.oin()::equals).isPresent());
  }

  private static String name(@Nullable Party party) {
    return party == null ? "" : party.name();
  }

  private static List<Kind> kinds(Convenant words, Rule rule) {
    return rule.categories().entrySet().stream()
        .filter(entry -> entry.getValue().presence() != Presence.VERBODEN)
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                new Kind(
                    entry.getKey(),
                    words.labels().getOrDefault(entry.getKey(), entry.getKey().name()),
                    entry.getValue().presence() == Presence.VERPLICHT))
        .toList();
  }

  /// The receiver that a form names; empty when there is none such.
  Optional<To> receiver(String field) {
    return receivers.stream().filter(one -> one.field().equals(field)).findFirst();
  }

  /// By which bodies of law these receivers are asked for (Jeugdwet 7.3.11, BW 7:457, UAVG 5).
  static Set<Regime> regimes(List<To> receivers) {
    var all = new HashSet<Regime>();
    receivers.forEach(one -> all.addAll(one.rule().consent().regimes()));
    return Set.copyOf(all);
  }

  /// What asking for these is in law, by the code of /v1: who opens a secret, says so.
  static String function(List<To> receivers) {
    if (receivers.stream().anyMatch(one -> one.rule().secrecyKey().isPresent())) {
      return "doorbreking-geheimhouding";
    }
    return receivers.stream().allMatch(one -> one.rule().lane() == Lane.TOESTEMMING)
        ? "avg-toestemming"
        : "convenant-waarborg";
  }
}
