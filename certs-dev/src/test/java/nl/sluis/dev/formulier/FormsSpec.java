package nl.sluis.dev.formulier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.formulier.Forms;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// Letters and forms, read back from the PDF: they say what the pages say, no is as easy as yes,
/// and nobody's name is on them.
final class FormsSpec {
  private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");
  private static final UUID NUMBER = UUID.fromString("5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10");
  private static final Pattern BOX = Pattern.compile("□");
  private static final Texts TEXTS = Texts.ofThisRelease();
  private static final Convenant CONVENANT =
      DevConvenant.all().stream()
          .filter(
              one ->
                  one.parties().values().stream()
                      .anyMatch(party -> party.name().contains("De Duinpieper")))
          .findFirst()
          .orElseThrow();
  private static final PartyRole SCHOOL = party("De Duinpieper", Role.SCHOOL_IB);
  private static final PartyRole CJG = party("CJG", Role.CJG_COACH);
  private static final PartyRole GGD = party("GGD Kennemerland", Role.GGD_JEUGDARTS);

  private static Forms forms() {
    var printer =
        new Printer(
            TEXTS, new Assets(Optional.empty()), new Helper("Noor van Dam", "023 555 01 23"));
    var law = new CurrentLaw(Law.ofExample(CONVENANT));
    return new Forms(
        new Papers(printer), TEXTS, law, Optional.of(URI.create("https://sluis.example")));
  }

  private static PartyRole party(String name, Role role) {
    return CONVENANT.parties().entrySet().stream()
        .filter(party -> party.getValue().name().contains(name))
        .map(party -> new PartyRole(party.getKey(), role))
        .findFirst()
        .orElseThrow();
  }

  private static ConsentAsk ask(PartyRole to) {
    return new ConsentAsk(
        NUMBER,
        UUID.randomUUID(),
        new Purpose("kernteam-casusoverleg"),
        SCHOOL,
        to,
        Set.of(DataCategory.K01, DataCategory.K09),
        Instant.parse("2027-05-26T22:00:00Z"),
        false,
        "");
  }

  private static String read(byte[] paper) throws IOException {
    try (var read = Loader.loadPDF(paper)) {
      return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
    }
  }

  private static List<String> headings(byte[] paper) throws IOException {
    try (var read = Loader.loadPDF(paper)) {
      var found = new ArrayList<String>();
      kinds(read.getDocumentCatalog().getStructureTreeRoot(), found);
      return found.stream().filter(kind -> kind.matches("H\\d|TH|TD|LI")).toList();
    }
  }

