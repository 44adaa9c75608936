package nl.sluis.gateway.notificatie;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// What is still to be told. May be shared between threads and gateways: who takes a line has it
/// for a while, and if it is not told by then anybody takes it again.
final class Outbox {
  /// How long whoever takes a line has for it.
  static final Duration LEASE = Duration.ofSeconds(30);

  // A supplier is told of what it may collect and of no task; what its mandate stopped it hears no
  // more of.
  private static final String LETS =
      """
      (a.houder = a.organisatie or exists (
        select from mandaat m
         where m.region = a.region and m.gemachtigde = a.houder and m.partij = a.organisatie
           and a.rol = any(m.rollen) and p.purpose = any(m.doelen)
           and m.geldig_vanaf <= ? and m.geldig_tot > ?
           and not exists (
             select from mandaat_intrekking i where i.region = m.region and i.mandaat = m.id)))
      """;
  private static final String RUNS =
      """
      not exists (
        select from abonnement_opzegging e where e.region = a.region and e.abonnement = a.id)
      """;
  private static final String PARCELS =
      """
      insert into notificatie (region, id, abonnement, soort, over, gemaakt_op, volgende)
      select a.region, gen_random_uuid(), a.id, 'pakket-klaargezet', p.id, p.accepted_at, ?
        from abonnement a
        join parcel p on p.region = a.region and p.receiver_oin = a.organisatie
          and p.receiver_role = a.rol and p.accepted_at >= a.vastgelegd_op
       where a.region = ? and 'pakket-klaargezet' = any(a.soorten) and p.state = 'wacht'
         and (p.due_at > ? or p.never_lapses)
         and
      """
          + LETS
          + " and "
          + RUNS
          + """
             and not exists (
               select from notificatie n
                where n.region = a.region and n.abonnement = a.id
                  and n.soort = 'pakket-klaargezet' and n.over = p.id)
           limit ?
          on conflict (region, abonnement, soort, over) do nothing
          """;
  private static final String TASKS =
      """
      insert into notificatie (region, id, abonnement, soort, over, gemaakt_op, volgende)
      select a.region, gen_random_uuid(), a.id, 'taak-geopend', t.id, t.geopend_op, ?
        from abonnement a
        join taak t on t.region = a.region and t.organisatie = a.organisatie
          and t.geopend_op >= a.vastgelegd_op
       where a.region = ? and 'taak-geopend' = any(a.soorten) and t.stand <> 'afgehandeld'
         and a.houder = a.organisatie and
      """
          + RUNS
          + """
             and not exists (
               select from notificatie n
                where n.region = a.region and n.abonnement = a.id
                  and n.soort = 'taak-geopend' and n.over = t.id)
           limit ?
          on conflict (region, abonnement, soort, over) do nothing
          """;
  private static final String TAKE =
      """
      with due as (
        select n.region, n.id from notificatie n
         where n.region = ? and n.stand = 'wacht' and n.volgende <= ?
         order by n.volgende
         limit ?
         for update skip locked)
      update notificatie n
         set volgende = ?, pogingen = n.pogingen + 1
        from due, abonnement a
       where n.region = due.region and n.id = due.id
         and a.region = n.region and a.id = n.abonnement
      returning n.id, n.soort, n.over, n.gemaakt_op, n.pogingen, a.organisatie, a.rol, a.houder,
        a.adres
      """;
  private static final String STAND =
      "update notificatie set stand = ? where region = ? and id = ? and stand = 'wacht'";
  private static final String LATER =
      "update notificatie set volgende = ? where region = ? and id = ? and stand = 'wacht'";

  /// What nobody is told any more: the subscription was ended, or the mandate, or the parcel waits
  /// no more.
  private static final String STOPPED =
      """
      update notificatie n
         set stand = 'opgegeven'
        from abonnement a
       where n.region = ? and n.stand = 'wacht' and a.region = n.region and a.id = n.abonnement
         and (exists (
             select from abonnement_opzegging e where e.region = a.region and e.abonnement = a.id)
           or (a.houder <> a.organisatie and not exists (
             select from mandaat m
              where m.region = a.region and m.gemachtigde = a.houder and m.partij = a.organisatie
                and a.rol = any(m.rollen) and m.geldig_vanaf <= ? and m.geldig_tot > ?
                and exists (
                  select from parcel p
                   where p.region = n.region and p.id = n.over and p.purpose = any(m.doelen))
                and not exists (
                  select from mandaat_intrekking i
                   where i.region = m.region and i.mandaat = m.id)))
           or (n.soort = 'pakket-klaargezet' and not exists (
             select from parcel p
              where p.region = n.region and p.id = n.over and p.state = 'wacht')))
      """;

  private final String region;

  /// @param region the part of the country whose lines these are
  Outbox(String region) {
    this.region = region;
  }

  /// One line that was taken.
  ///
  /// @param holder who is told, and whose certificate must be shown at the address
  /// @param attempts how often it was tried, this time included
  record Line(
      UUID id,
      Subject subject,
      UUID about,
      Instant madeAt,
      int attempts,
      PartyRole party,
      Oin holder,
      URI address) {}

  /// Notes what lies ready since, and lets go of what nobody wants to hear any more.
  ///
  /// @return how many lines there are to tell more
  int fill(Connection tx, Instant now, int most) throws SQLException {
    var at = utc(now);
    try (var stop = tx.prepareStatement(STOPPED);
        var parcels = tx.prepareStatement(PARCELS);
        var tasks = tx.prepareStatement(TASKS)) {
      stop.setString(1, region);
      stop.setObject(2, at);
      stop.setObject(3, at);
      stop.executeUpdate();
      parcels.setObject(1, at);
      parcels.setString(2, region);
      parcels.setObject(3, at);
      parcels.setObject(4, at);
      parcels.setObject(5, at);
      parcels.setInt(6, most);
      tasks.setObject(1, at);
      tasks.setString(2, region);
      tasks.setInt(3, most);
      return parcels.executeUpdate() + tasks.executeUpdate();
    }
  }

  /// Takes what is due, the longest waiting first.
  List<Line> take(Connection tx, Instant now, int most) throws SQLException {
    try (var update = tx.prepareStatement(TAKE)) {
      update.setString(1, region);
      update.setObject(2, utc(now));
      update.setInt(3, most);
      update.setObject(4, utc(now.plus(LEASE)));
      var lines = new ArrayList<Line>();
      try (var row = update.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Line(
                  row.getObject("id", UUID.class),
                  Subject.of(row.getString("soort")).orElseThrow(),
                  row.getObject("over", UUID.class),
                  row.getObject("gemaakt_op", OffsetDateTime.class).toInstant(),
                  row.getInt("pogingen"),
                  new PartyRole(
                      new Oin(row.getString("organisatie")),
                      Role.of(row.getString("rol")).orElseThrow()),
                  new Oin(row.getString("houder")),
                  URI.create(row.getString("adres"))));
        }
      }
      return lines;
    }
  }

  /// It was told, or is given up: it lies ready all the same.
  void done(Connection tx, UUID id, boolean told) throws SQLException {
    try (var update = tx.prepareStatement(STAND)) {
      update.setString(1, told ? "bezorgd" : "opgegeven");
      update.setString(2, region);
      update.setObject(3, id);
      update.executeUpdate();
    }
  }

  /// It is tried again then.
  void later(Connection tx, UUID id, Instant next) throws SQLException {
    try (var update = tx.prepareStatement(LATER)) {
      update.setObject(1, utc(next));
      update.setString(2, region);
      update.setObject(3, id);
      update.executeUpdate();
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
