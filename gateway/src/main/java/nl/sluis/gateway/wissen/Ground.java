package nl.sluis.gateway.wissen;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// On which ground a person is erased: a closed list, for AVG 17 has one.
public enum Ground {
  /// The data are not needed any more (AVG 17(1)(a), (b), (c)): nothing that must be kept may stand in
  /// its way.
  NIET_MEER_NODIG(EnumSet.allOf(Hold.class)),
  /// They were processed unlawfully (AVG 17(1)(d)): what should never have been is kept for no term.
  ONRECHTMATIG(EnumSet.complementOf(EnumSet.of(Hold.BEWAARTERMIJN))),
  /// A court or a supervisor ordered it (AVG 17(1)(e), 58(2)(g)): only a child that may be in danger
  /// now goes before.
  WETTELIJK_BEVEL(EnumSet.of(Hold.MELDING));

  private final Set<Hold> stoppedBy;

  Ground(Set<Hold> stoppedBy) {
    this.stoppedBy = Set.copyOf(stoppedBy);
  }

  /// Does this reason to keep stop an erasure on this ground?
  public boolean isStoppedBy(Hold hold) {
    return stoppedBy.contains(hold);
  }

  /// The Dutch word, such as `niet-meer-nodig`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The ground with this word, if there is one.
  public static Optional<Ground> of(String code) {
    return Arrays.stream(values()).filter(ground -> ground.code().equals(code)).findFirst();
  }

  /// Every word, in order.
  public static List<String> codes() {
    return Arrays.stream(values()).map(Ground::code).toList();
  }
}
