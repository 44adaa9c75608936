package nl.sluis.gateway.boot.convenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A party takes home the version it is asked to sign, in a language that is not ours.
class ExportCommandSpec {
  private static final Path SHIPPED = Path.of("../policies/convenant");

  private @TempDir Path desk;

  @Test
  void the_version_that_a_party_signs_is_exported_and_no_other() throws Exception {
    var mine = copy("ijmond/2026-09", "ijmond/2028-09");
    edit(mine.resolve("convenant.yaml"), "versie: 2026-09", "versie: 2028-09");

    for (var form : new String[] {"cedar", "xacml"}) {
      var folder = desk.resolve(form);
      var typed =
          Typed.convenant("uitvoer", mine.toString(), "--vorm", form, "--map", folder.toString());

      assertThat(typed.err()).isEmpty();
      assertThat(typed.status()).isZero();
      assertThat(folder).isDirectoryContaining("glob:**/ijmond-2028-09");
      assertThat(folder.toFile().list()).hasSize(1);
      var digest = digest(mine);
      assertThat(Files.readString(folder.resolve("ijmond-2028-09/vragen.json"))).contains(digest);
    }
  }

  @Test
  void without_a_version_every_convenant_of_this_release_is_exported() throws Exception {
    var typed = Typed.convenant("uitvoer", "--vorm=cedar", "--map=" + desk);

    assertThat(typed.status()).isZero();
    assertThat(desk.toFile().list())
        .containsExactlyInAnyOrder(
            "haarlemmermeer-2026-09", "ijmond-2026-09", "zuid-kennemerland-2026-09");
  }

  @Test
  void a_text_with_faults_is_not_exported() throws Exception {
    var mine = copy("ijmond/2026-09", "ijmond/2028-09");
    edit(mine.resolve("convenant.yaml"), "versie: 2026-09", "versie: 2028-09\nonbekend: ja");
    var folder = desk.resolve("uit");

    var typed = Typed.convenant("uitvoer", mine.toString(), "--vorm=xacml", "--map=" + folder);

    assertThat(typed.status()).isEqualTo(1);
    assertThat(typed.err()).contains("convenant.yaml:", "Er is niets uitgevoerd");
    assertThat(folder).doesNotExist();
  }

  @Test
  void usage_names_the_forms() throws Exception {
    assertThat(Typed.convenant("uitvoer").err()).contains("--vorm cedar");
    assertThat(Typed.convenant("uitvoer", "--vorm=prolog").status()).isEqualTo(2);
    assertThat(Typed.convenant().err()).contains("uitvoer [VERSIE] --vorm cedar|xacml");
  }

  private static String digest(Path version) throws Exception {
    return Typed.convenant("versies", version.toString())
        .out()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("digest"))
        .map(line -> line.substring("digest".length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private Path copy(String from, String to) throws IOException {
    var top = SHIPPED.resolve(from);
    var target = desk.resolve("mijn").resolve(to);
    try (var paths = Files.walk(top)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        var there = target.resolve(top.relativize(path).toString());
        Files.createDirectories(there.getParent());
        Files.copy(path, there);
      }
    }
    return target;
  }

  private static void edit(Path file, String from, String to) throws IOException {
    var text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
