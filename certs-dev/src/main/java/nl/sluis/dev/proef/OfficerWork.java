package nl.sluis.dev.proef;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.rig.Rig;
import nl.sluis.gateway.controlebeleid.PolicyShelf;

/// What stands beside a large logbook when a region has worked for five years: nearly all of it is
/// done, and whoever looks for what is not must not wait for the rest.
///
/// Written by the owner of the database, beside the desks that would write it: what is measured is
/// reading. For one thread.
final class OfficerWork {
  private static final String SCHOOL = AskingSchool.SCHOOL;
  private static final String CJG = AskingSchool.CJG;

  /// A thing in a number of things is not done yet.
  private static final int OPEN = 50;

  /// Of whom the half of it is; the rest is of the CJG.
  private static final String WHO =
      "case when i %% 2 = 0 then '" + SCHOOL + "' else '" + CJG + "' end";

  private static final String TASKS =
      """
      insert into taak (region, id, soort, organisatie, over, geopend_op, uiterlijk, stand)
      select '%1$s', gen_random_uuid(),
        (array['stop-niet-bevestigd', 'gezag-veroudert', 'dossier-aanvullen', 'anders-bereiken',
          'nadocumentatie', 'gezin-informeren'])[1 + i %% 6],
      """
          + WHO
          + """
          , gen_random_uuid(), t.due - interval '28 days', t.due,
            case when i %% %4$d > 1 then 'afgehandeld' when t.due <= '%2$s' then 'te-laat' else 'open' end
          from generate_series(1, %3$d) i
          cross join lateral (
            select '%2$s'::timestamptz + interval '20 days' - i * interval '1800 days' / %3$d as due) t
          """;
  private static final String REVIEWS =
      """
      insert into nacontrole (region, transactie, van_oin, van_rol, aan_oin, aan_rol, doel, regel,
        acuut, handelend, geopend_op, uiterlijk)
      select '%1$s', md5('nacontrole' || i)::uuid,\
      """
          + WHO
          + """
          , 'school-ib', '00000099000000302000', 'veilig-thuis', 'vt-melding', 'X16', false,
            '\\x0102', t.due - interval '7 days', t.due
          from generate_series(1, %3$d) i
          cross join lateral (
            select '%2$s'::timestamptz + interval '5 days' - i * interval '1800 days' / %3$d as due) t;
          insert into nacontrole_oordeel (region, transactie, handelend, beoordelaar, uitkomst,
            regel_gemist, op)
          select region, transactie, handelend, '\\x0304', 'terecht', 'geen', uiterlijk
          from nacontrole
          where aan_oin = '00000099000000302000' and handelend = '\\x0102'
            and uiterlijk < '%2$s'::timestamptz - interval '7 days';
          insert into taak (region, id, soort, organisatie, over, geopend_op, uiterlijk, stand)
          select n.region, gen_random_uuid(), 'nacontrole', n.van_oin, n.transactie, n.geopend_op,
            n.uiterlijk,
            case when o.transactie is not null then 'afgehandeld'
              when n.uiterlijk <= '%2$s' then 'te-laat' else 'open' end
          from nacontrole n
          left join nacontrole_oordeel o on o.region = n.region and o.transactie = n.transactie
          where n.aan_oin = '00000099000000302000' and n.handelend = '\\x0102'
          """;
  private static final String STOPS =
      """
      insert into stopbericht (region, id, toestemming, aan_oin, aan_rol, doel, jws, gemaakt_op,
        uiterlijk)
      select '%1$s', md5('stop' || i)::uuid, gen_random_uuid(),\
      """
          + WHO
          + """
          , 'school-ib', 'signaal-bespreken-cjg', 'x', t.due - interval '7 days', t.due
          from generate_series(1, %3$d) i
          cross join lateral (
            select '%2$s'::timestamptz + interval '5 days' - i * interval '1800 days' / %3$d as due) t;
          insert into stopbericht_bevestigd (region, stopbericht, gedaan, op, door)
          select region, id, 'gestopt', uiterlijk, aan_oin
          from stopbericht
          where jws = 'x' and uiterlijk < '%2$s'::timestamptz - interval '7 days';
          insert into stopbericht_te_laat (region, stopbericht, op)
          select region, id, uiterlijk from stopbericht
          where jws = 'x' and uiterlijk < '%2$s'
          """;
  private static final String COUNTS =
      """
      insert into telling (region, maand, soort, van_oin, aan_oin, doel, baan, woord, aantal)
      select '%1$s', m.maand, 'verstrekt', case way when 0 then '%5$s' else p.oin end,
        case way when 0 then p.oin else '%5$s' end, doel, 'toestemming', '', 20 + i
      from months m
      cross join generate_series(0, 1) way
      cross join generate_series(1, greatest(3, least(50, %3$d / 100))) i
      cross join lateral (select '0000009900000070' || lpad(i::text, 4, '0') as oin) p
      cross join unnest(array['signaal-bespreken-cjg', 'kernteam-casusoverleg']) doel
      on conflict do nothing;
      insert into telling (region, maand, soort, van_oin, aan_oin, doel, baan, woord, aantal)
      select '%1$s', m.maand, 'geweigerd', '%5$s', '', '', '', woord, 9
      from months m
      cross join unnest(array['TOESTEMMING_ONTBREEKT', 'CATEGORIE_NIET_TOEGESTAAN']) woord
      on conflict do nothing;
      insert into telling (region, maand, soort, van_oin, aan_oin, doel, baan, woord, aantal)
      select '%1$s', m.maand, 'duur', p.oin, '%5$s', '', '', 'dag', 9
      from months m
      cross join generate_series(1, greatest(3, least(50, %3$d / 100))) i
      cross join lateral (select '0000009900000070' || lpad(i::text, 4, '0') as oin) p
      on conflict do nothing
      """
          .replace(
              "months m",
              """
              (select (date_trunc('month', '%2$s'::date) - m * interval '1 month')::date as maand
              from generate_series(0, 60) m) m
              """);
  private static final String SIGNALS =
      """
      insert into signaal (region, id, organisatie, soort, week, wie, ander, beleid, keer, rekensom,
        rijen, gevonden_op)
      select '%1$s', md5('signaal' || i)::uuid,\
      """
          + WHO
          + """
          , (array['veel', 'buiten-uren', 'breedte', 'herhaling', 'nieuw-paar'])[1 + i %% 5],
            date_trunc('week', t.at)::date, decode(md5('wie' || i), 'hex'), '', '%6$s',
            3.5, '14 keer; anderen 4 (mediaan)', array[i, i + 1, i + 2]::bigint[], t.at
          from generate_series(1, greatest(40, %3$d)) i
          cross join lateral (
            select '%2$s'::timestamptz - case when i <= 400 then i * interval '50 days' / 400
            else interval '50 days' + i * interval '1750 days' / %3$d end as at) t;
          insert into signaal_oordeel (region, signaal, nummer, wie, uitkomst, door, op)
          select region, id, 1, wie, 'gerechtvaardigd', '\\x05', gevonden_op + interval '2 days'
          from signaal
          where gevonden_op < '%2$s'::timestamptz - interval '14 days';
          insert into signaal_gesloten (region, signaal, wie, nummer, uitkomst, voorgesteld_door, door,
            op)
          select region, signaal, wie, 1, 'gerechtvaardigd', '\\x05', '\\x06', op
          from signaal_oordeel
          where door = '\\x05'
          """;
  private static final String CASES =
      """
      insert into zaak (region, id, organisatie, soort, richting, van_dag, tot_dag, bekend_op,
        geopend_op, uiterlijk, door, boomgrootte)
      select '%1$s', md5('zaak' || i)::uuid,\
      """
          + WHO
          + """
          , 'datalek', 'alles', t.at::date - 30, t.at::date, t.at, t.at, t.at + interval '3 days',
            '\\x07', 1000
          from generate_series(1, %3$d / 40) i
          cross join lateral (
            select '%2$s'::timestamptz - i * interval '1800 days' / (%3$d / 40) as at) t;
          insert into zaak_rij (region, zaak, rij)
          select z.region, z.id, r from zaak z cross join generate_series(1, 200) r;
          insert into zaak_stap (region, zaak, stap, op, door)
          select region, id, 'gesloten', geopend_op + interval '9 days', '\\x08' from zaak
          """;
  private static final String CHECKS =
      """
      insert into logboek_controle (region, id, stap, op, stand, rijen, totaal, checkpoints,
        bevindingen)
      select '%1$s', md5('controle' || d)::uuid, s, '%2$s'::timestamptz - d * interval '1 day'
          - (2 - s) * interval '1 minute',
        (array['begonnen', 'bezig', 'heel'])[1 + s], s * 1000, 2000, s, 0
      from generate_series(1, 1800) d
      cross join generate_series(0, 2) s
      """;
  private static final List<String> ALL =
      List.of(TASKS, REVIEWS, STOPS, COUNTS, SIGNALS, CASES, CHECKS);

  private OfficerWork() {}

  /// Writes it.
  ///
  /// @param now until when
  /// @param things how many tasks, reviews, stops and signals
  static void write(DevDatabase database, String now, int things) throws SQLException {
    var policy = PolicyShelf.of(Optional.empty()).policies().all().getFirst().digest();
    try (var owner = database.owner();
        var statement = owner.createStatement()) {
      for (var sql : ALL) {
        statement.execute(
            String.format(Locale.ROOT, sql, Rig.REGION, now, things, OPEN, SCHOOL, policy));
      }
    }
  }
}
