package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.OwnFiles;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// A school and the CJG with nothing but the client and their own files, and a real gateway between
/// them where one child may be spoken about. One thread.
final class TwoClients implements AutoCloseable {
  static final Oin SCHOOL = new Oin("00000099000000201000");
  static final Oin CJG = new Oin("00000099000000101000");

  private static final String STORY =
      """
      titel: Twee moeders zeggen ja, en een trekt in
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
        vt: Veilig Thuis
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
        noor: {leeftijd: 8 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: school als school-administratie}
      toestemmingen:
        - {stap: ja, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], gegeven door: [moeder]}
        - {stap: ook, van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: noor, categorieen: [K01, K09], gegeven door: [moeder]}
      stappen:
        - stap: eerste
          stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: noor, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
        - haal op: {door: cjg als cjg-coach, pakket van: eerste}
        - bevestig: {door: cjg als cjg-coach, pakket van: eerste}
        - trek toestemming in: {toestemming: ook, persoon: moeder}
      """;

  private final DevPostgres postgres = DevPostgres.shared();
  private final DevGateway gateway;
  private final Path school;
  private final Path cjg;
  private final String child;

  TwoClients() throws IOException {
    this("");
  }

  /// The same, and what happened more.
  ///
  /// @param more steps of the story, after its own
  TwoClients(String more) throws IOException {
    var site = DevSite.temporary(Instant.parse("2026-11-23T09:00:00Z"));
    gateway = DevGateway.start(site, postgres.fresh(), DevGateway.Ports.ANY);
    child = Foreword.childOf(gateway, Foreword.read(STORY + more), "sami", "school");
    school = OwnFiles.settings(gateway, SCHOOL, Role.SCHOOL_IB);
    cjg = OwnFiles.settings(gateway, CJG, Role.CJG_COACH);
  }

  DevGateway gateway() {
    return gateway;
  }

  /// The settings of the school.
  Path school() {
    return school;
  }

  /// The settings of the CJG.
  Path cjg() {
    return cjg;
  }

  /// How the school points at the child.
  String child() {
    return child;
  }

  ClientRun run(Path settings, String in, String... words) throws Exception {
    return ClientRun.of(gateway, settings, in, words);
  }

  /// Runs the command of the manual at this place under this name.
  ///
  /// @param words what stands in the place of words in capitals
  ClientRun manual(Path settings, String name, int at, Map<String, String> words) throws Exception {
    var line = page(name, "").strip().lines().toList().get(at);
    assertThat(line).startsWith("./sluis partner ").contains(" --config=partner.yaml");
    var typed = List.of(line.replace(" --config=partner.yaml", "").split(" ")).stream().skip(2);
    return run(
        settings,
        "",
        typed
            .map(
                word ->
                    words.entrySet().stream()
                        .filter(
                            one -> word.equals(one.getKey()) || word.endsWith("=" + one.getKey()))
                        .findFirst()
                        .map(one -> word.replace(one.getKey(), one.getValue()))
                        .orElse(word))
            .toArray(String[]::new));
  }

  /// The message of the manual, about the child that is here and with these words.
  String signal(String words) throws IOException {
    return page("bericht", "yaml")
        .replace("leerling-4711", child)
        .replace("zorg: slaapt in de klas", "zorg: \"" + words + "\"");
  }

  /// What stands in the manual under this name, in this language.
  static String page(String name, String language) throws IOException {
    var page = Files.readString(Path.of("..", "docs", "partner.md"));
    var fence = "```" + language + "\n";
    var from =
        page.indexOf(fence, page.indexOf("<!-- voorbeeld: " + name + " -->")) + fence.length();
    return page.substring(from, page.indexOf("```", from));
  }

  /// Where what this client sent and got is kept.
  static Path mail(Path settings) {
    return settings.resolveSibling("post");
  }

  @Override
  public void close() throws IOException {
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    postgres.close();
  }
}
