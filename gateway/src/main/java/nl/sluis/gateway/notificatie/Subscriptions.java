package nl.sluis.gateway.notificatie;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// The subscriptions, as rows that are only ever added. May be shared between threads; works in the
/// transaction of its caller.
public final class Subscriptions {
  private static final int MOST = 500;
  private static final String INSERT =
      """
      insert into abonnement (region, id, organisatie, rol, houder, adres, soorten, vastgelegd_op)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String END =
      """
      insert into abonnement_opzegging (region, abonnement, door, opgezegd_op)
      select a.region, a.id, ?, ?
        from abonnement a
       where a.region = ? and a.id = ? and (a.houder = ? or a.organisatie = ?)
      on conflict (region, abonnement) do nothing
      """;
  private static final String OF =
      """
      select a.id, a.organisatie, a.rol, a.houder, a.adres, a.soorten, a.vastgelegd_op,
        e.opgezegd_op
        from abonnement a
        left join abonnement_opzegging e on e.region = a.region and e.abonnement = a.id
       where a.region = ? and (a.houder = ? or a.organisatie = ?) and e.abonnement is null
       order by a.vastgelegd_op, a.id
       limit ?
      """;

  private final String region;

  /// @param region the part of the country whose subscriptions these are
  public Subscriptions(String region) {
    this.region = region;
  }

  /// Adds one.
  public void add(Connection tx, Subscription one) throws SQLException {
    try (var insert = tx.prepareStatement(INSERT)) {
      insert.setString(1, region);
      insert.setObject(2, one.id());
      insert.setString(3, one.party().oin().value());
      insert.setString(4, one.party().role().code());
      insert.setString(5, one.holder().value());
      insert.setString(6, one.address().toString());
      insert.setArray(
          7, tx.createArrayOf("text", one.subjects().stream().map(Subject::code).toArray()));
      insert.setObject(8, utc(one.since()));
      insert.executeUpdate();
    }
  }

  /// Ends one, by who holds it or by the organisation that it is about.
  ///
  /// @return whether it was theirs, and ran until now
  public boolean end(Connection tx, UUID id, Oin by, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(END)) {
      insert.setString(1, by.value());
      insert.setObject(2, utc(now));
      insert.setString(3, region);
      insert.setObject(4, id);
      insert.setString(5, by.value());
      insert.setString(6, by.value());
      return insert.executeUpdate() == 1;
    }
  }

  /// Those that run and that this organisation holds, or that are about it: five hundred at most.
  public List<Subscription> of(Connection tx, Oin who) throws SQLException {
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setString(2, who.value());
      select.setString(3, who.value());
      select.setInt(4, MOST);
      return read(select);
    }
  }

  static List<Subscription> read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Subscription>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(subscription(rows));
      }
    }
    return found;
  }

  static Subscription subscription(ResultSet row) throws SQLException {
    return new Subscription(
        row.getObject("id", UUID.class),
        new PartyRole(
            new Oin(row.getString("organisatie")), Role.of(row.getString("rol")).orElseThrow()),
        new Oin(row.getString("houder")),
        URI.create(row.getString("adres")),
        subjects((String[]) row.getArray("soorten").getArray()),
        row.getObject("vastgelegd_op", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("opgezegd_op", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Set<Subject> subjects(String[] codes) {
    var subjects = new HashSet<Subject>();
    for (var code : codes) {
      Subject.of(code).ifPresent(subjects::add);
    }
    return subjects;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
