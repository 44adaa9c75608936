package nl.sluis.gateway.aansluiting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.aansluiting.Step.Kind;
import nl.sluis.gateway.peer.Standing;
import nl.sluis.policies.terms.Oin;

/// What operators said about organisations, and the applications that it was about. It only grows.
///
/// May be shared between threads; it works in the transaction of its caller, who MUST log what is
/// added.
public final class PartnerBook {
  /// The channel of the database at which every gateway hears that something changed.
  public static final String CHANNEL = "sluis_partners";

  private static final String ADD =
      """
      insert into partner_stap (region, oin, stap, aanmelding, stand, reden, door, op)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String KEEP =
      """
      insert into partner_aanmelding (region, digest, oin, tekst, ingelezen_op)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String STEPS =
      """
      select oin, stap, aanmelding, stand, reden, door, op
        from partner_stap
       where region = ?
       order by nr
       limit 100000
      """;
  private static final String TEXT =
      "select digest, tekst from partner_aanmelding where region = ? and digest = any (?)";
  private static final String TEXTS =
      "select tekst from partner_aanmelding where region = ? limit 10000";
  private static final String TELL = "select pg_notify('" + CHANNEL + "', ?)";

  private final String region;

  /// @param region in whose part of the database they live
  public PartnerBook(String region) {
    this.region = region;
  }

  /// Keeps an application, once.
  public void keep(Connection tx, Application application, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(KEEP)) {
      insert.setString(1, region);
      insert.setString(2, application.digest());
      insert.setString(3, application.oin().value());
      insert.setString(4, application.text());
      insert.setObject(5, utc(now));
      insert.executeUpdate();
    }
  }

  /// Adds a word; every gateway hears of it at the commit.
  public void add(Connection tx, Step step) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setString(2, step.oin().value());
      insert.setString(3, step.kind().code());
      insert.setString(4, step.application().orElse(null));
      insert.setString(5, step.effect().map(Standing::code).orElse(null));
      insert.setString(6, step.reason());
      insert.setString(7, step.by());
      insert.setObject(8, utc(step.at()));
      insert.executeUpdate();
    }
    tell(tx, region);
  }

  /// Lets every gateway hear, at the commit, that it must look again.
  static void tell(Connection tx, String region) throws SQLException {
    try (var notify = tx.prepareStatement(TELL)) {
      notify.setString(1, region);
      notify.execute();
    }
  }

  /// Everything that was said, by organisation.
  public Map<Oin, List<Step>> steps(Connection connection) throws SQLException {
    var all = new HashMap<Oin, List<Step>>();
    try (var select = connection.prepareStatement(STEPS)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var step =
              new Step(
                  new Oin(row.getString("oin")),
                  Kind.of(row.getString("stap")).orElseThrow(),
                  Optional.ofNullable(row.getString("aanmelding")),
                  Optional.ofNullable(row.getString("stand")).flatMap(Standing::of),
                  row.getString("reden"),
                  row.getString("door"),
                  row.getObject("op", OffsetDateTime.class).toInstant());
          all.computeIfAbsent(step.oin(), _ -> new ArrayList<>()).add(step);
        }
      }
    }
    return Map.copyOf(all);
  }

  /// The applications with these digests, as they were signed.
  Map<String, String> applications(Connection connection, Collection<String> digests)
      throws SQLException {
    var found = new HashMap<String, String>();
    try (var select = connection.prepareStatement(TEXT)) {
      select.setString(1, region);
      select.setArray(2, connection.createArrayOf("text", digests.toArray()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.put(row.getString(1), row.getString(2));
        }
      }
    }
    return Map.copyOf(found);
  }

  /// Every application that was ever read in: a key in one of them is somebody's.
  public List<String> applications(Connection connection) throws SQLException {
    var texts = new ArrayList<String>();
    try (var select = connection.prepareStatement(TEXTS)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
    }
    return List.copyOf(texts);
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
