package nl.sluis.gateway.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.policies.terms.Oin;

/// The mandates that an organisation gave or got, for whoever stands in them and for nobody else.
///
/// One supplier may act for hundreds of schools, so this is read in pages. Thread-safe; what is
/// true of a mandate is asked of [Mandates] at the moment of its use, and never of this list.
public final class MandateList {
  /// How many are told at once.
  public static final int PAGE = 200;

  private static final String OF =
      """
      select m.id, m.partij, m.gemachtigde, m.rollen, m.doelen, m.geldig_vanaf, m.geldig_tot,
        i.ingetrokken_op
        from mandaat m
        left join mandaat_intrekking i on i.region = m.region and i.mandaat = m.id
       where m.region = ? and (m.partij = ? or m.gemachtigde = ?)
         and (?::uuid is null or m.id > ?::uuid)
       order by m.id
       limit ?
      """;

  private final String region;
  private final DataSource database;

  /// @param region the part of the country whose mandates these are
  /// @param database for reading only
  public MandateList(String region, DataSource database) {
    this.region = region;
    this.database = database;
  }

  /// How a mandate stands at an instant.
  public enum Standing {
    /// It can be used.
    GELDT("geldt"),
    /// Its first day is yet to come.
    NOG_NIET("nog-niet"),
    /// Its last day has been.
    VOORBIJ("voorbij"),
    /// Its party took it back, or its supplier gave it back.
    INGETROKKEN("ingetrokken");

    private final String code;

    Standing(String code) {
      this.code = code;
    }

    /// The Dutch word.
    public String code() {
      return code;
    }

    /// How this mandate stands now. What was taken back stays so, whatever its term says.
    ///
    /// @param revoked when it was taken back; empty when it was not
    static Standing of(Mandate mandate, Optional<Instant> revoked, Instant now) {
      if (revoked.isPresent()) {
        return INGETROKKEN;
      }
      if (now.isBefore(mandate.from())) {
        return NOG_NIET;
      }
      return now.isBefore(mandate.until()) ? GELDT : VOORBIJ;
    }
  }

  /// One line of the list.
  ///
  /// @param mandate who may act for whom, in which roles and for what
  /// @param revoked when it was taken back; empty when it was not
  /// @param standing how it stands now
  public record Line(Mandate mandate, Optional<Instant> revoked, Standing standing) {}

  /// The mandates in which this organisation stands, [#PAGE] at most, in a fixed order.
  ///
  /// @param after the last one that was told before; empty for the first page
  public List<Line> of(Oin who, Optional<UUID> after, Instant now) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(OF)) {
      select.setString(1, region);
      select.setString(2, who.value());
      select.setString(3, who.value());
      select.setObject(4, after.orElse(null));
      select.setObject(5, after.orElse(null));
      select.setInt(6, PAGE);
      var lines = new ArrayList<Line>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          lines.add(line(rows, now));
        }
      }
      return lines;
    }
  }

  private static Line line(ResultSet row, Instant now) throws SQLException {
    var mandate = Mandates.stored(row);
    var revoked =
        Optional.ofNullable(row.getObject("ingetrokken_op", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    return new Line(mandate, revoked, Standing.of(mandate, revoked, now));
  }
}
