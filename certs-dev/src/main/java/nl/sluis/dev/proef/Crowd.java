package nl.sluis.dev.proef;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.SealedFacts;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.subject.ReferenceFault;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// Puts very many families in a database, each a copy of the one that came in by the door, with
/// identifiers of its own.
///
/// A road for trials only: it goes past the logbook, so the logbook of such a database does not
/// hold these facts. Used by one thread.
final class Crowd {
  private static final int PART = 20_000;
  private static final String SUBJECT = "'subject_id', pg_temp.other(t.subject_id, c.i)";
  private static final String PERSON = SUBJECT + ", 'person_id', pg_temp.other(t.person_id, c.i)";

  /// In this order; whatever names somebody or something gets another name in each copy.
  private static final List<String> COPIES =
      List.of(
          copy("subject", "id", "'id', pg_temp.other(t.id, c.i)"),
          copy("alias", "subject_id", SUBJECT + ", 'hmac', c.hmac"),
          copy("person", "subject_id", PERSON),
          copy("birth", "subject_id", SUBJECT),
          copy("residence", "subject_id", SUBJECT),
          copy(
              "custody_fact",
              "subject_id",
              SUBJECT
                  + ", 'id', pg_temp.other(t.id, c.i)"
                  + ", 'holders', (select array_agg(pg_temp.other(h, c.i) order by n)"
                  + " from unnest(t.holders) with ordinality as u (h, n))"),
          copy("consent_ask", "subject_id", SUBJECT + ", 'id', pg_temp.other(t.id, c.i)"),
          copy("consent_event", "subject_id", PERSON + ", 'ask_id', pg_temp.other(t.ask_id, c.i)"));

  private final Connection owner;
  private final SubjectReference references;
  private final Oin school;
  private @Nullable UUID model;

  /// @param owner of the database
  /// @param references makes the keyed hash of what the school calls a child
  Crowd(Connection owner, SubjectReference references, Signals signals) {
    this.owner = owner;
    this.references = references;
    this.school = signals.school().partner().oin();
  }

  private static String copy(String table, String subject, String others) {
    return """
    insert into %1$s overriding user value
    select r.*
    from crowd c
      cross join %1$s t
      cross join lateral jsonb_populate_record(t, jsonb_build_object(%3$s)) r
    where t.%2$s = ?
    """
        .formatted(table, subject, others);
  }

  /// Copies the one family that is there until there are so many, as `kind-1`, `kind-2` and on.
  void grow(int persons) throws SQLException {
    try (var statement = owner.createStatement()) {
      // Every copy points where its model pointed; asking that again of millions of rows takes
      // longer than writing them.
      statement.execute("set session_replication_role = replica");
      statement.execute(
          """
          create function pg_temp.other(id uuid, i int) returns uuid
          language sql immutable as $$ select md5(id::text || i)::uuid $$
          """);
      statement.execute("create temporary table crowd (i int, hmac bytea)");
      model = model();
      for (int from = 1; from < persons; from += PART) {
        names(from, Math.min(persons, from + PART));
        for (var copy : COPIES) {
          try (var insert = owner.prepareStatement(copy)) {
            insert.setObject(1, model);
            insert.executeUpdate();
          }
        }
      }
      statement.execute("vacuum (analyze)");
    }
  }

  /// What is told of the model, sealed again for these of its copies: only these can be decided
  /// about, for each needs a key of its own, which is a file.
  void tell(IntStream numbers, PersonSeal seal) throws SQLException {
    var from = Objects.requireNonNull(model, "nobody was copied yet");
    var facts = new SealedFacts(seal);
    var birth = facts.birth(from, bytes(from, "select birth_sealed from birth")).orElseThrow();
    var lives =
        facts.residence(from, bytes(from, "select residence_sealed from residence")).orElseThrow();
    var born = "update birth set birth_sealed = ? where subject_id = ?";
    var moved = "update residence set residence_sealed = ? where subject_id = ?";
    try (var births = owner.prepareStatement(born);
        var residences = owner.prepareStatement(moved)) {
      for (int number : numbers.filter(i -> i > 0).toArray()) {
        var child = other(from, number);
        add(births, child, facts.birth(child, birth));
        add(residences, child, facts.residence(child, lives.municipality(), lives.validFrom()));
      }
      births.executeBatch();
      residences.executeBatch();
    }
  }

  private static void add(PreparedStatement update, UUID child, byte[] sealed) throws SQLException {
    update.setBytes(1, sealed);
    update.setObject(2, child);
    update.addBatch();
  }

  private byte[] bytes(UUID subject, String sql) throws SQLException {
    try (var select = owner.prepareStatement(sql + " where subject_id = ?")) {
      select.setObject(1, subject);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

  /// As `pg_temp.other`.
  private static UUID other(UUID id, int number) {
    try {
      var text = (id.toString() + number).getBytes(StandardCharsets.US_ASCII);
      var hash = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text));
      return new UUID(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("MD5 is part of every JDK", e);
    }
  }

  private UUID model() throws SQLException {
    try (var select = owner.prepareStatement("select id from subject");
        var row = select.executeQuery()) {
      row.next();
      var model = row.getObject(1, UUID.class);
      if (row.next()) {
        throw new IllegalStateException("there is more than one family to copy");
      }
      return model;
    }
  }

  private void names(int from, int to) throws SQLException {
    var numbers = new ArrayList<Integer>();
    var hashes = new ArrayList<String>();
    for (int i = from; i < to; i++) {
      numbers.add(i);
      hashes.add(HexFormat.of().formatHex(keyed("kind-" + i)));
    }
    try (var statement = owner.createStatement();
        var insert =
            owner.prepareStatement(
                "insert into crowd select i, decode(h, 'hex')"
                    + " from unnest(?::int[], ?::text[]) as n (i, h)")) {
      statement.execute("truncate crowd");
      insert.setArray(1, owner.createArrayOf("int", numbers.toArray()));
      insert.setArray(2, owner.createArrayOf("text", hashes.toArray()));
      insert.executeUpdate();
    }
  }

  private byte[] keyed(String child) {
    try {
      return references.keyed(school, ReferenceKind.EIGEN_KENMERK, child);
    } catch (ReferenceFault e) {
      throw new IllegalStateException("a name of our own is always in form", e);
    }
  }
}
