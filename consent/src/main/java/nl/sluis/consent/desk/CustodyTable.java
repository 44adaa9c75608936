package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.custody.CustodySource;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// The rows about gezag that partners entered one by one. May be shared between threads.
public final class CustodyTable {
  private static final String ADD =
      """
      insert into custody_fact
        (region, id, subject_id, situation, source, valid_from, valid_until, obtained_at, holders,
        capacities, without_gezag, reference_hash, reporter_hmac, recorded_at, recorded_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_PART =
      """
      insert into partial_custody
        (region, id, subject_id, domain, sharing_named, holder, valid_from, valid_until,
        obtained_at, reference_hash, reporter_hmac, recorded_at, recorded_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String CONFIRM =
      """
      insert into custody_confirmation
        (region, fact_id, subject_id, confirmer_hmac, recorded_at, recorded_by)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select c.subject_id, c.source, c.reporter_hmac, k.fact_id
      from custody_fact c
      left join custody_confirmation k on k.region = c.region and k.fact_id = c.id
      where c.region = ?
        and c.id = ?
        and c.recorded_by like ?
      """;
  private static final String OF =
      """
      select c.id, c.situation, c.source, c.valid_from, c.valid_until, c.obtained_at, c.holders,
        c.capacities, c.without_gezag, c.recorded_at,
        c.source = 'vier-ogen' and k.fact_id is null as provisional, null as domain
      from custody_fact c
      left join custody_confirmation k on k.region = c.region and k.fact_id = c.id
      where c.region = ? and c.subject_id = ? and c.recorded_by like ?
      union all
      select d.id, 'deelgezag', 'rechterlijke-uitspraak', d.valid_from, d.valid_until,
        d.obtained_at, array[d.holder], array['deelgezag'], '{}', d.recorded_at, false, d.domain
      from partial_custody d
      where d.region = ? and d.subject_id = ? and d.recorded_by like ?
      order by recorded_at, id
      limit 100
      """;

  private final String region;
  private final PersonSeal seal;

  CustodyTable(String region, PersonSeal seal) {
    this.region = region;
    this.seal = seal;
  }

  /// What every row holds.
  record Row(
      UUID id,
      UUID subject,
      CustodyDraft draft,
      Map<Hmac, UUID> persons,
      Recorder recorder,
      Instant now) {
    Object[] people(List<FamilyDraft.Holder> holders) {
      return holders.stream().map(FamilyDraft.Holder::label).map(persons::get).toArray();
    }
  }

  /// What one person entered.
  ///
  /// @param reporter the keyed hash of who entered it; null when that was not asked then
  @SuppressWarnings("ArrayRecordComponent") // compared with Arrays.equals only
  record Entered(
      UUID subject, boolean needsFourEyes, byte @Nullable [] reporter, boolean isConfirmed) {}

  /// What is on record, as its own organisation may read it back.
  ///
  /// @param id what it is known by
  /// @param situation the situation, or `deelgezag`
  /// @param domain which part of gezag; empty when it is about the whole
  /// @param source from where it is known
  /// @param validFrom first day on which it is so
  /// @param validUntil first day on which it is not so any more; empty when no end is known
  /// @param obtainedAt when the source was asked
  /// @param recordedAt when it was recorded
  /// @param provisional whether a second person must still look
  /// @param holders who has it, and which parents have not
  public record Known(
      UUID id,
      String situation,
      Optional<String> domain,
      String source,
      LocalDate validFrom,
      Optional<LocalDate> validUntil,
      Instant obtainedAt,
      Instant recordedAt,
      boolean provisional,
      List<Person> holders) {
    /// Copies its parts.
    public Known {
      holders = List.copyOf(holders);
    }
  }

  /// Somebody with or without gezag.
  ///
  /// @param label the keyed hash of the asker's own word, when it named that word; else empty
  /// @param capacity such as `ouder-gezag`
  public record Person(Optional<Hmac> label, String capacity) {}

  void add(Connection tx, Row row, CustodyFormCheck.Read.Whole whole) throws SQLException {
    var custody = whole.custody();
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, row.id());
      insert.setObject(3, row.subject());
      insert.setString(4, custody.situation().code());
      insert.setString(5, custody.source().code());
      insert.setObject(6, custody.validFrom());
      insert.setObject(7, whole.until());
      insert.setObject(8, ConsentTable.utc(custody.obtainedAt()));
      insert.setArray(9, tx.createArrayOf("uuid", row.people(custody.holders())));
      insert.setArray(
          10,
          tx.createArrayOf(
              "text", custody.holders().stream().map(FamilyDraft.Holder::capacity).toArray()));
      insert.setArray(11, tx.createArrayOf("uuid", row.people(whole.without())));
      insert.setString(12, reference(row));
      insert.setBytes(13, row.draft().reporter().bytes());
      insert.setObject(14, ConsentTable.utc(row.now()));
      insert.setString(15, row.recorder().code());
      insert.executeUpdate();
    }
  }

  void add(Connection tx, Row row, CustodyFormCheck.Read.Part part) throws SQLException {
    try (var insert = tx.prepareStatement(ADD_PART)) {
      insert.setString(1, region);
      insert.setObject(2, row.id());
      insert.setObject(3, row.subject());
      insert.setString(4, part.domain().code());
      insert.setBoolean(5, row.draft().sharingNamed());
      insert.setObject(6, row.persons().get(part.holder().label()));
      insert.setObject(7, part.from());
      insert.setObject(8, part.until());
      insert.setObject(9, ConsentTable.utc(part.obtainedAt()));
      insert.setString(10, reference(row));
      insert.setBytes(11, row.draft().reporter().bytes());
      insert.setObject(12, ConsentTable.utc(row.now()));
      insert.setString(13, row.recorder().code());
      insert.executeUpdate();
    }
  }

  /// Whoever has the document can compute its digest, and would find the child by it.
  private @Nullable String reference(Row row) {
    var hash = row.draft().referenceHash();
    return hash.isEmpty() ? null : Hmac.of(seal.mark(row.subject(), "kenmerk\n" + hash)).hex();
  }

  Optional<Entered> find(Connection tx, UUID fact, Oin organisation) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, fact);
      select.setString(3, organisation + "/%");
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Entered(
                    row.getObject(1, UUID.class),
                    row.getString(2).equals(CustodySource.VIER_OGEN.code()),
                    row.getBytes(3),
                    row.getObject(4) != null))
            : Optional.empty();
      }
    }
  }

  void confirm(
      Connection tx, UUID fact, UUID subject, Hmac confirmer, Recorder recorder, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(CONFIRM)) {
      insert.setString(1, region);
      insert.setObject(2, fact);
      insert.setObject(3, subject);
      insert.setBytes(4, confirmer.bytes());
      insert.setObject(5, ConsentTable.utc(now));
      insert.setString(6, recorder.code());
      insert.executeUpdate();
    }
  }

  Stream<Known> of(Connection tx, UUID subject, Oin organisation, Map<Hmac, UUID> labels)
      throws SQLException {
    var found = new ArrayList<Known>();
    try (var select = tx.prepareStatement(OF)) {
      for (int i = 0; i < 2; i++) {
        select.setString(3 * i + 1, region);
        select.setObject(3 * i + 2, subject);
        select.setString(3 * i + 3, organisation + "/%");
      }
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(known(rows, labels));
        }
      }
    }
    return found.stream();
  }

  private static Known known(ResultSet row, Map<Hmac, UUID> labels) throws SQLException {
    var holders = new ArrayList<Person>();
    var ids = (UUID[]) row.getArray("holders").getArray();
    var capacities = (String[]) row.getArray("capacities").getArray();
    for (int i = 0; i < ids.length; i++) {
      holders.add(new Person(label(labels, ids[i]), capacities[i]));
    }
    Arrays.stream((UUID[]) row.getArray("without_gezag").getArray())
        .map(id -> new Person(label(labels, id), CustodyDraft.WITHOUT))
        .forEach(holders::add);
    return new Known(
        row.getObject("id", UUID.class),
        row.getString("situation"),
        Optional.ofNullable(row.getString("domain")),
        row.getString("source"),
        row.getObject("valid_from", LocalDate.class),
        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
        row.getObject("obtained_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("provisional"),
        holders);
  }

  private static Optional<Hmac> label(Map<Hmac, UUID> labels, UUID person) {
    return labels.entrySet().stream()
        .filter(entry -> entry.getValue().equals(person))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
