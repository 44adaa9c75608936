package nl.sluis.gateway.inzicht;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.vorm.Sheet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Who gave or got something, as a family reads it. Never the name of a person. Immutable.
///
/// @param sort what sort of organisation it is
/// @param name its name; empty for who may know the sort only, and when who sent it stays hidden
/// @param role in which role; empty for who may know the sort only
public record Who(Sort sort, Optional<String> name, Optional<Role> role) {
  private static final Map<String, Sort> KINDS =
      Map.ofEntries(
          Map.entry("school-po", Sort.SCHOOL),
          Map.entry("school-vo", Sort.SCHOOL),
          Map.entry("school-mbo", Sort.SCHOOL),
          Map.entry("cjg", Sort.HULPVERLENER),
          Map.entry("ggd-jgz", Sort.HULPVERLENER),
          Map.entry("huisarts", Sort.HULPVERLENER),
          Map.entry("arts", Sort.HULPVERLENER),
          Map.entry("jeugdhulp", Sort.HULPVERLENER),
          Map.entry("jmw", Sort.HULPVERLENER),
          Map.entry("schoolcoach", Sort.HULPVERLENER),
          Map.entry("welzijn", Sort.HULPVERLENER),
          Map.entry("opvang", Sort.HULPVERLENER),
          Map.entry("gi", Sort.HULPVERLENER));

  /// What sort of organisation it is; what is not known is any organisation.
  public enum Sort {
    /// A school.
    SCHOOL,
    /// Somebody who helps or cares, wherever.
    HULPVERLENER,
    /// Any other organisation.
    ORGANISATIE,
    /// Somebody who is not told.
    IEMAND;

    /// The last part of the key of its text.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The name for a sentence, with the role behind it.
  public String in(Sheet sheet) {
    var called = name.orElseGet(() -> sheet.say("inzien.soort." + sort.key()));
    return role.map(
            one -> sheet.say("inzien.met-rol", called, sheet.say("inzien.rol." + one.code())))
        .orElse(called);
  }

  /// Somebody who stays unknown.
  static Who hidden() {
    return new Who(Sort.IEMAND, Optional.empty(), Optional.empty());
  }

  /// This organisation in this role, in the words of the convenant.
  ///
  /// @param masked whether only its sort may be told
  static Who of(PartyRole party, Convenant words, boolean masked) {
    var known = Optional.ofNullable(words.parties().get(party.oin()));
    var sort = known.map(Party::kind).map(KINDS::get).orElse(Sort.ORGANISATIE);
    return masked
        ? new Who(sort, Optional.empty(), Optional.empty())
        : new Who(sort, known.map(Party::name), Optional.of(party.role()));
  }
}
