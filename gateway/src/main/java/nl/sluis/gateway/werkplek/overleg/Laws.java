package nl.sluis.gateway.werkplek.overleg;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.sluis.gateway.werkplek.Workplace;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.overleg.OverlegKind;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What the convenants in force say to one organisation about tables and texts that are read first.
final class Laws {
  private Laws() {}

  /// A kind of table, with the convenant that describes it.
  record TableLaw(Convenant convenant, OverlegKind kind) {
    /// The purposes of such a table for which this role may send anything to anybody.
    List<Purpose> purposes(Role role) {
      return kind.purposes().stream()
          .filter(
              purpose ->
                  convenant.rules().stream()
                      .anyMatch(r -> r.purpose().equals(purpose) && r.from().contains(role)))
          .sorted((one, other) -> one.code().compareTo(other.code()))
          .toList();
    }
  }

  /// A rule of which somebody reads the text first.
  ///
  /// @param to who receives
  record ReadLaw(Convenant convenant, Rule rule, Party to, Role role) {
    PartyRole receiver() {
      return new PartyRole(to.oin(), role);
    }

    /// Its word in forms: `X10.00000099000000201000.school-ib`.
    String word() {
      return rule.id() + "." + to.oin() + "." + role.code();
    }
  }

  /// The convenants in force that bind this organisation.
  static List<Convenant> inForce(Workplace at) {
    var day = at.line().clock().instant().atZone(Age.CALENDAR).toLocalDate();
    return at.line().check().convenanten().stream()
        .filter(one -> one.isInForceOn(day) && one.parties().containsKey(at.party().oin()))
        .toList();
  }

  /// The kinds of table that somebody in this role can open: it sits there, and may send something.
  /// Where more convenants have a kind it stands here once.
  static List<TableLaw> tables(Workplace at) {
    var found = new TreeMap<String, TableLaw>();
    for (var one : inForce(at)) {
      for (var kind : one.arrangements().tables().values()) {
        var law = new TableLaw(one, kind);
        if (kind.seats(at.party().role()) && !law.purposes(at.party().role()).isEmpty()) {
          found.putIfAbsent(kind.name(), law);
        }
      }
    }
    return List.copyOf(found.values());
  }

  static Optional<TableLaw> table(Workplace at, String code) {
    return inForce(at).stream()
        .flatMap(
            one -> one.arrangements().table(code).map(kind -> new TableLaw(one, kind)).stream())
        .findFirst();
  }

  /// Every rule by which this organisation sends what is read first, per receiver; where more
  /// convenants have it, that of the first.
  static List<ReadLaw> readFirst(Workplace at) {
    var found = new LinkedHashMap<String, ReadLaw>();
    allReadFirst(at).forEach(law -> found.putIfAbsent(law.word(), law));
    return List.copyOf(found.values());
  }

  private static List<ReadLaw> allReadFirst(Workplace at) {
    return inForce(at).stream()
        .flatMap(
            one ->
                one.rules().stream()
                    .filter(
                        rule -> rule.from().contains(at.party().role()) && isReadFirst(one, rule))
                    .flatMap(
                        rule ->
                            rule.to().stream()
                                .sorted()
                                .flatMap(
                                    role ->
                                        holders(List.of(one), at, role).stream()
                                            .map(to -> new ReadLaw(one, rule, to, role)))))
        .toList();
  }

  private static boolean isReadFirst(Convenant convenant, Rule rule) {
    return rule.conditions().stream()
        .map(convenant.conditions()::get)
        .anyMatch(condition -> condition != null && condition.readFirst().isPresent());
  }

  /// What this receiver may get from here: by the first convenant that binds both and has a rule.
  static Share share(Workplace at, Purpose purpose, PartyRole to) {
    return inForce(at).stream()
        .filter(one -> one.parties().containsKey(to.oin()))
        .map(one -> Share.of(one, purpose, at.party(), to))
        .filter(Share.Some.class::isInstance)
        .findFirst()
        .orElseGet(() -> new Share.None(to));
  }

  /// Who holds this role today under any convenant that binds this organisation, by name; never the
  /// organisation itself in the same role.
  static List<Party> holders(Workplace at, Role role) {
    return holders(inForce(at), at, role);
  }

  private static List<Party> holders(List<Convenant> convenanten, Workplace at, Role role) {
    var day = at.line().clock().instant().atZone(Age.CALENDAR).toLocalDate();
    var found = new LinkedHashMap<Oin, Party>();
    convenanten.stream()
        .flatMap(one -> one.parties().values().stream())
        .filter(party -> party.isBoundOn(day) && party.holds(role, day))
        .filter(party -> !at.party().equals(new PartyRole(party.oin(), role)))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .forEach(party -> found.putIfAbsent(party.oin(), party));
    return List.copyOf(found.values());
  }

  /// The name of an organisation; its number when the convenant does not know it.
  static String name(Workplace at, String oin) {
    return inForce(at).stream()
        .flatMap(
            one ->
                Oin.isOin(oin)
                    ? Optional.ofNullable(one.parties().get(new Oin(oin))).stream()
                    : Stream.<Party>empty())
        .map(Party::name)
        .findFirst()
        .orElse(oin);
  }

  /// A role in words: `ggd-jeugdarts` is «GGD jeugdarts».
  static String words(String role) {
    var words = role.replace('-', ' ').strip();
    for (var letters : List.of("cjg", "ggd", "jgz", "ib", "swv", "lpa", "gi", "jmw", "rvdk")) {
      words = words.replaceAll("\\b" + letters + "\\b", letters.toUpperCase(Locale.ROOT));
    }
    return words;
  }
}
