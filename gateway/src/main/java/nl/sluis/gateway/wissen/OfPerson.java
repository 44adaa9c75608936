package nl.sluis.gateway.wissen;

import static nl.sluis.gateway.wissen.Belongs.part;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Everything that is known of a person, by table: the one place that says what goes with an
/// erasure (AVG 17). A spec holds it against the catalogue of the database.
///
/// May be shared between threads; needs the rights of the role `sluis_wisser`.
final class OfPerson {
  /// In an order in which nothing is left that points at what is gone.
  static final List<Belongs> TABLES =
      List.of(
          child("logbook_subject", part("logbook_party", "idx", "idx")),
          child("alias"),
          child("person"),
          child("birth"),
          child("residence"),
          child("custody_confirmation"),
          child("custody_fact"),
          child("partial_custody"),
          child("competence"),
          child("shield"),
          child("weighing"),
          child("restriction"),
          child("registered_condition"),
          child("agenda"),
          child("invitation"),
          child("view_opened"),
          child("embargo_confirmed"),
          child("embargo_lifted"),
          child("embargo"),
          child("alleen_loket"),
          child(
              "loket_hulp",
              part("loket_hulp_einde", "hulp", "id"),
              part("loket_hulp_nagekeken", "hulp", "id")),
          child("loketcode"),
          child(
              "machtiging",
              part("machtiging_aanvaard", "machtiging", "id"),
              part("machtiging_einde", "machtiging", "id"),
              part("machtiging_blik", "machtiging", "id")),
          child("aanwezigheid_poging"),
          child("aanwezigheid", part("aanwezigheid_gebruikt", "id", "id")),
          child("same_ended"),
          child("person_same"),
          child("place", part("place_ended", "place_id", "id")),
          child("letter", part("letter_used", "letter_id", "id")),
          child("verzoek", part("verzoek_regel", "verzoek_id", "id")),
          merge("from_subject"),
          merge("into_subject"),
          child("bereik_bericht"),
          child("bereik_kanaal"),
          child(
              "kennisgeving",
              part(
                  "onbereikt",
                  "kennisgeving_id",
                  "id",
                  part(
                      "onbereikt_brief",
                      "kennisgeving_id",
                      "kennisgeving_id",
                      part("onbereikt_brief_verstuurd", "brief", "brief"))),
              part("kennisgeving_antwoord", "kennisgeving_id", "id"),
              part("kennisgeving_verlopen", "kennisgeving_id", "id")),
          child(
              "leesstuk",
              part("leesstuk_woord", "leesstuk", "id"),
              part("leesstuk_weg", "leesstuk", "id")),
          child("maandboom"),
          child(
              "betrokkenenverzoek",
              part(
                  "ontvangersbericht",
                  "verzoek",
                  "id",
                  part("ontvangersbericht_bevestigd", "bericht", "id")),
              part("betrokkenenverzoek_stap", "verzoek", "id")),
          child("gesprek_oordeel"),
          child("gesprek"),
          child(
              "consent_ask",
              part("consent_party", "ask_id", "id"),
              part("gebeurtenis_rij", "ask_id", "id"),
              part("verzoek_regel", "ask_id", "id"),
              part("verzoek_rust", "ask_id", "id"),
              part("verzoek_voorgelegd", "ask_id", "id"),
              part("merge_ask", "ask_id", "id"),
              part("verstrekking", "toestemming", "id"),
              part(
                  "stopbericht",
                  "toestemming",
                  "id",
                  part("stopbericht_open", "stopbericht", "id"),
                  part("stopbericht_bevestigd", "stopbericht", "id"),
                  part("stopbericht_te_laat", "stopbericht", "id")),
              part("consent_event", "ask_id", "id")),
          child("evaluatie_antwoord"),
          child("evaluatie", part("evaluatie_stap", "evaluatie", "id")),
          child("taak"),
          child("rolgebruik"),
          child("aangehouden_bericht"),
          child("zaak_gezin"),
          Belongs.part(
              "rechtzetting",
              "subject_id",
              "transactie",
              part("rechtzetting_bevestigd", "transactie", "transactie")),
          child("terugroeping"),
          child(
              "nacontrole",
              part("nacontrole_gezin", "transactie", "transactie"),
              part("nacontrole_naaste", "transactie", "transactie"),
              part("nacontrole_oordeel", "transactie", "transactie")),
          child("sluitvoorstel", part("sluitvoorstel_besluit", "voorstel", "id")),
          child(
              "acute_melding",
              part("acute_stap", "transactie", "transactie"),
              part("acute_overdracht", "transactie", "transactie")),
          child(
              "parcel",
              part("contact_route", "pakket", "id"),
              part("aflevering", "pakket", "id"),
              part("message", "transaction_id", "transaction_id")),
          child("overleg_bericht"),
          child("overleg_betrokkene"),
          child("wissing_kind"),
          Belongs.part("subject", "id", "id"));

