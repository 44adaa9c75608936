package nl.sluis.gateway.vorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The look of the pages: made again from its parts it is the same, and no page goes around it.
final class StyleSpec {
  private static final Path SOURCE = Path.of("stijl");
  private static final Path MADE = Path.of("src", "main", "resources", "stijl", "sluis.css");
  private static final Path TEMPLATES = Path.of("src", "main", "jte");
  private static final long MOST_BYTES = 30_000;

  private static final Pattern CLASSES = Pattern.compile("class=\"([^\"$@]*)\"");

  /// On paper nothing is pressed, and who works at a desk reads for a living.
  private static final Set<String> ELSEWHERE = Set.of("papier", "loket", "toezicht", "werkplek");

  /// A heading of a page or a button in which no picture stands first.
  private static final Pattern WITHOUT_PICTURE =
      Pattern.compile("<(h1|button)[^>]*>(?!@template\\.\\w+\\.(plaatje|beeld)).*");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  @Test
  void the_style_is_what_its_parts_make_of_it() throws Exception {
    var folder = Files.createDirectories(Path.of("target", "stijl").toAbsolutePath());
    try (var files = Files.list(SOURCE)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!canRun("npm", "--version")) {
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException("in de pijplijn moet er zijn: npm");
      }
      abort("npm afwezig: de stijl is niet opnieuw gemaakt");
    }
    run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    run(folder, "node", "maak.mjs", "opnieuw.css");

    assertThat(folder.resolve("opnieuw.css")).hasSameTextualContentAs(MADE);
  }

  @Test
  void the_lockfile_names_no_address_so_that_any_registry_may_serve_it() throws IOException {
    assertThat(Files.readString(SOURCE.resolve("package-lock.json")))
        .contains("\"integrity\"")
        .doesNotContain("\"resolved\"");
  }

  @Test
  void the_style_is_small_and_fetches_nothing() throws IOException {
    assertThat(Files.size(MADE)).isLessThan(MOST_BYTES);
    assertThat(Files.readString(MADE)).doesNotContain("url(", "@import", "@font-face");
  }

  @Test
  void a_template_uses_names_that_the_style_knows_and_holds_no_style_and_no_script_of_its_own()
      throws IOException {
    var known = names(Files.readString(SOURCE.resolve("woorden.html")));
    var used = new TreeSet<String>();
    for (var template : templates()) {
      var text = Files.readString(template);
      if (!template.startsWith(TEMPLATES.resolve("papier"))) { // PapersSpec looks at those
        used.addAll(names(text));
      }
      assertThat(text)
          .as(template.toString())
          .doesNotContain(" style=", "<style", " onclick=", "javascript:", "http://");
      assertThat(text.replace("<script src=", ""))
          .as(template.toString())
          .doesNotContain("<script");
    }

    assertThat(known).containsAll(used);
  }

  @Test
  void every_pictogram_is_a_drawing_and_nothing_else() throws IOException {
    try (var files = Files.list(MADE.resolveSibling(""))) {
      for (var file : files.filter(f -> f.toString().endsWith(".svg")).toList()) {
        assertThat(Files.readString(file))
            .startsWith("<svg ")
            .doesNotContain("<script", "href", "<style", " on");
      }
    }
  }

  @Test
  void every_page_and_everything_that_is_pressed_has_a_picture_for_who_cannot_read()
      throws IOException {
    for (var template : templates()) {
      var text = Files.readString(template);
      if (ELSEWHERE.contains(template.getName(TEMPLATES.getNameCount()).toString())) {
        continue;
      }
      assertThat(WITHOUT_PICTURE.matcher(text).results().map(MatchResult::group))
          .as(template.toString())
          .isEmpty();
    }
    assertThat("<h1>${sheet.say(\"a.b\")}</h1>").containsPattern(WITHOUT_PICTURE);
  }

  @Test
  void the_style_knows_no_left_and_no_right_so_that_arabic_is_mirrored_whole() throws IOException {
    assertThat(Files.readString(SOURCE.resolve("eigen.css")))
        .doesNotContainPattern("(margin|padding|border)-(left|right)")
        .doesNotContainPattern("(?m)(^|[\\s;{])(left|right)\\s*:")
        .doesNotContainPattern("(text-align|float|clear)\\s*:\\s*(left|right)");
  }

  @Test
  void a_municipality_has_a_look_of_its_own_by_one_file(@TempDir Path folder) throws IOException {
    var own = folder.resolve("haarlem.css");
    Files.writeString(own, ".voorbeeld-theme { --basis-color-action-2-color-default: #8d1212; }");
    var assets = new Assets(Optional.of(own));
    var printer =
        new Printer(Texts.ofThisRelease(), assets, new Helper("Noor van Dam", "023 555 01 23"));

    var page =
        new String(
            printer.print(
                new View.Shown("vorm/bericht", new Message("vorm.weg"), "vorm.titel"),
                new Reader(Language.NL, false, "", false)),
            StandardCharsets.UTF_8);

    assertThat(page).containsSubsequence("/stijl/sluis.", "/stijl/huisstijl.");
    assertThat(assets.at(assets.path("huisstijl.css").replace("/stijl/", ""))).isPresent();
    assertThat(new Assets(Optional.empty()).hasLook()).isFalse();
  }

  private static List<Path> templates() throws IOException {
    try (var files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".jte")).toList();
    }
  }

  private static Set<String> names(String html) {
    return CLASSES
        .matcher(html)
        .results()
        .flatMap(found -> SPACE.splitAsStream(found.group(1).strip()))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean canRun(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static void run(Path folder, String... command) throws Exception {
    var log = folder.resolve("log.txt");
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }
}