  private static void kinds(PDStructureNode node, List<String> found) {
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        found.add(element.getStructureType());
        kinds(element, found);
      }
    }
  }

  @Test
  void a_letter_to_who_chose_letters_says_that_something_is_ready_and_no_word_of_what()
      throws IOException {
    var until = Instant.parse("2026-12-24T10:00:00Z");
    var code = "7Q2M-9KXA-4FHT";

    var dutch = read(forms().waiting(SCHOOL, code, until, Language.NL, AT));
    var english = read(forms().waiting(SCHOOL, code, until, Language.EN, AT));
    var polish = read(forms().waiting(SCHOOL, code, until, Language.PL, AT));

    assertThat(dutch).containsSubsequence("Er staat een bericht voor u klaar", code, "24 december");
    assertThat(english).containsSubsequence("A message is ready for you", code, "24 December");
    assertThat(polish).isEqualTo(dutch);
    assertThat(dutch).doesNotContainIgnoringCase("kernteam", "toestemming", "kind");
  }

  @Test
  void the_letter_holds_the_code_its_last_day_and_both_ways_to_use_it() throws IOException {
    var letter =
        read(
            forms()
                .invitation(
                    SCHOOL,
                    "7Q2M-9KXA-4FHT",
                    Instant.parse("2026-12-24T10:00:00Z"),
                    Language.NL,
                    AT));

    assertThat(letter)
        .containsSubsequence(
            "De Duinpieper, Haarlem-Noord stuurt u deze brief",
            "7Q2M-9KXA-4FHT",
            "tot en met 24 december 2026",
            "sluis.example",
            "loket",
            "paspoort",
            "Geef de code aan niemand",
            "Noor van Dam",
            "023 555 01 23");
    assertThat(letter).doesNotContain("kind", "moeder", "vader");
  }

  @Test
  void the_form_first_says_that_no_is_allowed_and_has_the_same_box_for_each_answer()
      throws IOException {
    var paper = forms().answers(NUMBER, List.of(ask(CJG), ask(GGD)), Language.NL, AT);
    var form = read(paper);

    assertThat(form)
        .containsSubsequence(
            "Vraag 1",
            "Nee mag",
            "Wat er dan gebeurt: Basisschool De Duinpieper, Haarlem-Noord deelt deze gegevens niet"
                + " met CJG",
            "Wat zegt u?",
            "Nee Ja Later",
            "Vraag 2",
            "Nee mag",
            "GGD Kennemerland",
            "Nee Ja Later",
            "Handtekening",
            "Geef of stuur dit blad aan Basisschool De Duinpieper",
            NUMBER.toString());
    assertThat(BOX.matcher(form).results().count()).isEqualTo(2 * 2 * 3L);
    assertThat(headings(paper)).contains("H1", "H2", "TH", "TD", "LI");
  }

  @Test
  void it_says_word_for_word_what_the_page_says() throws IOException {
    var words = TEXTS.set("beslissen", Language.NL).plain();
    var form = read(forms().answers(NUMBER, List.of(ask(CJG)), Language.NL, AT));

    for (var key : List.of("nee.mag", "nee.vrij", "vraag.waarvoor", "vraag.soorten")) {
      assertThat(form).contains(words.get(key));
    }
    assertThat(form).contains(CONVENANT.purposes().get(new Purpose("kernteam-casusoverleg")));
  }

  @Test
  void to_stop_asks_for_no_reason_and_can_be_a_part() throws IOException {
    var form = read(forms().stop(ask(CJG), Language.NL, AT));

    assertThat(form)
        .containsSubsequence(
            "U hoeft niet te zeggen waarom",
            "Ik stop met alles",
            "Ik stop alleen met wat ik hier aankruis",
            "Wat al is gedeeld, blijft gedeeld",
            "telefoontje",
            NUMBER.toString(),
            "023 555 01 23");
    assertThat(BOX.matcher(form).results().count()).isEqualTo(4);
    assertThat(form).doesNotContain("Nee mag");
  }

  @Test
  void a_text_to_read_stands_on_the_sheet_whole_and_can_be_stopped_as_easily_as_let_go()
      throws IOException {
    var piece =
        new Piece(
            NUMBER,
            UUID.randomUUID(),
            new Purpose("jgz-advies-school"),
            "tekst-akkoord-gezin",
            GGD,
            SCHOOL,
            EnumSet.of(DataCategory.K12),
            AT,
            Instant.parse("2026-12-05T22:59:59Z"),
            Instant.parse("2026-12-20T10:00:00Z"),
            false);
    var content =
        JsonMapper.builder().build().readTree("{\"K12\":{\"kan\":[\"Drie keer per week\"]}}");
    var form = read(forms().readFirst(piece, content, Language.NL, AT).orElseThrow());

    assertThat(form)
        .containsSubsequence(
            "jeugdgezondheidszorg wil deze tekst geven aan Basisschool De Duinpieper",
            "Nee mag",
            "Drie keer per week",
            "□ Deze tekst mag weg",
            "□ Houd deze tekst tegen",
            "Handtekening");
  }

  @Test
  void in_english_all_is_english_but_the_words_of_the_convenant() throws IOException {
    var paper = forms().answers(NUMBER, List.of(ask(CJG)), Language.EN, AT);

    assertThat(read(paper)).contains("Questions to you", "You may say no", "Signature");
    try (var read = Loader.loadPDF(paper)) {
      assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("en");
    }
  }
}
