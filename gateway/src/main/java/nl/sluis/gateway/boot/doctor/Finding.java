package nl.sluis.gateway.boot.doctor;

import java.util.Optional;
import nl.sluis.gateway.diagnose.Diagnose;

/// One thing that was looked at. Immutable.
///
/// @param about which thing, such as `deur voor partners`
/// @param seen what was seen of it; empty when there is nothing to tell
/// @param wrong what is wrong with it; empty when it is well
record Finding(String about, String seen, Optional<Diagnose> wrong) {
  static Finding good(String about, String seen) {
    return new Finding(about, seen, Optional.empty());
  }

  static Finding wrong(String about, Diagnose wrong) {
    return new Finding(about, "", Optional.of(wrong));
  }

  /// Does something not work because of it?
  boolean isFault() {
    return wrong.filter(diagnose -> !diagnose.isWarning()).isPresent();
  }

  /// As an operator reads it, one to three lines.
  String text() {
    var grade = wrong.isEmpty() ? "goed" : isFault() ? "fout" : "let op";
    var first = "%-7s %s%s".formatted(grade, about, seen.isEmpty() ? "" : ": " + seen);
    return wrong
        .map(
            diagnose ->
                "%s%n        %s (%s)%n        %s"
                    .formatted(first, diagnose.sentence(), diagnose.code(), diagnose.remedy()))
        .orElse(first);
  }
}
