package nl.sluis.gateway.taak;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.sluis.policies.terms.Oin;

/// What of the tasks of a party its supplier sees: those about an exchange, a stop message or a
/// consent of a role and purpose of its mandates. What belongs to no purpose, and what is for an
/// officer, the party sees alone (10.4).
///
/// For looking only. May be shared between threads; works in the transaction of its caller.
public final class MandatedTasks {
  private static final int MOST = 200;

  /// Those that come of an exchange or a consent by themselves. A kind that is not named here is
  /// for nobody but the party.
  static final Set<TaskKind> KINDS =
      Collections.unmodifiableSet(
          EnumSet.of(
              TaskKind.LOOK_AT_RETURN,
              TaskKind.RECALL_UNANSWERED,
              TaskKind.UNDO_AS_SENDER_ASKS,
              TaskKind.REPORT_UNJUSTIFIED,
              TaskKind.ANSWER_QUESTION,
              TaskKind.NOT_BROUGHT,
              TaskKind.STOP_NOT_CONFIRMED,
              TaskKind.ASK_AGAIN,
              TaskKind.STATEMENT_UNSEEN));

  private static final String OF =
      """
      select t.id, t.soort, t.organisatie, t.subject_id, t.over, t.geopend_op, t.uiterlijk, t.stand
        from taak t
       where t.region = ? and t.organisatie = ? and t.stand <> 'afgehandeld'
         and t.soort = any(?)
         and exists (
           select 1
             from (
               select p.sender_role as rol, p.purpose as doel
                 from parcel p
                where p.region = t.region and p.transaction_id = t.over
                  and p.sender_oin = t.organisatie
               union all
               select p.receiver_role, p.purpose
                 from parcel p
                where p.region = t.region and p.transaction_id = t.over
                  and p.receiver_oin = t.organisatie
               union all
               select p.receiver_role, p.purpose
                 from parcel p
                where p.region = t.region and p.id = t.over and p.receiver_oin = t.organisatie
               union all
               select s.aan_rol, s.doel
                 from stopbericht s
                where s.region = t.region and s.id = t.over and s.aan_oin = t.organisatie
               union all
               select a.sender_role, a.purpose
                 from stopbericht s
                 join consent_ask a on a.region = s.region and a.id = s.toestemming
                where s.region = t.region and s.id = t.over and a.sender_oin = t.organisatie
               union all
               select a.sender_role, a.purpose
                 from consent_ask a
                where a.region = t.region and a.id = t.over and a.sender_oin = t.organisatie) w
             join mandaat m
               on m.region = t.region and m.gemachtigde = ? and m.partij = t.organisatie
              and w.rol = any(m.rollen) and w.doel = any(m.doelen)
              and m.geldig_vanaf <= ? and m.geldig_tot > ?
            where not exists (
              select 1 from mandaat_intrekking i where i.region = m.region and i.mandaat = m.id))
       order by t.uiterlijk, t.soort, t.id
       limit ?
      """;

  private final String region;

  /// @param region in whose part of the database the tasks live
  public MandatedTasks(String region) {
    this.region = region;
  }

  /// Those that this supplier may see of this party: at most two hundred, the most urgent first.
  public List<OpenTask> of(Connection tx, Oin supplier, Oin party, Instant now)
      throws SQLException {
    var at = now.atOffset(ZoneOffset.UTC);
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setString(2, party.value());
      select.setArray(3, tx.createArrayOf("text", KINDS.stream().map(TaskKind::code).toArray()));
      select.setString(4, supplier.value());
      select.setObject(5, at);
      select.setObject(6, at);
      select.setInt(7, MOST);
      return Tasks.read(select);
    }
  }
}
