package nl.sluis.gateway.logbook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the check of a logbook found.
///
/// @param name the region or the name of the logbook that was checked
/// @param span which rows were asked for
/// @param rows how many rows were checked
/// @param checkpoints how many signed checkpoints were checked, those that were kept elsewhere
///   included
/// @param tiles how many tiles were compared
/// @param opened how many sealed details were opened; none when no keys were given
/// @param erased how many rows have no details any more, as a row of the logbook itself says
/// @param findings what is wrong; the rest of one cause is not repeated
public record LogbookReport(
    String name,
    Span span,
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
    text.append("Logboek `").append(name).append("`").append(part()).append(": ");
    text.append(rows).append(" rijen, ");
    text.append(checkpoints).append(" handtekeningen, ").append(tiles).append(" tegels");
    text.append(opened > 0 ? ", " + opened + " rijen ook op inhoud" : "");
    text.append(erased > 0 ? ", " + erased + " rijen gewist (verantwoord)" : "").append(".\n");
    if (first().isEmpty()) {
      return text.append("Alles klopt.\n").toString();
    }
    var first = first().get();
    text.append("NIET IN ORDE. ").append(first.text()).append('\n');
    findings.stream()
        .filter(finding -> !finding.equals(first))
        .forEach(finding -> text.append("- ").append(finding.text()).append('\n'));
    var where = first.exact() ? "bij rij " + first.row() : "vanaf rij " + first.row();
    return text.append(
            """
            Wat nu: schrijf niets bij en zet niets terug. Stop de gateways, bewaar de database zoals zij nu is, en \
            vergelijk haar %s met een uitvoer, reservekopie of bewaard checkpoint van vóór de wijziging. Waarschuw \
            de functionaris gegevensbescherming.
            """
                .formatted(where))
        .toString();
  }

  private String part() {
    if (span.isAll()) {
      return "";
    }
    var end = span.to() == Long.MAX_VALUE ? "het einde" : "rij " + (span.to() - 1);
    return ", van rij " + span.from() + " tot en met " + end;
  }
}
