package nl.sluis.consent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/// Brings a database to the schema of this release, one numbered file per transaction.
///
/// A file that was applied may never change: its checksum is kept and compared. Runs under an
/// advisory lock, so that gateways which start together do not run it twice.
public final class Migrations {
  private static final long LOCK = 0x51_75_69_73L;

  private Migrations() {}

  /// Applies what is missing, in the order given.
  ///
  /// @param owner a connection as the owner of the schema, in auto-commit mode
  /// @param files resource names, such as `db/consent/V001__rollen.sql`, in order
  /// @throws IllegalStateException when a file that was applied has changed since
  public static void apply(Connection owner, List<String> files) throws SQLException {
    owner.setAutoCommit(false);
    try (var statement = owner.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      statement.execute(
          """
          create table if not exists migration (
            file text primary key,
            checksum text not null,
            applied_at timestamptz not null default now())
          """);
      for (var file : files) {
        applyOne(owner, file);
      }
      owner.commit();
    } catch (SQLException e) {
      owner.rollback();
      throw e;
    } finally {
      owner.setAutoCommit(true);
    }
  }

  private static void applyOne(Connection owner, String file) throws SQLException {
    var sql = read(file);
    var checksum = sha256(sql);
    try (var known = owner.prepareStatement("select checksum from migration where file = ?")) {
      known.setString(1, file);
      try (var row = known.executeQuery()) {
        if (row.next()) {
          if (!row.getString(1).equals(checksum)) {
            throw new IllegalStateException(
                "migration `" + file + "` changed after it was applied");
          }
          return;
        }
      }
    }
    try (var run = owner.createStatement();
        var note = owner.prepareStatement("insert into migration (file, checksum) values (?, ?)")) {
      run.execute(sql);
      note.setString(1, file);
      note.setString(2, checksum);
      note.executeUpdate();
    }
  }

  private static String read(String file) {
    try (InputStream in = Migrations.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("migration `" + file + "` is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("migration `" + file + "` cannot be read", e);
    }
  }

  private static String sha256(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
