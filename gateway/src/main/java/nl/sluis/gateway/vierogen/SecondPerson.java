package nl.sluis.gateway.vierogen;

import java.util.Arrays;
import java.util.Optional;

/// Who must look along before something closes (`tweedePersoon` in the control policy).
public enum SecondPerson {
  /// Nobody: who does it closes it.
  NIEMAND("niemand"),
  /// Somebody else of the same organisation.
  EIGEN_ORGANISATIE("eigen-organisatie"),
  /// Somebody of the other organisation, where two are in it; of the same one where there is one.
  ANDERE_PARTIJ("andere-partij");

  private final String code;

  SecondPerson(String code) {
    this.code = code;
  }

  /// The Dutch word, as the control policy has it.
  public String code() {
    return code;
  }

  /// The one with this Dutch word, if there is one.
  public static Optional<SecondPerson> of(String code) {
    return Arrays.stream(values()).filter(second -> second.code.equals(code)).findFirst();
  }
}
