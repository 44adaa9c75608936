package nl.sluis.gateway.werkplek;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.vorm.Assets;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Printer;
import nl.sluis.gateway.vorm.Reader;
import nl.sluis.gateway.vorm.Texts;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.gesprek.AfterPages;
import nl.sluis.gateway.werkplek.meldcode.Models;
import nl.sluis.gateway.werkplek.meldcode.Told;
import nl.sluis.gateway.werkplek.postbus.Form;
import nl.sluis.gateway.werkplek.postbus.InquiryPages;
import nl.sluis.gateway.werkplek.postbus.TodoPages;
import org.junit.jupiter.api.Test;

/// Where something is done on another page of the desk, there is a way to it.
final class DeskLinksSpec {
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final String RECORD = "href=\"/werk/meldcode\"";

  private final Printer printer =
      new Printer(
          Texts.ofThisRelease(),
          new Assets(Optional.empty()),
          new Helper("Marja de Wit", "023 555 0100"));

  @Test
  void a_question_that_was_read_leads_to_its_answer_and_what_was_asked_or_is_over_does_not() {
    var open = question("a", false, "open");
    var page =
        print(
            "postbus-vragen",
            new InquiryPages.Inquiries(
                List.of(open, question("b", false, "wacht"), question("c", false, "beantwoord")),
                List.of(question("d", true, "open")),
                false));

    assertThat(page).containsOnlyOnce("href=\"/werk/veilig-thuis/");
    assertThat(page).contains("href=\"/werk/veilig-thuis/" + open.exchange() + "\"");
  }

  private static InquiryPages.Inquiry question(String letter, boolean own, String state) {
    return new InquiryPages.Inquiry(
        "00000000-0000-4000-8000-00000000000" + letter,
        own,
        "Veilig Thuis",
        List.of("Verzuim"),
        NOW,
        Optional.empty(),
        state,
        "");
  }

  @Test
  void a_report_that_somebody_must_sign_leads_to_where_that_is_done() {
    var held = new Told(Told.Kind.AANGEHOUDEN, "", List.of(), "A".repeat(43));
    var sent = new Told(Told.Kind.GESTUURD, "t", List.of(), "");

    assertThat(print("meldcode-antwoord", new Models.Outcome(held)))
        .contains("href=\"/werk/tekenen\"");
    assertThat(print("meldcode-antwoord", new Models.Outcome(sent))).doesNotContain("tekenen\"");
  }

  @Test
  void what_must_be_recorded_after_danger_leads_to_the_five_steps_and_nothing_else_does() {
    var record = due(TaskKind.RECORD_AFTERWARDS);
    var family = due(TaskKind.INFORM_FAMILY);

    assertThat(print("gesprek-nadocumentatie", new AfterPages.Dues(List.of(record, family))))
        .containsOnlyOnce(RECORD);
    assertThat(print("gesprek-documenteren", documenting(record))).contains(RECORD);
    assertThat(print("gesprek-documenteren", documenting(family))).doesNotContain(RECORD);
    assertThat(print("postbus-taak", job(TaskKind.RECORD_AFTERWARDS))).contains(RECORD);
    assertThat(print("postbus-taak", job(TaskKind.INFORM_FAMILY))).doesNotContain(RECORD);
  }

  private static AfterPages.Due due(TaskKind kind) {
    return new AfterPages.Due("t-" + kind.code(), kind.code(), "over", NOW, false);
  }

  private static AfterPages.Documenting documenting(AfterPages.Due due) {
    return new AfterPages.Documenting(due, false, Map.of(), List.of(), List.of());
  }

  private static TodoPages.Job job(TaskKind kind) {
    var form = new Form(Map.of(), "", List.of());
    return new TodoPages.Job(new UUID(1, 2), kind, new UUID(3, 4), NOW, NOW, false, form);
  }

  private String print(String page, Object model) {
    var shown = new View.Shown("werkplek/" + page, model, WorkDoor.TITLE);
    return new String(
        printer.print(shown, new Reader(Language.NL, false, "bewijs-1", false)),
        StandardCharsets.UTF_8);
  }
}
