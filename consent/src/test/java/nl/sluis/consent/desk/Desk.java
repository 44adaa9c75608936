package nl.sluis.consent.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.FactsRead;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// A school's desk on a real database, with a sheet that is in order and can be spoiled.
final class Desk implements AutoCloseable {
  static final List<String> MIGRATIONS =
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
          "db/consent/V026__deel_en_tekst.sql",
          "db/consent/V027__leesstuk.sql",
          "db/consent/V028__bezwaar_tegen.sql",
          "db/consent/V029__alleen_loket.sql",
          "db/consent/V030__loket.sql",
          "db/consent/V031__machtiging.sql",
          "db/consent/V032__hulp_nagekeken.sql");
  static final String REGION = "kennemerland";
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final Purpose PURPOSE = new Purpose("signaal-bespreken-cjg");
  static final PartyRole SCHOOL = new PartyRole(new Oin("00000099000000201000"), Role.SCHOOL_IB);
  static final PartyRole CJG = new PartyRole(new Oin("00000099000000101000"), Role.CJG_COACH);
  static final Recorder.Partner AT_SCHOOL = new Recorder.Partner(SCHOOL);
  static final Voice MOTHER = new Voice.Labelled(label("ouder-a"));
  static final Voice FATHER = new Voice.Labelled(label("ouder-b"));
  static final String HASH = "sha256:" + "ab".repeat(32);
  static final String TEXT = "de tekst van nu";
  static final Askable.Rules RULES =
      (purpose, sender, receiver) ->
          new Askable(
              Set.of(Regime.SCHOOL_AVG),
              EnumSet.complementOf(EnumSet.of(DataCategory.K02)),
              TEXT,
              ConsentParameters.strict());

  final TestDatabase database = TestDatabase.with(MIGRATIONS);
  final ConsentParameters parameters = ConsentParameters.strict();
  final ConsentDesk consents = new ConsentDesk(REGION, TestSeal.SEAL, parameters);
  final FamilyDesk families = new FamilyDesk(REGION, TestSeal.SEAL);
  final FactReader facts = new FactReader(REGION, TestSeal.SEAL);
  final SubjectRegister subjects = new SubjectRegister(REGION, InstantSource.fixed(NOW));

  /// Something done inside one transaction.
  @FunctionalInterface
  interface Work<T> {
    T in(Connection tx) throws SQLException;
  }

  <T> T locked(UUID subject, Work<T> work) throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      subjects.lock(tx, new TreeSet<>(Set.of(subject)));
      var result = work.in(tx);
      tx.commit();
      return result;
    }
  }

  UUID child(String reference, String birth, String situation, Voice... holders)
      throws SQLException {
    UUID subject;
    try (var tx = database.gateway().getConnection()) {
      subject =
          subjects.resolve(
              tx, SCHOOL.oin(), ReferenceKind.EIGEN_KENMERK, label(reference).bytes(), 1);
    }
    var filed =
        locked(
            subject,
            tx ->
                families.register(
                    tx, subject, family(birth, situation, holders), AT_SCHOOL, 1, NOW));
    assertThat(filed).isInstanceOf(Filed.Done.class);
    return subject;
  }

  static FamilyDraft family(String birth, String situation, Voice... holders) {
    var persons =
        List.of(holders).stream()
            .map(v -> new FamilyDraft.Holder(((Voice.Labelled) v).label(), "ouder-gezag"))
            .toList();
    var custody =
        new FamilyDraft.Custody(situation, "gezagsregister", "2026-01-01", "2026-11-01", persons);
    return new FamilyDraft(birth, custody, null);
  }

  static StatementDraft says(Voice voice, String utterance, String channel, String at) {
    return new StatementDraft(
        voice,
        utterance,
        channel,
        at,
        false,
        true,
        true,
        new StatementDraft.Proof(
            "med-77", "intern begeleider", "mag ik", "moeder, IB", HASH, "med-78"),
        evidence());
  }

  static ConsentDraft sheet(UUID subject, StatementDraft... statements) {
    return new ConsentDraft(
        subject,
        List.of(PURPOSE.code()),
        new PartyDraft(SCHOOL.oin().value(), SCHOOL.role().code()),
        new PartyDraft(CJG.oin().value(), CJG.role().code()),
        List.of("K01", "K05", "K09"),
        "doorbreking-geheimhouding",
        "2027-06-30",
        false,
        new ConsentDraft.Text("nl-b1-12", HASH, "nl"),
        List.of(statements));
  }

  Filed record(ConsentDraft draft) throws SQLException {
    return locked(draft.subject(), tx -> consents.record(tx, draft, AT_SCHOOL, RULES, NOW));
  }

  UUID recorded(ConsentDraft draft) throws SQLException {
    var filed = record(draft);
    assertThat(filed).isInstanceOf(Filed.Done.class);
    return ((Filed.Done) filed).id();
  }

  FactsRead.Judged judged(UUID subject, Instant at) throws SQLException {
    return judge(read(subject, at));
  }

  static FactsRead.Judged judge(FactsRead read) {
    return read.under(Set.of(Regime.SCHOOL_AVG), TEXT, ConsentParameters.strict());
  }

  FactsRead read(UUID subject, Instant at) throws SQLException {
    return locked(subject, tx -> facts.read(tx, List.of(query(subject)), at).getFirst());
  }

  static FactQuery query(UUID subject) {
    return new FactQuery(
        subject,
        PURPOSE,
        SCHOOL,
        CJG,
        EnumSet.of(DataCategory.K01, DataCategory.K09),
        Set.of(Regime.SCHOOL_AVG),
        TEXT);
  }

  static List<String> fields(Filed filed) {
    assertThat(filed).isInstanceOf(Filed.Faulty.class);
    return ((Filed.Faulty) filed).faults().items().stream().map(ConsentFault::field).toList();
  }

  static Authored by(String employee) {
    return new Authored(
        employee, "privacy officer", "de moeder vroeg erom", label(employee), evidence());
  }

  static SealedEvidence evidence() {
    return SealedEvidence.of(new byte[16], new byte[] {1}, new byte[] {2});
  }

  static Hmac label(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Hmac.of(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
