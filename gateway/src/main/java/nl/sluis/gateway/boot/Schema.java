package nl.sluis.gateway.boot;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import nl.sluis.consent.Migrations;

/// The schema of this release, as numbered files.
public final class Schema {
  /// Every file, in the order in which they are applied.
  public static final List<String> FILES =
      List.of(
          "db/consent/V001__rollen.sql",
          "db/consent/V002__personen.sql",
          "db/consent/V003__toestemming.sql",
          "db/consent/V004__woongemeente_en_tekst.sql",
          "db/consent/V005__eigen_plek.sql",
          "db/consent/V006__geen_vrij_woord.sql",
          "db/consent/V007__waarvoor_gebruikt.sql",
          "db/consent/V011__gezag.sql",
          "db/consent/V012__kennisgeving.sql",
          "db/consent/V013__verzoek.sql",
          "db/consent/V014__einde.sql",
          "db/consent/V016__koppeling.sql",
          "db/consent/V017__zicht.sql",
          "db/consent/V018__embargo.sql",
          "db/consent/V020__gezagsbron.sql",
          "db/consent/V021__leeftijd.sql",
          "db/consent/V022__aanwezigheid.sql",
          "db/consent/V023__voorlopig_embargo.sql",
          "db/consent/V024__verzegelde_persoon.sql",
          "db/consent/V025__wissen.sql",
          "db/consent/V026__deel_en_tekst.sql",
          "db/logboek/V001__logboek.sql",
          "db/gateway/V001__mandaat.sql",
          "db/gateway/V002__assertion_seen.sql",
          "db/gateway/V003__encryptiesleutel.sql",
          "db/gateway/V010__uitwisseling.sql",
          "db/gateway/V011__opslag.sql",
          "db/gateway/V012__convenant.sql",
          "db/gateway/V020__cijfers.sql",
          "db/gateway/V021__overleg.sql",
          "db/gateway/V022__contact.sql",
          "db/gateway/V023__convenant_bestand.sql",
          "db/gateway/V024__verzegelde_functie.sql",
          "db/gateway/V025__taak.sql",
          "db/gateway/V030__gesprek.sql",
          "db/gateway/V031__stopbericht.sql",
          "db/gateway/V033__gebeurtenis_rij.sql",
          "db/gateway/V040__acuut.sql",
          "db/gateway/V041__nacontrole.sql",
          "db/gateway/V042__ondertekening.sql",
          "db/gateway/V043__voorstel_gebruikt.sql",
          "db/gateway/V044__vraag.sql",
          "db/gateway/V045__overdracht.sql",
          "db/gateway/V046__gezin_ingelicht.sql",
          "db/gateway/V047__na_een_melding.sql",
          "db/gateway/V048__aangehouden.sql",
          "db/logboek/V004__maanden.sql",
          "db/logboek/V005__partijen.sql",
          "db/gateway/V050__wissen.sql",
          "db/logboek/V002__getuige.sql",
          "db/logboek/V003__sleutelgeschiedenis.sql",
          "db/gateway/V051__regels.sql",
          "db/gateway/V052__spoor.sql",
          "db/gateway/V055__aanmelding.sql",
          "db/consent/V027__leesstuk.sql",
          "db/consent/V029__alleen_loket.sql",
          "db/gateway/V058__maandboom.sql",
          "db/gateway/V060__bereik.sql",
          "db/consent/V028__bezwaar_tegen.sql",
          "db/gateway/V056__betrokkenenverzoek.sql",
          "db/gateway/V061__onbereikt.sql",
          "db/consent/V030__loket.sql",
          "db/gateway/V063__brief.sql",
          "db/gateway/V065__vier_ogen.sql",
          "db/gateway/V067__controle.sql",
          "db/gateway/V070__telling.sql",
          "db/consent/V031__machtiging.sql",
          "db/gateway/V071__convenant_bezwaar.sql",
          "db/gateway/V068__zaak.sql",
          "db/gateway/V077__zaak_wortel.sql",
          "db/gateway/V078__inzageverzoek.sql",
          "db/gateway/V069__ontvangersbericht.sql",
          "db/gateway/V066__signaal.sql",
          "db/gateway/V075__steekproef.sql",
          "db/gateway/V072__rapport.sql",
          // Needs `taak` and `zaak_stap`.
          "db/gateway/V073__taak_af.sql",
          "db/consent/V032__hulp_nagekeken.sql",
          "db/gateway/V082__telling_per_maand.sql",
          "db/gateway/V074__controlebeleid.sql",
          "db/gateway/V079__terugroeping.sql",
          "db/gateway/V080__stillegging.sql",
          "db/gateway/V083__aflevering.sql",
          "db/gateway/V088__fsc_logregel.sql",
          "db/gateway/V090__herstel.sql",
          "db/gateway/V086__aansluiting.sql",
          "db/gateway/V087__ondertekensleutel.sql",
          "db/gateway/V095__partner_gezien.sql",
          "db/gateway/V091__vraag_stap.sql",
          "db/gateway/V092__abonnement.sql",
          "db/gateway/V100__antwoord_bij_vraag.sql",
          "db/gateway/V101__evaluatie.sql",
          "db/gateway/V102__stopbericht_open.sql",
          "db/gateway/V103__overleg_lid_van.sql",
          "db/gateway/V104__parcel_werkrij.sql",
          "db/gateway/V105__parcel_inhoud_apart.sql");

  private Schema() {}

  /// Brings the database to this schema, as its owner.
  public static void migrate(Settings.Database database) throws SQLException {
    var owner = database.owner();
    try (var connection =
        DriverManager.getConnection(database.url(), owner.user(), owner.password())) {
      Migrations.apply(connection, FILES);
    }
  }
}
