package nl.sluis.gateway.vierogen;

import java.util.Arrays;
import java.util.Optional;

/// What can be closed by somebody at an organisation, each with its own word in the control policy.
public enum Closing {
  /// A review of what went out for safety's sake, found on the work list (domain 3.7).
  NACONTROLE("nacontrole", "nacontrole"),
  /// The same, found by the organisation's own system.
  NACONTROLE_KOPPELING("nacontrole-koppeling", "nacontrole"),
  /// A request of somebody about their own data is done as was asked, or answered.
  VERZOEK_TOEGEWEZEN("verzoek-toegewezen", "verzoek"),
  /// The same is not done (AVG 12(4)).
  VERZOEK_GEWEIGERD("verzoek-geweigerd", "verzoek"),
  /// A task about the safety of a child.
  TAAK_VEILIGHEID("taak-veiligheid", "taak"),
  /// Any other task.
  TAAK("taak", "taak");

  private final String code;
  private final String table;

  Closing(String code, String table) {
    this.code = code;
    this.table = table;
  }

  /// The Dutch word, as the control policy has it.
  public String code() {
    return code;
  }

  /// What is closed, as the database has it: one thing can be closed in one way at a time.
  String what() {
    return table;
  }

  /// The first that closes this, as the database has it.
  static Closing ofWhat(String what) {
    return Arrays.stream(values())
        .filter(closing -> closing.table.equals(what))
        .findFirst()
        .orElseThrow();
  }

  /// The one with this Dutch word, if there is one.
  public static Optional<Closing> of(String code) {
    return Arrays.stream(values()).filter(closing -> closing.code.equals(code)).findFirst();
  }
}
