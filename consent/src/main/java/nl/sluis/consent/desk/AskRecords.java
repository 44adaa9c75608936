package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.terms.DataCategory;
import org.jspecify.annotations.Nullable;

/// Reads a question with all that happened to it.
///
/// May be shared between threads; it reads in the transaction of its caller.
public final class AskRecords {
  private static final String ASK =
      """
      select id, subject_id, purpose, sender_oin, sender_role, receiver_oin, receiver_role,
        categories, valid_until, one_off, purpose_text, text_hash, text_language,
        legal_function, asked_at
      from consent_ask
      where region = ? and id = ?
      """;
  private static final String EVENTS =
      """
      select seq, ask_id, person_id, type, categories, channel, other_parent_agrees,
        occurred_at, expires_at, recorded_at, recorded_by, aanwezigheid is not null as present,
        tekst_hash, tekst_taal, tekst_versie
      from consent_event
      where region = ? and ask_id = ?
      order by seq
      """;

  private final String region;

  /// @param region in whose part of the database the consents live
  public AskRecords(String region) {
    this.region = region;
  }

  /// The question under this identifier, with what happened to it.
  public Optional<AskRecord> find(Connection tx, UUID askId) throws SQLException {
    var events = events(tx, askId);
    try (var select = tx.prepareStatement(ASK)) {
      select.setString(1, region);
      select.setObject(2, askId);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new AskRecord(
                    ConsentTable.asked(row),
                    row.getString("legal_function"),
                    instant(row, "asked_at"),
                    events))
            : Optional.empty();
      }
    }
  }

  private List<AskRecord.Happened> events(Connection tx, UUID askId) throws SQLException {
    var events = new ArrayList<AskRecord.Happened>();
    try (var select = tx.prepareStatement(EVENTS)) {
      select.setString(1, region);
      select.setObject(2, askId);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(
              new AskRecord.Happened(
                  event(rows),
                  instant(rows, "recorded_at"),
                  rows.getString("recorded_by"),
                  read(rows)));
        }
      }
    }
    return events;
  }

  private static ConsentEvent event(ResultSet row) throws SQLException {
    var until = row.getObject("expires_at", OffsetDateTime.class);
    return new ConsentEvent(
        row.getLong("seq"),
        row.getObject("ask_id", UUID.class),
        row.getObject("person_id", UUID.class),
        EventType.valueOf(row.getString("type")),
        Arrays.stream((String[]) row.getArray("categories").getArray())
            .map(code -> DataCategory.of(code).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()),
        channel(row.getString("channel")),
        row.getBoolean("other_parent_agrees"),
        instant(row, "occurred_at"),
        until == null ? null : until.toInstant(),
        row.getBoolean("present"));
  }

  private static Optional<ConsentDraft.Text> read(ResultSet row) throws SQLException {
    var hash = row.getString("tekst_hash");
    return hash == null
        ? Optional.empty()
        : Optional.of(
            new ConsentDraft.Text(
                row.getString("tekst_versie"), hash, row.getString("tekst_taal")));
  }

  private static @Nullable Channel channel(@Nullable String code) {
    return code == null ? null : Channel.of(code).orElseThrow();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
