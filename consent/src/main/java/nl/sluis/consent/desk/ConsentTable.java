package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Appointment;
import nl.sluis.consent.event.Channel;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// The statements that write asks and events. There is none that changes or removes one.
///
/// May be shared between threads; every method runs in the transaction of its caller.
final class ConsentTable {
  private static final String ADD_ASK =
      """
      insert into consent_ask
        (region, id, subject_id, purpose, sender_oin, sender_role, receiver_oin, receiver_role,
        categories, legal_function, valid_until, one_off, text_hash, text_language,
        asked_at, asked_by, purpose_text)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_PARTY =
      """
      insert into consent_party (region, ask_id, person_id, capacity)
      values (?, ?, ?, ?)
      """;
  private static final String ADD_EVENT =
      """
      insert into consent_event
        (region, subject_id, ask_id, person_id, type, categories, channel, other_parent_agrees,
        occurred_at, recorded_at, expires_at, recorded_by, evidence_commitment, evidence_sealed,
        aanwezigheid, tekst_hash, tekst_taal, tekst_versie)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String USE =
      """
      insert into consent_event
        (region, subject_id, ask_id, type, categories, other_parent_agrees, occurred_at,
        recorded_at, recorded_by, used_for)
      values (?, ?, ?, 'CONSUMED', '{}', false, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String COLUMNS =
      """
      select id, subject_id, purpose, sender_oin, sender_role, receiver_oin, receiver_role,
        categories, valid_until, one_off, purpose_text, text_hash, text_language,
        asked_at
      from consent_ask
      where region = ?
      """;
  private static final String FIND = COLUMNS + "  and id = ?";
  private static final String ABOUT =
      COLUMNS
          + """
            and subject_id = ?
          order by asked_at desc, id
          """;
  private static final String BECAME =
      """
      select n.became
      from merge_ask n
      where n.region = ?
        and n.ask_id = ?
        and not exists (
          select from merge_undone u
          where u.region = n.region
            and u.merge_id = n.merge_id)
      """;

  private final String region;
  private final Agenda agenda;

  ConsentTable(String region) {
    this.region = region;
    this.agenda = new Agenda(region);
  }

  /// One row to be: what happened, who said it, and until when it lasts.
  record Row(
      EventType type,
      @Nullable UUID person,
      Set<DataCategory> categories,
      @Nullable Channel channel,
      boolean otherParentAgrees,
      Instant occurredAt,
      @Nullable Instant until,
      @Nullable SealedEvidence evidence,
      @Nullable UUID presence,
      ConsentDraft.@Nullable Text read) {
    /// What nobody was there for.
    Row(
        EventType type,
        @Nullable UUID person,
        Set<DataCategory> categories,
        @Nullable Channel channel,
        boolean otherParentAgrees,
        Instant occurredAt,
        @Nullable Instant until,
        @Nullable SealedEvidence evidence) {
      this(
          type,
          person,
          categories,
          channel,
          otherParentAgrees,
          occurredAt,
          until,
          evidence,
          null,
          null);
    }

    static Row of(Said said) {
      return new Row(
          said.type(),
          said.person(),
          said.categories(),
          said.channel(),
          said.otherParentAgrees(),
          said.occurredAt(),
          null,
          said.evidence(),
          said.presence(),
          said.read());
    }

    static Row of(EventType type, Instant now) {
      return new Row(type, null, Set.of(), null, false, now, null, null);
    }
  }

  void addAsk(Connection tx, ConsentAsk ask, ConsentDraft draft, Recorder recorder, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD_ASK)) {
      insert.setString(1, region);
      insert.setObject(2, ask.id());
      insert.setObject(3, ask.subject());
      insert.setString(4, ask.purpose().code());
      insert.setString(5, ask.sender().oin().value());
      insert.setString(6, ask.sender().role().code());
      insert.setString(7, ask.receiver().oin().value());
      insert.setString(8, ask.receiver().role().code());
      insert.setArray(9, codes(tx, ask.categories()));
      insert.setString(10, draft.legalFunction());
      insert.setObject(11, utc(ask.validUntil()));
      insert.setBoolean(12, ask.oneOff());
      insert.setString(13, draft.text().hash());
      insert.setString(14, draft.text().language());
      insert.setObject(15, utc(now));
      insert.setString(16, recorder.code());
      insert.setString(17, ask.text());
      insert.executeUpdate();
    }
    endsOn(tx, ask, ask.validUntil());
  }

  /// Puts the end of a term on the agenda. Whether a consent has ended is never read there.
  void endsOn(Connection tx, ConsentAsk ask, Instant end) throws SQLException {
    agenda.put(tx, Appointment.term(ask.subject(), ask.id(), ask.sender().oin(), end));
  }

  void addParties(Connection tx, UUID askId, Map<UUID, String> capacities) throws SQLException {
    try (var insert = tx.prepareStatement(ADD_PARTY)) {
      for (var party : capacities.entrySet()) {
        insert.setString(1, region);
        insert.setObject(2, askId);
        insert.setObject(3, party.getKey());
        insert.setString(4, party.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// @return false when this may happen once only and has happened
  boolean addEvent(Connection tx, ConsentAsk ask, Row row, Recorder recorder, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD_EVENT)) {
      insert.setString(1, region);
      insert.setObject(2, ask.subject());
      insert.setObject(3, ask.id());
      insert.setObject(4, row.person());
      insert.setString(5, row.type().name());
      insert.setArray(6, codes(tx, row.categories()));
      insert.setString(7, row.channel() == null ? null : row.channel().code());
      insert.setBoolean(8, row.otherParentAgrees());
      insert.setObject(9, utc(row.occurredAt()));
      insert.setObject(10, utc(now));
      insert.setObject(11, row.until() == null ? null : utc(row.until()));
      insert.setString(12, recorder.code());
      setEvidence(insert, 13, row.evidence());
      insert.setObject(15, row.presence());
      var read = row.read();
      insert.setString(16, read == null ? null : read.hash());
      insert.setString(17, read == null ? null : read.language());
      insert.setString(18, read == null ? null : read.version());
      return insert.executeUpdate() == 1;
    }
  }

  /// @return false when it was used before
  boolean use(Connection tx, ConsentAsk ask, UUID parcel, Recorder recorder, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(USE)) {
      insert.setString(1, region);
      insert.setObject(2, ask.subject());
      insert.setObject(3, ask.id());
      insert.setObject(4, utc(now));
      insert.setObject(5, utc(now));
      insert.setString(6, recorder.code());
      insert.setObject(7, parcel);
      return insert.executeUpdate() == 1;
    }
  }

  Optional<ConsentAsk> find(Connection tx, UUID askId) throws SQLException {
    return shown(tx, askId).map(Asked::ask);
  }

  Optional<Asked> shown(Connection tx, UUID askId) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, askId);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(asked(row)) : Optional.empty();
      }
    }
  }

  /// Under which name this question stands now: two subjects that became one took their questions
  /// along under new ones.
  UUID standing(Connection tx, UUID askId) throws SQLException {
    var standing = askId;
    try (var select = tx.prepareStatement(BECAME)) {
      for (boolean more = true; more; ) {
        select.setString(1, region);
        select.setObject(2, standing);
        try (var row = select.executeQuery()) {
          more = row.next();
          standing = more ? row.getObject(1, UUID.class) : standing;
        }
      }
    }
    return standing;
  }

  /// The questions about a person, the newest first.
  List<Asked> about(Connection tx, UUID subject) throws SQLException {
    var asked = new ArrayList<Asked>();
    try (var select = tx.prepareStatement(ABOUT)) {
      select.setString(1, region);
      select.setObject(2, subject);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          asked.add(asked(rows));
        }
      }
    }
    return asked;
  }

  static Asked asked(ResultSet row) throws SQLException {
    var ask =
        new ConsentAsk(
            row.getObject("id", UUID.class),
            row.getObject("subject_id", UUID.class),
            new Purpose(row.getString("purpose")),
            party(row.getString("sender_oin"), row.getString("sender_role")),
            party(row.getString("receiver_oin"), row.getString("receiver_role")),
            Arrays.stream((String[]) row.getArray("categories").getArray())
                .map(code -> DataCategory.of(code).orElseThrow())
                .collect(Collectors.toUnmodifiableSet()),
            row.getObject("valid_until", OffsetDateTime.class).toInstant(),
            row.getBoolean("one_off"),
            row.getString("purpose_text"));
    return new Asked(
        ask,
        new Asked.Shown(row.getString("text_hash"), row.getString("text_language")),
        row.getObject("asked_at", OffsetDateTime.class).toInstant());
  }

  static void setEvidence(PreparedStatement to, int first, @Nullable SealedEvidence evidence)
      throws SQLException {
    if (evidence == null) {
      to.setNull(first, Types.BINARY);
      to.setNull(first + 1, Types.BINARY);
    } else {
      to.setBytes(first, evidence.commitment());
      to.setBytes(first + 1, evidence.ciphertext());
    }
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static PartyRole party(String oin, String role) {
    return new PartyRole(new Oin(oin), Role.of(role).orElseThrow());
  }

  static java.sql.Array codes(Connection tx, Collection<DataCategory> categories)
      throws SQLException {
    return tx.createArrayOf("text", categories.stream().map(DataCategory::name).sorted().toArray());
  }
}
