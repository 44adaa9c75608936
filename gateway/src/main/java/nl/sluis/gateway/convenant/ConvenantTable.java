package nl.sluis.gateway.convenant;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Signatures.Signature;
import nl.sluis.policies.terms.Oin;

/// The texts that were seen and the signatures under them, as rows that are only ever added.
///
/// May be shared between threads; every method runs on the caller's connection.
public final class ConvenantTable {
  private static final String SEEN =
      """
      insert into convenant_tekst
        (region, digest, convenant, versie, vastgesteld, aanvaard, gezien_op)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String ADOPTED =
      """
      select convenant, versie, digest
      from convenant_tekst
      where region = ? and vastgesteld and aanvaard
      """;
  private static final String TAKEN_UP =
      """
      select digest, gezien_op
      from convenant_tekst
      where region = ? and aanvaard
      """;
  private static final String KEEP =
      """
      insert into convenant_bestand (region, digest, pad, tekst)
      select t.region, t.digest, f.pad, f.tekst
      from convenant_tekst t, unnest(?::text[], ?::text[]) as f (pad, tekst)
      where t.region = ? and t.digest = ? and t.vastgesteld and t.aanvaard
      on conflict do nothing
      """;
  private static final String KEPT =
      "select pad, tekst from convenant_bestand where region = ? and digest = ?";
  private static final String ASIDE =
      """
      insert into convenant_terzijde (region, digest, want, gezien_op)
      values (?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String SIGN =
      """
      insert into convenant_handtekening (region, digest, partij, jti, jws, vastgelegd_op)
      values (?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String SIGNATURES =
      """
      select digest, partij, vastgelegd_op, jws
      from convenant_handtekening
      where region = ?
      order by digest, partij
      """;

  private final String region;

  /// @param region in whose part of the database they live
  public ConvenantTable(String region) {
    this.region = region;
  }

  /// A signature with the statement in which it was given.
  ///
  /// @param signature who signed which digest, and since when that counts
  /// @param jws the statement, for anybody to check
  public record Given(Signature signature, String jws) {}

  /// Remembers that this text was seen.
  ///
  /// @return whether it is seen for the first time
  boolean see(Connection tx, Text text, boolean accepted, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(SEEN)) {
      insert.setString(1, region);
      insert.setString(2, text.digest());
      insert.setString(3, text.convenant());
      insert.setString(4, text.version());
      insert.setBoolean(5, text.adopted());
      insert.setBoolean(6, accepted);
      insert.setObject(7, now.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  /// Keeps the files of an adopted text beside its digest; what is kept already stays as it is.
  void keep(Connection tx, String digest, Map<String, String> files) throws SQLException {
    var paths = List.copyOf(files.keySet());
    try (var insert = tx.prepareStatement(KEEP)) {
      insert.setArray(1, tx.createArrayOf("text", paths.toArray()));
      insert.setArray(2, tx.createArrayOf("text", paths.stream().map(files::get).toArray()));
      insert.setString(3, region);
      insert.setString(4, digest);
      insert.executeUpdate();
    }
  }

  /// The files of the adopted text with this digest by path; empty when they were never kept.
  Map<String, String> kept(Connection tx, String digest) throws SQLException {
    var files = new TreeMap<String, String>();
    try (var select = tx.prepareStatement(KEPT)) {
      select.setString(1, region);
      select.setString(2, digest);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          files.put(row.getString(1), row.getString(2));
        }
      }
    }
    return files;
  }

  /// Remembers that this text was set aside.
  ///
  /// @return whether it is for the first time for this reason
  boolean setAside(Connection tx, Text text, String why, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(ASIDE)) {
      insert.setString(1, region);
      insert.setString(2, text.digest());
      insert.setString(3, why);
      insert.setObject(4, now.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  /// A text by its digest.
  ///
  /// @param adopted whether the parties adopted it, after which it never changes
  record Text(String digest, String convenant, String version, boolean adopted) {
    static Text of(Convenant c) {
      return new Text(c.digest(), c.id(), c.version(), c.status() == Convenant.Status.VASTGESTELD);
    }
  }

  /// The digest of every adopted version that was ever taken up, by `name version`.
  Map<String, String> adopted(Connection tx) throws SQLException {
    var adopted = new HashMap<String, String>();
    try (var select = tx.prepareStatement(ADOPTED)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          adopted.put(row.getString(1) + " " + row.getString(2), row.getString(3));
        }
      }
    }
    return adopted;
  }

  /// When each text that was taken up was first seen, by digest.
  Map<String, Instant> seen(Connection tx) throws SQLException {
    var seen = new HashMap<String, Instant>();
    try (var select = tx.prepareStatement(TAKEN_UP)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          seen.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
        }
      }
    }
    return seen;
  }

  /// Adds a signature.
  ///
  /// @return empty when this party signed this text before, or used this `jti` before
  Optional<Signature> sign(
      Connection tx, String digest, Oin party, String jti, String jws, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(SIGN)) {
      insert.setString(1, region);
      insert.setString(2, digest);
      insert.setString(3, party.value());
      insert.setString(4, jti);
      insert.setString(5, jws);
      insert.setObject(6, now.atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1
          ? Optional.of(new Signature(digest, party, now))
          : Optional.empty();
    }
  }

  /// Every signature.
  public List<Given> signatures(Connection tx) throws SQLException {
    var given = new ArrayList<Given>();
    try (var select = tx.prepareStatement(SIGNATURES)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var at = row.getObject(3, OffsetDateTime.class).toInstant();
          var signature = new Signature(row.getString(1), new Oin(row.getString(2)), at);
          given.add(new Given(signature, row.getString(4)));
        }
      }
    }
    return given;
  }
}