  /// A request of somebody has its answer, from before `q.at`; `t` is its table.
  static final String ANSWERED =
      """
      exists (
        select from betrokkenenverzoek_stap s
        where s.region = t.region and s.verzoek = t.id and s.op < q.at
          and s.stap in ('beantwoord', 'toegewezen', 'geweigerd'))
      """;

  // What an overleg was about goes with the last child that it was about.
  private static final String TABLES_AROUND =
      "select distinct overleg from overleg_betrokkene where region = ? and subject_id = any(?)";
  private static final List<Belongs> OVERLEG =
      List.of(
          part("overleg_lid", "overleg", "id"),
          part("overleg_stap", "overleg", "id"),
          part("overleg", "id", "id"));

  private OfPerson() {}

  private static Belongs child(String table, Belongs... parts) {
    return Belongs.part(table, "subject_id", "id", parts);
  }

  private static Belongs merge(String side) {
    return Belongs.part(
        "subject_merge",
        side,
        "id",
        part("merge_alias", "merge_id", "id"),
        part("merge_ask", "merge_id", "id"),
        part("merge_undone", "merge_id", "id"));
  }

  /// What belongs to the rows of a table that holds something of a person.
  static List<Belongs> partsOf(String table) {
    return TABLES.stream().filter(t -> t.table().equals(table)).findFirst().orElseThrow().parts();
  }

  /// The names of all tables that hold something of a person.
  static Set<String> names() {
    var names = new TreeSet<String>();
    TABLES.forEach(table -> names.addAll(table.tables()));
    OVERLEG.forEach(table -> names.addAll(table.tables()));
    return names;
  }

  /// Deletes all of it, in the caller's transaction.
  ///
  /// @return how many rows went
  static int delete(Connection tx, String region, Collection<UUID> persons) throws SQLException {
    var around = around(tx, region, persons);
    int gone = 0;
    for (var table : TABLES) {
      for (var statement : table.deletes()) {
        gone += run(tx, statement, region, persons);
      }
    }
    for (var part : OVERLEG) {
      var nobody =
          ("%2$s = any(?) and not exists (select from overleg_betrokkene b"
                  + " where b.region = %1$s.region and b.overleg = %1$s.%2$s)")
              .formatted(part.table(), part.column());
      gone +=
          run(
              tx,
              "delete from %s where region = ? and %s".formatted(part.table(), nobody),
              region,
              around);
    }
    return gone;
  }

  private static Collection<UUID> around(Connection tx, String region, Collection<UUID> persons)
      throws SQLException {
    var found = new TreeSet<UUID>();
    try (var select = tx.prepareStatement(TABLES_AROUND)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", persons.toArray()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
    }
    return found;
  }

  static int run(Connection tx, String sql, String region, Collection<UUID> keys)
      throws SQLException {
    try (var delete = tx.prepareStatement(sql)) {
      delete.setString(1, region);
      delete.setArray(2, tx.createArrayOf("uuid", keys.toArray()));
      return delete.executeUpdate();
    }
  }
}
