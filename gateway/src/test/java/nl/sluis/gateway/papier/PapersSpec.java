package nl.sluis.gateway.papier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.gateway.besluit.PaperQuestion;
import nl.sluis.gateway.besluit.Question;
import nl.sluis.gateway.besluit.Told;
import nl.sluis.gateway.besluit.Written;
import nl.sluis.gateway.desk.Sort;
import nl.sluis.gateway.formulier.Sheets;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.FrontPages.Choice;
import nl.sluis.gateway.vorm.FrontPages.Choices;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Message;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.terms.DataCategory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// Paper: read back with PDFBox, it says what the page says, aloud as well, and fetches nothing.
final class PapersSpec {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");
  private static final Path TEMPLATES = Path.of("src", "main", "jte", "papier");
  private static final Pattern CLASSES = Pattern.compile("class=\"([^\"$@]*)\"");
  private static final Pattern STYLED = Pattern.compile("\\.([a-z][a-z-]+)\\b");

  private static final Papers PAPERS =
      new Papers(
          new Printer(
              Texts.ofThisRelease(),
              new Assets(Optional.empty()),
              new Helper("Noor van Dam", "023 555 01 23")));

  @Test
  void paper_says_what_the_page_says_and_whom_to_phone() throws IOException {
    try (var read = Loader.loadPDF(message(Language.NL))) {
      assertThat(new PDFTextStripper().getText(read))
          .containsSubsequence(
              "1 / 1",
              "Deze bladzijde is er niet",
              "Ga terug naar het begin",
              "Noor van Dam",
              "023 555 01 23");
    }
  }

  @Test
  void a_screen_reader_finds_its_headings_in_the_language_they_are_in() throws IOException {
    try (var read = Loader.loadPDF(message(Language.EN))) {
      var catalog = read.getDocumentCatalog();

      assertThat(catalog.getLanguage()).isEqualTo("en");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(read.getDocumentInformation().getTitle()).isEqualTo("Sluis");
      assertThat(kinds(catalog.getStructureTreeRoot())).contains("Document", "H1", "P");
    }
  }

  @Test
  void it_says_of_itself_that_it_can_be_read_by_all_and_kept() throws IOException {
    try (var read = Loader.loadPDF(message(Language.NL))) {
      var told =
          new String(read.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);

      assertThat(told).contains("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<");
      assertThat(read.getDocumentCatalog().getOutputIntents()).hasSize(1);
      assertThat(fontsOf(read)).hasSize(2).allMatch(PDFont::isEmbedded);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PDFA_2_A", "PDFUA_1"})
  void another_who_knows_both_standards_agrees(PDFAFlavour standard) throws Exception {
    for (var language : List.of(Language.NL, Language.EN)) {
      assertThat(Judge.faults(message(language), standard)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PDFA_2_A", "PDFUA_1"})
  void every_letter_and_form_holds_to_them_too(PDFAFlavour standard) throws Exception {
    for (var sheet : sheets().entrySet()) {
      var page = new View.Shown("papier/" + sheet.getKey(), sheet.getValue(), "papier.titel");
      for (var language : List.of(Language.NL, Language.EN)) {
        assertThat(Judge.faults(PAPERS.pdf(page, language, DAY), standard))
            .as(sheet.getKey())
            .isEmpty();
      }
    }
  }

  private static Map<String, Object> sheets() {
    var id = UUID.fromString("5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10");
    var part = new Question.Part(DataCategory.K01, "Naam", Optional.empty(), false);
    var question =
        new Question(
            id,
            id,
            "Een vraag",
            new Who(Sort.SCHOOL, Optional.of("School"), Optional.empty()),
            new Who(Sort.HULPVERLENER, Optional.of("CJG"), Optional.empty()),
            List.of(part),
            AT,
            DAY,
            false,
            true,
            false,
            true,
            true);
    var told =
        new Told(List.of(new Told.Block.Heading("Nee mag"), new Told.Block.Sentence("Dan niet.")));
    var asked = new PaperQuestion(question, told, told);
    var said = new Written("Werk", List.of(new Written.Said("kan niet", "Hele dagen")));
    return Map.of(
        "brief",
        new Sheets.Invitation("School", "7Q2M-9KXA-4FHT", DAY, Optional.empty(), true),
        "antwoorden",
        new Sheets.Answers(id, "School", List.of(new Sheets.Line(1, asked))),
        "stoppen",
        new Sheets.Stop(id, asked),
        "leesmee",
        new Sheets.ReadFirst(id, "GGD", "School", "Advies", "akkoord", DAY, List.of(said)));
  }

  @Test
  void the_same_page_of_the_same_day_is_the_same_paper_to_the_byte() {
    assertThat(message(Language.NL)).isEqualTo(message(Language.NL));
    assertThat(message(Language.NL)).isNotEqualTo(message(Language.EN));
  }

  @Test
  void it_holds_the_day_and_no_other_time() throws IOException {
    var paper = message(Language.NL);
    try (var read = Loader.loadPDF(paper)) {
      var created = read.getDocumentInformation().getCreationDate();
      var told =
          new String(read.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);

      assertThat(created.toInstant()).hasToString("2026-11-25T23:00:00Z");
      assertThat(told).containsOnlyOnce("Date>2026-11-26T00:00:00+01:00<");
      assertThat(read.getDocumentInformation().getModificationDate()).isNull();
    }
  }

  @Test
  void who_reads_another_language_has_dutch_on_paper() {
    for (var language : Language.values()) {
      assertThat(Papers.language(language))
          .isEqualTo(language == Language.EN ? Language.EN : Language.NL);
    }
    assertThat(message(Language.AR)).isEqualTo(message(Language.NL));
  }

  @Test
  void a_template_that_is_no_xml_is_refused_without_quoting_it() {
    var choices = new Choices(List.of(new Choice(Language.NL, true, true)));
    var page = new View.Shown("vorm/taal", choices, "vorm.taal.titel");

    assertThatThrownBy(() -> PAPERS.pdf(page, Language.NL, DAY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a template of paper is not XML: close every tag")
        .hasNoCause();
  }

  @Test
  void a_template_of_paper_uses_names_that_its_style_knows_and_fetches_nothing()
      throws IOException {
    var style = Files.readString(Path.of("src", "main", "resources", "papier", "papier.css"));
    var known = STYLED.matcher(style).results().map(r -> r.group(1)).collect(Collectors.toSet());
    assertThat(style).doesNotContain("url(", "@import", "@font-face");
    try (var files = Files.list(TEMPLATES)) {
      for (var file : files.toList()) {
        var text = Files.readString(file);
        assertThat(text).as(file.toString()).doesNotContain("<img", "src=", "<object", "<link");
        assertThat(known).as(file.toString()).containsAll(names(text));
      }
    }
  }

  private static byte[] message(Language language) {
    return PAPERS.pdf(
        new View.Shown("vorm/bericht", new Message("vorm.weg"), "vorm.titel"), language, DAY);
  }

  private static Set<String> names(String html) {
    return CLASSES
        .matcher(html)
        .results()
        .flatMap(found -> Pattern.compile(" +").splitAsStream(found.group(1).strip()))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<String> kinds(PDStructureNode node) {
    var found = new TreeSet<String>();
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        found.add(element.getStructureType());
        found.addAll(kinds(element));
      }
    }
    return found;
  }

  private static List<PDFont> fontsOf(PDDocument read) throws IOException {
    var found = new ArrayList<PDFont>();
    for (var page : read.getPages()) {
      for (var name : page.getResources().getFontNames()) {
        found.add(page.getResources().getFont(name));
      }
    }
    return found;
  }
}
