package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/// Holds what witnesses signed against the checkpoints under which it stands.
///
/// That a signature of a witness was taken away cannot be seen here: the witness has it, and gives
/// it to the next gateway that asks. For one thread.
final class CosignatureCheck {
  private static final String ALL =
      """
      select s.size, s.witness, s.signed_at, s.line, c.note
      from checkpoint_cosignature s
      left join checkpoint c on c.region = s.region and c.size = s.size
      where s.region = ?
      order by s.size, s.witness
      """;

  private final Connection connection;
  private final String region;
  private final List<WitnessKey> keys;
  private final Findings findings;

  /// @param keys of the witnesses that are known here; a signature of another is not believed, and
  ///   only its form is looked at
  CosignatureCheck(Connection connection, String region, List<WitnessKey> keys, Findings findings) {
    this.connection = connection;
    this.region = region;
    this.keys = keys;
    this.findings = findings;
  }

  void run() throws SQLException {
    try (var statement = LogbookVerifier.stream(connection, ALL)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var at = row.getObject(3, OffsetDateTime.class).toInstant();
          var note = row.getString(5);
          if (note == null) {
            findings.from(
                row.getLong(1),
                "Een getuige tekende bij %d rijen, en daar is geen checkpoint."
                    .formatted(row.getLong(1)));
          } else if (!stands(row.getString(2), at, row.getString(4), note)) {
            findings.from(
                row.getLong(1),
                "Wat een getuige tekende bij %d rijen is veranderd.".formatted(row.getLong(1)));
          }
        }
      }
    }
  }

  private boolean stands(String witness, Instant at, String line, String note) {
    var known = keys.stream().filter(key -> key.name().equals(witness)).findFirst();
    return known.isEmpty()
        ? line.startsWith("\u2014 " + witness + " ")
        : Cosignature.find(Cosignature.text(note), line, known.get())
            .filter(found -> found.at().equals(at) && found.line().equals(line))
            .isPresent();
  }
}
