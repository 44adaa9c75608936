package nl.sluis.gateway.zaakdossier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a case can be decided.
public enum CaseOutcome {
  /// The authority is told, and the families (AVG 33(1) and 34(1)).
  AP_EN_GEZIN(CaseKind.DATALEK),
  /// The authority is told (AVG 33(1)).
  ALLEEN_AP(CaseKind.DATALEK),
  /// Nobody is told: a risk is unlikely, and why is on record (AVG 33(5)).
  NIET_MELDEN(CaseKind.DATALEK),
  /// It should not have been done.
  ONTERECHT(CaseKind.ONDERZOEK),
  /// It was part of the work.
  TERECHT(CaseKind.ONDERZOEK),
  /// It cannot be found out.
  NIET_VAST_TE_STELLEN(CaseKind.ONDERZOEK),
  /// The rows say it wrongly.
  GEGEVENSFOUT(CaseKind.ONDERZOEK);

  private final CaseKind kind;

  CaseOutcome(CaseKind kind) {
    this.kind = kind;
  }

  /// The Dutch word, such as `ap-en-gezin`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Must the authority be told?
  public boolean tellsAuthority() {
    return this == AP_EN_GEZIN || this == ALLEEN_AP;
  }

  /// Must the families be told?
  public boolean tellsFamilies() {
    return this == AP_EN_GEZIN;
  }

  /// How cases of this kind can be decided.
  public static List<CaseOutcome> of(CaseKind kind) {
    return Arrays.stream(values()).filter(outcome -> outcome.kind == kind).toList();
  }

  /// The outcome with this word for a case of this kind, if there is one.
  public static Optional<CaseOutcome> of(CaseKind kind, String code) {
    return of(kind).stream().filter(outcome -> outcome.code().equals(code)).findFirst();
  }
}
