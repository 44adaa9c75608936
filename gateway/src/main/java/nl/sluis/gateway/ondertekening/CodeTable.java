package nl.sluis.gateway.ondertekening;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.policies.terms.Oin;

/// Stores the codes by which somebody takes up signing by logging in; each is used once.
///
/// May be shared between threads; each call works on the caller's connection.
final class CodeTable {
  private static final HexFormat HEX = HexFormat.of();
  private static final String ADD =
      """
      insert into ondertekenaar_code
        (region, id, code, partij, persoon, functie, geldig_tot, tot)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select c.id, c.partij, c.persoon, c.functie, c.geldig_tot, c.tot
      from ondertekenaar_code c
      left join ondertekenaar_code_gebruik g on g.region = c.region and g.code = c.id
      where c.region = ? and c.code = ? and g.code is null
      """;
  private static final String USE =
      """
      insert into ondertekenaar_code_gebruik (region, code, op)
      values (?, ?, ?)
      on conflict do nothing
      """;

  private final String region;

  CodeTable(String region) {
    this.region = region;
  }

  /// A code that nobody used yet.
  ///
  /// @param person the keyed word for who may use it, in hexadecimal
  /// @param goodUntil until when it may be used
  /// @param until until when who used it may sign
  record Code(
      UUID id, Oin party, String person, String function, Instant goodUntil, Instant until) {}

  void add(Connection tx, Code code, Hmac keyed) throws SQLException {
    try (var add = tx.prepareStatement(ADD)) {
      add.setString(1, region);
      add.setObject(2, code.id());
      add.setBytes(3, HEX.parseHex(keyed.hex()));
      add.setString(4, code.party().value());
      add.setBytes(5, HEX.parseHex(code.person()));
      add.setString(6, code.function());
      add.setObject(7, SignatoryTable.utc(code.goodUntil()));
      add.setObject(8, SignatoryTable.utc(code.until()));
      add.executeUpdate();
    }
  }

  Optional<Code> find(Connection tx, Hmac keyed) throws SQLException {
    try (var find = tx.prepareStatement(FIND)) {
      find.setString(1, region);
      find.setBytes(2, HEX.parseHex(keyed.hex()));
      try (var row = find.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Code(
                    row.getObject(1, UUID.class),
                    new Oin(row.getString(2)),
                    HEX.formatHex(row.getBytes(3)),
                    row.getString(4),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    row.getObject(6, OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    }
  }

  /// Uses it up; false when somebody was first.
  boolean use(Connection tx, UUID id, Instant at) throws SQLException {
    try (var use = tx.prepareStatement(USE)) {
      use.setString(1, region);
      use.setObject(2, id);
      use.setObject(3, SignatoryTable.utc(at));
      return use.executeUpdate() == 1;
    }
  }
}
