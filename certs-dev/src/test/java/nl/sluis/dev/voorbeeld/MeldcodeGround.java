package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.OwnFiles;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.rig.DatabaseLine;
import nl.sluis.gateway.ondertekening.SignedAgreement;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.OwnLine;
import nl.sluis.gateway.partner.PartnerSettings;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.Workplace;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.gateway.werkplek.meldcode.AcutePart;
import nl.sluis.gateway.werkplek.meldcode.MeldcodePart;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// A school of which an intern begeleider sits at the desk, Veilig Thuis, and a real gateway of
/// which the line to its database can be cut. One thread.
final class MeldcodeGround implements AutoCloseable {
  static final Oin VT = new Oin("00000099000000302000");
  static final String LOOKS_ALONG = "med-13";

  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final String ME = "med-208";
  private static final String COOKIE = "concept";
  private static final Map<String, String> COOKIES = Map.of(COOKIE, "x".repeat(43));

  private static final String STORY =
      """
      titel: Een school en Veilig Thuis kennen elkaar
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        vt: Veilig Thuis
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      stappen:
        - stuur: {van: school als school-ib, aan: vt als veilig-thuis, doel: vt-melding, over: sami, categorieen: [K01, K16], meldcode: volledig}
      """;

  private final DevPostgres postgres = DevPostgres.shared();
  private final DevPostgres.DevDatabase database = postgres.fresh();
  private final DatabaseLine cable = DatabaseLine.to(database);
  private final AtomicReference<Worker> who = new AtomicReference<>();
  private final DevGateway gateway;
  private final Path folder;
  private final String child;
  private final Line line;
  private final Line deadLine;
  private final SimulatedPartner school;
  private final SimulatedPartner veiligThuis;
  private final DeskInHand desk;

  MeldcodeGround() throws IOException, Stopped, InterruptedException {
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    gateway = DevGateway.start(site, cable.database(), DevGateway.Ports.ANY);
    child = Foreword.childOf(gateway, Foreword.read(STORY), "sami", "school");
    school = gateway.partner(SCHOOL, "De Duinpieper");
    veiligThuis = gateway.partner(VT, "Veilig Thuis Kennemerland");
    signatory();
    folder = Files.createTempDirectory(site.folder(), "concepten");
    var settings = OwnFiles.settings(gateway, SCHOOL, Role.SCHOOL_IB);
    line = Line.open(PartnerSettings.read(settings), gateway.clock());
    // What Sluis said of its keys is known here before it stops answering.
    assertThat(line.book().changed()).isEmpty();
    var nowhere = settings.resolveSibling("nergens.yaml");
    Files.writeString(
        nowhere,
        Files.readString(settings)
            .replace("adres: " + gateway.doorway().partners(), "adres: https://localhost:1"));
    deadLine = Line.open(PartnerSettings.read(nowhere), gateway.clock());
    var drafts = new Drafts(folder, COOKIE, site.random(), gateway.clock());
    desk = new DeskInHand(who::get, COOKIES, new MeldcodePart(drafts), new AcutePart(drafts));
    sitsAtLine();
  }

  DeskInHand desk() {
    return desk;
  }

  /// Between the gateway and its database.
  DatabaseLine cable() {
    return cable;
  }

  /// How the school points at the child.
  String child() {
    return child;
  }

  SimulatedPartner school() {
    return school;
  }

  SimulatedPartner veiligThuis() {
    return veiligThuis;
  }

  /// The desk reaches Sluis.
  void sitsAtLine() throws IOException {
    sitsAt(line);
  }

  /// The desk does not reach Sluis.
  void sitsAtDeadLine() throws IOException {
    sitsAt(deadLine);
  }

  private void sitsAt(Line own) throws IOException {
    var party = new PartyRole(SCHOOL, Role.SCHOOL_IB);
    var at =
        new Workplace(
            party, "De Duinpieper", new OwnLine(party, own, OwnCheck.of(Optional.empty())));
    who.set(new Worker(at, "intern begeleider", ME, "bewijs-van-de-sessie", true));
  }

  /// Puts the own key of the aandachtsfunctionaris on record.
  private void signatory() {
    var point = school.ownKey(LOOKS_ALONG).toPublicJWK();
    var json = JsonNodeFactory.instance;
    var proof = json.objectNode().put("iss", SCHOOL.value()).put("sub", LOOKS_ALONG);
    proof.put("op", gateway.clock().instant().toString()).put("jti", school.fresh());
    proof
        .putObject("sleutel")
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("x", point.getX().toString())
        .put("y", point.getY().toString());
    var body = json.objectNode();
    body.putObject("namens").put("oin", SCHOOL.value()).put("rol", "school-ib");
    body.put("persoon", LOOKS_ALONG).put("functie", "aandachtsfunctionaris");
    body.put("geldigTot", gateway.clock().instant().plus(Duration.ofDays(300)).toString());
    for (var id : new String[] {"med-50", "med-51"}) {
      body.withArray("/bevestigdDoor").addObject().put("id", id).put("functie", "directeur");
    }
    body.put("bewijs", school.signedBy(LOOKS_ALONG, SignedAgreement.KEY_TYP, proof.toString()));
    assertThat(school.postJson("/v1/ondertekenaars", body.toString()).status()).isEqualTo(201);
  }

  /// The aandachtsfunctionaris agrees to this proposal.
  void signedBySecondPerson(String proposal) {
    var said = JsonNodeFactory.instance.objectNode();
    said.put("iss", SCHOOL.value()).put("sub", LOOKS_ALONG).put("voorstel", proposal);
    said.put("voorwaarde", "aandachtsfunctionaris-keek-mee").put("uitkomst", "melden");
    said.put("op", gateway.clock().instant().toString()).put("jti", school.fresh());
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("namens").put("oin", SCHOOL.value()).put("rol", "school-ib");
    body.put("handtekening", school.signedBy(LOOKS_ALONG, SignedAgreement.TYP, said.toString()));
    assertThat(school.postJson("/v1/akkoorden", body.toString()).status()).isEqualTo(201);
  }

  /// How many reports of acute danger Sluis holds.
  long acute() {
    return Long.parseLong(asked("select count(*) from acute_melding"));
  }

  /// The report of which the transaction is not among these: the clock stands, so that no moment
  /// tells which came last.
  String transactionBeside(String known) {
    return asked(
        "select transactie from acute_melding where position(transactie::text in '"
            + known
            + "') = 0");
  }

  /// The transactions of all reports.
  String transactions() {
    return asked("select coalesce(string_agg(transactie::text, ' '), '') from acute_melding");
  }

  private String asked(String sql) {
    try (var owner = database.owner();
        var statement = owner.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Every byte that the desk keeps.
  String everythingKept() throws IOException {
    var text = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    assertThat(gateway.checkLogbook()).isEmpty();
    line.close();
    deadLine.close();
    school.close();
    veiligThuis.close();
    gateway.close();
    cable.close();
    postgres.close();
  }
}
