package nl.sluis.gateway.terugroeping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.gateway.logbook.EntryKind;

/// In which way an exchange is undone, by whom, and for which reasons. A reason is a word of this
/// list and no text: nobody can write about a child in it.
public enum ReversalKind {
  /// The sender calls it back (AVG 5(1)(d) and (f)).
  TERUGROEPING(
      EntryKind.RECALL,
      "transactie",
      Set.of(),
      List.of("verkeerde-ontvanger", "verkeerd-kind", "te-veel", "onjuist")),
  /// The sender sent another in its place (AVG 5(1)(d)).
  RECTIFICATIE(
      EntryKind.REPLACEMENT,
      "transactie",
      Set.of("vervangenDoor"),
      List.of("onjuist", "onvolledig", "te-veel", "verkeerd-kind")),
  /// The receiver gives back what is not for it, and keeps nothing (AVG 5(1)(c)).
  RETOUR(
      EntryKind.RETURN,
      "pakket",
      Set.of("nietsBewaard"),
      List.of("verkeerd-geadresseerd", "niet-nodig", "onleesbaar"));

  private final EntryKind row;
  private final String about;

  @SuppressWarnings("ImmutableEnumChecker") // made here, and never changed
  private final Set<String> claims;

  @SuppressWarnings("ImmutableEnumChecker") // made here, and never changed
  private final List<String> reasons;

  ReversalKind(EntryKind row, String about, Set<String> more, List<String> reasons) {
    this.row = row;
    this.about = about;
    this.reasons = reasons;
    var claims = new TreeSet<>(Set.of("iss", "jti", "op", "reden", "functie"));
    claims.add(about);
    claims.addAll(more);
    this.claims = Set.copyOf(claims);
  }

  /// The word in the table, such as `terugroeping`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The `typ` of the statement, so that one never passes for another.
  public String type() {
    return "sluis-" + code() + "+jwt";
  }

  /// The kind of its row in the logbook.
  public EntryKind row() {
    return row;
  }

  /// The claim that names what it is about: an exchange, or a parcel in the postbus.
  public String about() {
    return about;
  }

  /// All claims that a statement must and may have.
  public Set<String> claims() {
    return claims;
  }

  /// Every reason.
  public List<String> reasons() {
    return reasons;
  }

  static ReversalKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
