package nl.sluis.dev.proef;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.dev.rig.LogRows;

/// Asks the logbook, and nothing else, whether anything was disclosed on a consent after it was
/// taken back.
///
/// Every disclosure names the consents it rests on, and every withdrawal the consent it ends; the
/// order of the logbook is the order of the commits. In the trials a consent is taken back whole,
/// by a parent whose yes was needed, and never given again.
///
/// @param withdrawals how many consents were taken back
/// @param disclosures how many disclosures rest on one of those
/// @param after the rows of disclosures that follow the withdrawal of what they rest on
record AfterWithdrawal(int withdrawals, long disclosures, List<Long> after) {
  static AfterWithdrawal of(LogRows log) {
    var stopped = new HashMap<String, Long>();
    log.of("intrekking").forEach(row -> stopped.putIfAbsent(row.text("toestemming"), row.index()));
    var resting =
        log.rows().stream()
            .filter(row -> row.kind().equals("verstrekt") || row.kind().equals("heruitgereikt"))
            .filter(row -> consents(row.detail()).anyMatch(stopped::containsKey))
            .toList();
    var after =
        resting.stream()
            .filter(
                row ->
                    consents(row.detail())
                        .anyMatch(c -> stopped.getOrDefault(c, Long.MAX_VALUE) < row.index()))
            .map(LogRows.Row::index)
            .toList();
    return new AfterWithdrawal(stopped.size(), resting.size(), after);
  }

  /// The consents on which this was decided, without the state in which each was read.
  private static Stream<String> consents(JsonNode detail) {
    return detail
        .at("/vraag/feiten/toestemming/toestemmingen")
        .valueStream()
        .map(cited -> cited.asText().split("@", 2)[0]);
  }
}
