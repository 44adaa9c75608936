package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import nl.sluis.dev.partner.ConvenantSigning;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevRules;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.policies.terms.Oin;

/// Sami, the school and the CJG at the border of two convenanten, in pieces of scenario.
final class BorderTale {
  /// Where only an example knows both: a question is refused, a report of acute danger goes.
  static final String UNDER_AN_EXAMPLE =
      """
      - stuur:
          van: school als school-leerkracht
          aan: cjg als cjg-coach
          doel: consultatie-anoniem
          categorieen: [K00]
        verwacht: {uitkomst: WEIGEREN, redenen: [convenant-is-voorbeeld]}
      - stuur:
          van: school als school-ib
          aan: vt als veilig-thuis
          doel: vt-melding
          categorieen: [K16]
          meldcode: acuut
        verwacht: {status: 200}
      """;

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();
  static final String SCHOOL = "00000099000000298000";
  static final String CJG = "00000099000000198000";
  static final String VEILIG_THUIS = "00000099000000302000";
  static final String LEERPLICHT = "00000099000000401000";
  static final String HEAD =
      """
      titel: TITEL
      tijd: BEGIN
      partijen:
        school: "00000099000000298000"
        cjg: "00000099000000198000"
        vt: Veilig Thuis Kennemerland
        leerplicht: Leerplicht Haarlem
      gezinnen:
        sami:
          leeftijd: 9 jaar
          gezag: eenhoofdig
          houders: [moeder]
          gemeente: WOONT
          bekend bij: school als school-administratie
      """;
  private static final String YES =
      """
      - stap: NAAM
        leg toestemming vast:
          van: school als school-ib
          aan: cjg als cjg-coach
          doel: signaal-bespreken-cjg
          over: sami
          categorieen: [K01, K09]
          gegeven door: [moeder]
      """;
  private static final String SEND =
      """
      - stap: NAAM
        stuur:
          van: school als school-ib
          aan: cjg als cjg-coach
          doel: signaal-bespreken-cjg
          over: sami
          categorieen: [K01, K09]
          voorwaarden: [besproken-met-ouders]
      """;
  static final String REPORT =
      """
      - stap: melding
        stuur:
          van: school als school-ib
          aan: vt als veilig-thuis
          doel: vt-melding
          over: sami
          categorieen: [K01, K16]
          noodzaak: [K16]
          meldcode: volledig
      """;

  static final String TRUANCY =
      """
      - stap: verzuim
        stuur:
          van: school als school-ib
          aan: leerplicht als lpa
          doel: verzuim-toelichting-lpa
          over: sami
          categorieen: [K01, K07]
          voorwaarden: [meldingsnummer-verzuim]
      """;

  private static final class Server {
    static final DevPostgres POSTGRES = DevPostgres.shared();
  }

  private static final Set<String> HEARD = new TreeSet<>();

  private BorderTale() {}

  /// Every code and reason that a partner heard in a tale that was told so far.
  static Set<String> heard() {
    return Set.copyOf(HEARD);
  }

  static DevGateway run(Texts texts, boolean examplesCount) throws IOException {
    return DevGateway.start(
        DevSite.temporary(START),
        Server.POSTGRES.fresh(),
        DevGateway.Ports.ANY,
        new DevRules(Optional.of(texts.folder()), examplesCount));
  }

  static String head(String title, String lives) {
    return head(title, lives, "2026-11-23 10:00");
  }

  static String head(String title, String lives, String begin) {
    return HEAD.replace("TITEL", title).replace("WOONT", lives).replace("BEGIN", begin)
        + "stappen:\n";
  }

  static String head(String title, String lives, String begin, String age) {
    return head(title, lives, begin)
        .replace("leeftijd: 9 jaar", "leeftijd: " + age)
        .replace(
            "bekend bij: school als school-administratie",
            "bekend bij: [school als school-administratie, cjg als cjg-coach]");
  }

  static String yes(String name) {
    return YES.replace("NAAM", name);
  }

  static String send(String name) {
    return SEND.replace("NAAM", name);
  }

  static String expect(String what) {
    return "  verwacht: {" + what + "}\n";
  }

  static void play(DevGateway gateway, Texts texts, String scenario) throws IOException {
    var zuid = texts.version(Texts.ZUID, Texts.FIRST);
    var out = new ByteArrayOutputStream();
    var report = new Report(new PrintStream(out, true, StandardCharsets.UTF_8));

    var verdict =
        new Runner(gateway, report)
            .play(new ScenarioReader(zuid, texts.all()).read("proef.yaml", 1, scenario));

    HEARD.addAll(verdict.heard());
    assertThat(verdict.differences()).as(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  /// How many texts the gateways on this database took up or refused.
  static long seen(DevGateway gateway, boolean accepted) throws SQLException {
    try (var owner = gateway.database().owner();
        var count =
            owner.prepareStatement("select count(*) from convenant_tekst where aanvaard = ?")) {
      count.setBoolean(1, accepted);
      try (var row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /// What this partner reads at this address.
  static JsonNode read(DevGateway gateway, String oin, String path) throws IOException {
    var answer = gateway.partner(new Oin(oin), oin).get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /// What the desk shows of this party and this version.
  static JsonNode shown(DevGateway gateway, String version, String oin) throws IOException {
    var all =
        read(
            gateway,
            SCHOOL,
            "/v1/convenanten/" + Texts.ZUID + "/versies/" + version + "/handtekeningen");
    return StreamSupport.stream(all.path("partijen").spliterator(), false)
        .filter(party -> party.path("oin").asText().equals(oin))
        .findFirst()
        .orElseThrow();
  }

  static String lives(String municipality, String since) {
    return """
    - leg gezinsfeiten vast:
        door: school als school-administratie
        over: sami
        leeftijd: 9 jaar
        gezag: eenhoofdig
        houders: [moeder]
        gemeente: WAAR
        woont daar vanaf: SINDS
    """
        .replace("WAAR", municipality)
        .replace("SINDS", since);
  }

  static void sign(DevGateway gateway, Texts texts, String version, String oin) throws IOException {
    var partner = gateway.partner(new Oin(oin), oin);
    var convenant = texts.version(Texts.ZUID, version);

    var answer = ConvenantSigning.sign(partner, convenant);

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }
}
