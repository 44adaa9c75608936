package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluis.gateway.wissen.Terms;
import nl.sluis.policies.circle.Circle;
import nl.sluis.policies.circle.CirclePage;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.inspection.Inspection;
import nl.sluis.policies.legal.LegalPages;
import nl.sluis.policies.matrix.MatrixPage;
import org.junit.jupiter.api.Test;

/// The pages that are made from the convenant or from the code, and say so, are what comes of them
/// now.
///
/// `-Dsluis.bladzijden=schrijf` writes them anew.
class GeneratedPagesSpec {
  private static final String SHOWN = "convenant/zuid-kennemerland/2026-09/";

  @Test
  void a_page_that_is_made_says_what_the_convenant_and_the_code_say_today() throws IOException {
    for (var page : pages().entrySet()) {
      var file = House.TOP.resolve("docs").resolve(page.getKey());
      if ("schrijf".equals(System.getProperty("sluis.bladzijden"))) {
        Files.writeString(file, page.getValue());
      }
      assertThat(House.text(file)).as(page.getKey()).isEqualTo(page.getValue());
    }
  }

  private static Map<String, String> pages() {
    var convenanten = Inspection.of(texts(), Optional.empty()).whole();
    var shown = Optional.ofNullable(convenanten.get(SHOWN)).orElseThrow();
    var circle = Circle.of(shown, Optional.empty());
    var pages = new LinkedHashMap<String, String>();
    pages.put("matrix.md", MatrixPage.of(convenanten.values()));
    pages.put("kring.svg", CirclePage.svg(circle));
    pages.put("kring.md", CirclePage.markdown(circle, "kring.svg"));
    var legal = new LegalPages(convenanten.values());
    pages.put("juridisch/register.md", legal.register());
    pages.put("juridisch/activiteiten.md", ActivitiesPage.markdown(convenanten.values()));
    pages.put("juridisch/dpia-gegevens.md", legal.dpiaData());
    pages.put("juridisch/partijen.md", legal.parties());
    pages.put("juridisch/bijlage-gegevens.md", legal.annexOfData());
    pages.put("juridisch/bijlage-maatregelen.md", legal.annexOfMeasures());
    pages.put("juridisch/punten.md", legal.points());
    pages.put("redencodes.md", CodesPage.markdown());
    pages.put("bewaren.md", Terms.page());
    pages.put("instellingen.md", SettingsPage.markdown());
    return pages;
  }

  private static Map<String, String> texts() {
    var top = House.TOP.resolve("policies");
    var files = new TreeMap<String, String>();
    for (var path : ConvenantFiles.paths(House.text(top.resolve(ConvenantFiles.INDEX)))) {
      files.put(path, House.text(top.resolve(path)));
    }
    return files;
  }
}
