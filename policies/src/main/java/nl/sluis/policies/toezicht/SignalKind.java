package nl.sluis.policies.toezicht;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By what somebody's work can stand out. Each is about who acted; none is about a child.
public enum SignalKind {
  /// Rows that no explanation of the policy fits.
  ONVERKLAARD(Way.COUNT),
  /// Many more deeds than others in the same role.
  VEEL(Way.PEERS),
  /// Many more refusals than others in the same role.
  GEWEIGERD(Way.PEERS),
  /// Much more work outside office hours than others in the same role.
  BUITEN_UREN(Way.PEERS),
  /// Many more kinds of data than others in the same role.
  BREEDTE(Way.PEERS),
  /// Many more reports by the meldcode than others in the same role.
  MELDCODE(Way.PEERS),
  /// Unexplained, to an organisation with which this person never dealt before.
  NIEUW_PAAR(Way.COUNT),
  /// Unexplained, on a day when many organisations were busy with the same child.
  ZELFDE_DAG(Way.COUNT),
  /// Unexplained, about the same child time and again.
  HERHALING(Way.COUNT),
  /// Week after week a little more that is not explained (CUSUM).
  REEKS(Way.SERIES),
  /// Who acted and whom it is about know each other.
  RELATIE(Way.ABSENT);

  /// How it is reckoned.
  public enum Way {
    /// Counted, against a number of the policy.
    COUNT,
    /// Compared with others in the same role, by median and MAD.
    PEERS,
    /// Added up over weeks.
    SERIES,
    /// Not reckoned: Sluis has no facts about it, and says so.
    ABSENT
  }

  private final Way way;

  SignalKind(Way way) {
    this.way = way;
  }

  /// How it is reckoned.
  public Way way() {
    return way;
  }

  /// The word in the policy, such as `buiten-uren`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind with this word; empty when there is none.
  public static Optional<SignalKind> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
