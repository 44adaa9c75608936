package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.sluis.gateway.http.PartnerApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What the gateway publishes obeys the NL API Design Rules and our own, as Spectral reads them;
/// and no rule stands there that never bites.
final class LinterSpec {
  private static final Path SOURCE = House.TOP.resolve("docs/linter");
  private static final Path FOLDER = Path.of("target", "linter").toAbsolutePath();
  private static final Path DEFECTS = House.TOP.resolve("docs/src/test/resources/linter");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern CODE = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

  /// Found by rule, of each document by its name.
  private static final Map<String, List<String>> FOUND = new TreeMap<>();

  private static final TreeSet<String> RULES = new TreeSet<>();

  @BeforeAll
  @Timeout(value = 8, unit = TimeUnit.MINUTES) // a fresh machine fetches Spectral first
  static void lint() throws Exception {
    Files.createDirectories(FOLDER);
    for (var file :
        List.of("package.json", "package-lock.json", ".npmrc", "regels.mjs", "lees.mjs")) {
      Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    install();
    var documents = documents();
    var command = new ArrayList<>(List.of("node", "lees.mjs"));
    for (var document : documents.entrySet()) {
      Files.writeString(FOLDER.resolve(document.getKey()), document.getValue().toString());
      command.add(document.getKey());
    }
    var told = JSON.readTree(run(command));
    told.path("regels").forEach(rule -> RULES.add(rule.asText()));
    for (var document : documents.keySet()) {
      var rules = FOUND.computeIfAbsent(document, _ -> new ArrayList<>());
      told.path("gevonden")
          .path(document)
          .forEach(
              one -> rules.add(one.path("regel").asText() + " " + one.path("plaats").asText()));
    }
  }

  @AfterAll
  static void forget() {
    FOUND.clear();
    RULES.clear();
  }

  @Test
  void what_is_published_breaks_no_rule() {
    assertThat(FOUND.getOrDefault("uitgave.json", List.of("nothing was read"))).isEmpty();
  }

  @Test
  void a_description_without_defect_breaks_no_rule() {
    assertThat(FOUND.getOrDefault("zonder-gebrek.json", List.of("nothing was read"))).isEmpty();
  }

  @Test
  void every_defect_is_found_by_the_rule_that_it_breaks() throws IOException {
    for (var defect : defects().entrySet()) {
      assertThat(FOUND.getOrDefault(defect.getKey() + ".json", List.of()))
          .as(defect.getKey())
          .anyMatch(found -> found.startsWith(defect.getValue().path("regel").asText() + " "));
    }
  }

  @Test
  void there_is_no_rule_without_a_defect_that_breaks_it() throws IOException {
    var broken = new TreeSet<String>();
    defects().values().forEach(defect -> broken.add(defect.path("regel").asText()));

    assertThat(RULES).hasSizeGreaterThan(20);
    assertThat(broken).containsAll(RULES);
  }

  @Test
  void the_lockfile_names_no_address_so_that_any_registry_may_serve_it() {
    assertThat(House.text(SOURCE.resolve("package-lock.json")))
        .contains("\"integrity\"")
        .doesNotContain("\"resolved\"");
  }

  private static Map<String, JsonNode> documents() throws IOException {
    var documents = new TreeMap<String, JsonNode>();
    documents.put("uitgave.json", JSON.readTree(PartnerApi.description()));
    var sound = yaml("zonder-gebrek.yaml");
    documents.put("zonder-gebrek.json", sound);
    for (var defect : defects().entrySet()) {
      var document = sound.deepCopy();
      change((ObjectNode) document, defect.getValue().path("verandering"));
      documents.put(defect.getKey() + ".json", document);
    }
    return documents;
  }

  private static Map<String, JsonNode> defects() throws IOException {
    var defects = new TreeMap<String, JsonNode>();
    for (var defect : yaml("gebreken.yaml").properties()) {
      defects.put(defect.getKey(), defect.getValue());
    }
    return defects;
  }

  private static JsonNode yaml(String file) throws IOException {
    var text = Files.readString(DEFECTS.resolve(file));
    return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  /// A merge patch (RFC 7396): null takes away.
  private static void change(ObjectNode document, JsonNode patch) {
    for (var member : patch.properties()) {
      if (member.getValue().isNull()) {
        document.remove(member.getKey());
      } else if (member.getValue().isObject()
          && document.get(member.getKey()) instanceof ObjectNode at) {
        change(at, member.getValue());
      } else {
        document.set(member.getKey(), member.getValue());
      }
    }
  }

  private static void install() throws Exception {
    if (!canRun("npm")) {
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException("in de pijplijn moet er zijn: npm");
      }
      abort("npm afwezig: de beschrijving is niet naast de regels gelegd");
    }
    var installed = FOLDER.resolve("node_modules/.package-lock.json");
    var lock = FOLDER.resolve("package-lock.json");
    var stamp = FOLDER.resolve("geinstalleerd.json");
    if (Files.exists(installed) && Files.exists(stamp) && Files.mismatch(lock, stamp) == -1) {
      return;
    }
    var offline = System.getenv("SLUIS_OFFLINE") == null ? "--prefer-offline" : "--offline";
    run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", offline));
    Files.copy(lock, stamp, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean canRun(String tool) throws InterruptedException {
    try {
      return new ProcessBuilder(tool, "--version").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    var told = FOLDER.resolve("gezegd.txt");
    var process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectError(FOLDER.resolve("fouten.txt").toFile())
            .redirectOutput(told.toFile());
    process.environment().put("SLUIS_CODES", String.join(",", codes()));
    var running = process.start();
    assertThat(running.waitFor(240, TimeUnit.SECONDS)).as("%s ended", command).isTrue();
    assertThat(running.exitValue()).as(Files.readString(FOLDER.resolve("fouten.txt"))).isZero();
    return Files.readString(told);
  }

  private static Set<String> codes() {
    var codes = new TreeSet<String>();
    CODE.matcher(House.text(House.TOP.resolve("docs/redencodes.md")))
        .results()
        .forEach(found -> codes.add(found.group(1)));
    return codes;
  }
}
