package nl.sluis.consent.sight;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Reads what was asked about one child, with the text that was shown.
final class AskTable {
  private static final int MOST = 200;
  private static final String ABOUT =
      """
      select id, purpose, sender_oin, sender_role, receiver_oin, receiver_role, categories,
        valid_until, one_off, purpose_text, text_hash, text_language
      from consent_ask
      where region = ?
        and subject_id = ?
      order by asked_at desc, id
      limit ?
      """;

  private final String region;

  AskTable(String region) {
    this.region = region;
  }

  /// A question and the text that was shown with it.
  record Asked(ConsentAsk ask, OwnConsents.Shown shown) {}

  /// The newest two hundred questions, the newest first.
  List<Asked> about(Connection tx, UUID subject) throws SQLException {
    var asked = new ArrayList<Asked>();
    try (var select = tx.prepareStatement(ABOUT)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setInt(3, MOST);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          asked.add(read(rows, subject));
        }
      }
    }
    return asked;
  }

  private static Asked read(ResultSet row, UUID subject) throws SQLException {
    var ask =
        new ConsentAsk(
            row.getObject(1, UUID.class),
            subject,
            new Purpose(row.getString(2)),
            party(row.getString(3), row.getString(4)),
            party(row.getString(5), row.getString(6)),
            Arrays.stream((String[]) row.getArray(7).getArray())
                .map(code -> DataCategory.of(code).orElseThrow())
                .collect(Collectors.toUnmodifiableSet()),
            row.getObject(8, OffsetDateTime.class).toInstant(),
            row.getBoolean(9),
            row.getString(10));
    return new Asked(ask, new OwnConsents.Shown(row.getString(11), row.getString(12)));
  }

  private static PartyRole party(String oin, String role) {
    return new PartyRole(new Oin(oin), Role.of(role).orElseThrow());
  }
}
