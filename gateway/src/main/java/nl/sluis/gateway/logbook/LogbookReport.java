package nl.sluis.gateway.logbook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the check of a logbook found.
///
/// @param region the logbook that was checked
/// @param rows how many rows were read
/// @param checkpoints how many signed checkpoints were checked
/// @param tiles how many tiles were compared
/// @param opened how many sealed details were opened; none when no keys were given
/// @param erased how many rows have no details any more, as a row of the logbook itself says
/// @param findings what is wrong; the rest of one cause is not repeated
public record LogbookReport(
    String region,
    long rows,
    long checkpoints,
    long tiles,
    long opened,
    long erased,
    List<Finding> findings) {

  /// Copies the list.
  public LogbookReport {
    findings = List.copyOf(findings);
  }

  /// Says whether everything is as it was written and signed.
  public boolean intact() {
    return findings.isEmpty();
  }

  /// The finding to start with: the first row that is surely wrong, or the first that may be.
  public Optional<Finding> first() {
    return findings.stream()
        .min(
            Comparator.comparing((Finding finding) -> !finding.exact())
                .thenComparingLong(Finding::row));
  }

  /// The report in Dutch.
  public String text() {
    var text = new StringBuilder();
    text.append("Logboek `").append(region).append("`: ").append(rows).append(" rijen, ");
    text.append(checkpoints).append(" handtekeningen, ").append(tiles).append(" tegels");
    text.append(opened > 0 ? ", " + opened + " rijen ook op inhoud" : "");
    text.append(erased > 0 ? ", " + erased + " rijen gewist (verantwoord)" : "").append(".\n");
    if (first().isEmpty()) {
      return text.append("Alles klopt.\n").toString();
    }
    text.append("NIET IN ORDE. ").append(first().get().text()).append('\n');
    findings.stream()
        .filter(finding -> !finding.equals(first().get()))
        .forEach(finding -> text.append("- ").append(finding.text()).append('\n'));
    return text.toString();
  }
}
