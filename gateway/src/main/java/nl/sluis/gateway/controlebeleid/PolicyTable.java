package nl.sluis.gateway.controlebeleid;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.policies.terms.Oin;

/// The texts that were adopted, and the signed statements by which they were. Rows are added only.
///
/// May be shared between threads; every method runs on the caller's connection.
final class PolicyTable {
  private static final String KEEP =
      """
      insert into controlebeleid_bestand (region, digest, pad, tekst)
      select ?, ?, f.pad, f.tekst
      from unnest(?::text[], ?::text[]) as f (pad, tekst)
      on conflict do nothing
      """;
  private static final String KEPT =
      "select pad, tekst from controlebeleid_bestand where region = ? and digest = ?";
  private static final String SIGN =
      """
      insert into controlebeleid_handtekening
        (region, organisatie, digest, beleid, versie, vanaf, jti, jws, vastgelegd_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String OF =
      """
      select organisatie, beleid, versie, digest, vanaf, vastgelegd_op
      from controlebeleid_handtekening
      where region = ? and organisatie = ?
      """;
  // Of two that begin on one day, the one that was signed last.
  private static final String LATEST =
      OF + "  and vanaf <= ?\norder by vanaf desc, nummer desc\nlimit 1";
  private static final String ALL = OF + "order by vanaf, nummer";

  private final String region;

  PolicyTable(String region) {
    this.region = region;
  }

  /// Keeps the files of a text beside its digest; what is kept already stays as it is.
  void keep(Connection tx, String digest, Map<String, String> files) throws SQLException {
    var paths = List.copyOf(files.keySet());
    try (var insert = tx.prepareStatement(KEEP)) {
      insert.setString(1, region);
      insert.setString(2, digest);
      insert.setArray(3, tx.createArrayOf("text", paths.toArray()));
      insert.setArray(4, tx.createArrayOf("text", paths.stream().map(files::get).toArray()));
      insert.executeUpdate();
    }
  }

  /// The files of the text with this digest by path; empty when they were never kept.
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

  /// Adds a signature.
  ///
  /// @return false when this organisation used this `jti` before
  boolean sign(Connection tx, Adoption adoption, String jti, String jws) throws SQLException {
    try (var insert = tx.prepareStatement(SIGN)) {
      insert.setString(1, region);
      insert.setString(2, adoption.by().value());
      insert.setString(3, adoption.digest());
      insert.setString(4, adoption.id());
      insert.setString(5, adoption.version());
      insert.setObject(6, adoption.from());
      insert.setString(7, jti);
      insert.setString(8, jws);
      insert.setObject(9, adoption.at().atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  /// The one that began last on or before this day; none when there is none.
  List<Adoption> latest(Connection tx, Oin organisation, LocalDate day) throws SQLException {
    try (var select = tx.prepareStatement(LATEST)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      select.setObject(3, day);
      return read(select);
    }
  }

  /// All of them, in the order in which they begin.
  List<Adoption> of(Connection tx, Oin organisation) throws SQLException {
    try (var select = tx.prepareStatement(ALL)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      return read(select);
    }
  }

  private static List<Adoption> read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Adoption>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        found.add(adoption(row));
      }
    }
    return found;
  }

  private static Adoption adoption(ResultSet row) throws SQLException {
    return new Adoption(
        new Oin(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, LocalDate.class),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }
}
