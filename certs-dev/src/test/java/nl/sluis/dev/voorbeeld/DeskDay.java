package nl.sluis.dev.voorbeeld;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.rig.WorkVisit;

/// A day at the desk on which everything is used, looked at page by page while it happens. One
/// thread.
final class DeskDay {
  private static final int FAULTY = 422;
  private static final String ID = "([0-9a-f-]{36})";

  private final Scene scene;
  private final DeskEyes eyes;
  private final WorkVisit school;

  DeskDay(Scene scene, DeskEyes eyes, WorkVisit school) {
    this.scene = scene;
    this.eyes = eyes;
    this.school = school;
  }

  /// What is there before anybody does anything.
  void frame(WorkVisit nobody) {
    eyes.passes(nobody, "/");
    eyes.see(nobody, "/toegankelijkheid");
    eyes.passes(nobody, links(nobody.open("/werk"), "(/stijl/[^\"]+\\.css)").getFirst());
    eyes.see(nobody, "/werk");
    eyes.passes(nobody, "/werk/aanmelden");
    eyes.see(nobody, "/werk/aanmelden/terug", FAULTY);
    eyes.passes(nobody, "/werk/aanmelden/sleutels");
    eyes.see(school, "/werk");
    eyes.see(school, "/werk/functie");
    eyes.see(school, "/werk/bevestigen");
    eyes.passes(school, "/werk/bevestigen/begin");
    eyes.see(school, "/werk/beheer");
    eyes.see(school, "/werk/nergens", 404);
  }

  /// A worry stands as a draft, and one is sent.
  void composes() {
    var signal = scene.sent("eerste").action();
    var preview = new DeskSending(scene, signal, school).filledIn();
    var form = WorkVisit.form(preview, "/voorbeeld");
    var concept = form.action().replace("/voorbeeld", "");
    eyes.see(school, concept);
    eyes.see(school, concept + "/voorbeeld");
    school.arrive(school.send(form, Map.of()));
    eyes.see(school, concept + "/antwoord");
    eyes.passes(school, concept + "/bewijs");
    new DeskSending(scene, signal, school).filledIn();
    eyes.see(school, "/werk/opstellen");
  }

  /// The coach reads one parcel, gives one back, and leaves one; the school calls one back.
  void readsAndUndoes(WorkVisit coach) {
    eyes.see(coach, "/werk/postbus");
    var parcels = links(coach.open("/werk/postbus"), "/werk/postbus/" + ID);
    var first = "/werk/postbus/" + parcels.get(0);
    var second = "/werk/postbus/" + parcels.get(1);
    eyes.see(coach, first);
    eyes.send(coach, first + "/lezen", Map.of(), 200);
    eyes.see(coach, first + "/antwoorden");
    eyes.see(coach, first + "/weigeren");
    eyes.see(coach, first + "/terug");
    coach.post(first + "/bevestigen", Map.of());
    eyes.see(coach, first + "/bevestigd");
    var reason = Map.of("reden", "verkeerd-geadresseerd", "niets-bewaard", "ja");
    eyes.send(coach, second + "/terug", Map.of(), FAULTY);
    eyes.send(coach, second + "/terug", reason, 200);
    signed(coach, second + "/terug", reason);

    var sent = scene.seen("eerste").json().path("transactie").asText();
    eyes.see(school, "/werk/verstuurd");
    eyes.see(school, "/werk/verstuurd/" + sent);
    eyes.see(school, "/werk/verstuurd/" + sent + "/vervangen");
    eyes.see(school, "/werk/verstuurd/" + sent + "/terugroepen");
    var undone =
        signed(
            school, "/werk/verstuurd/" + sent + "/terugroepen", Map.of("reden", "verkeerd-kind"));
    eyes.see(school, where(undone));

    eyes.see(school, "/werk/taken");
    var letter =
        links(
                school.open("/werk/taken"),
                "(/werk/taken/brief/retour/" + ID.replace("(", "(?:") + ")")
            .getFirst();
    eyes.see(school, letter);
    eyes.see(school, links(school.open(letter), "(/werk/taken/taak/[0-9a-f-]{36})").getFirst());
  }

  /// What Veilig Thuis asked waits for an answer.
  void answers() {
    eyes.see(school, "/werk/vragen");
    eyes.see(school, "/werk/veilig-thuis");
    var question =
        "/werk/veilig-thuis/"
            + links(school.open("/werk/veilig-thuis"), "/werk/veilig-thuis/" + ID).getFirst();
    eyes.see(school, question);
    var parcel =
        "/werk/postbus/" + links(school.open("/werk/postbus"), "/werk/postbus/" + ID).getFirst();
    eyes.see(school, parcel);
    eyes.send(school, parcel + "/lezen", Map.of(), 200);
    eyes.see(school, parcel + "/antwoorden");
    eyes.see(school, parcel + "/weigeren");
    eyes.send(school, parcel + "/weigeren", Map.of(), FAULTY);
    var refused = new LinkedHashMap<>(WorkVisit.form(school.open(question), question).filled());
    refused.put("besluit", "weiger");
    refused.put("reden", "kort");
    refused.remove(WorkVisit.TOKEN);
    eyes.send(school, question, refused, FAULTY);
    eyes.see(school, "/werk/nadocumentatie");
    var due =
        "/werk/nadocumentatie/"
            + links(school.open("/werk/nadocumentatie"), "/werk/nadocumentatie/" + ID).getFirst();
    eyes.see(school, due);
    eyes.send(school, due, Map.of(), FAULTY);
  }

  /// Says why, and then that it is so: the first answer is a statement that was signed.
  private static Answer signed(WorkVisit visit, String path, Map<String, String> reason) {
    var sure = visit.post(path, reason);
    return visit.send(WorkVisit.form(sure, path), Map.of());
  }

  /// Where an answer leads.
  ///
  /// @throws IllegalStateException when it leads nowhere, with what it says
  static String where(Answer answer) {
    var where = answer.headers().get("location");
    if (where == null) {
      throw new IllegalStateException(answer.status() + " " + WorkVisit.text(answer));
    }
    return where;
  }

  /// What a page says to hand to somebody else.
  static String code(Answer page) {
    return links(page, "<code>([^<]+)</code>").getFirst();
  }

  /// What on a page looks thus, each once.
  ///
  /// @throws IllegalStateException when nothing does
  static List<String> links(Answer page, String pattern) {
    var found =
        Pattern.compile(pattern)
            .matcher(page.body())
            .results()
            .map(one -> one.group(1))
            .distinct()
            .toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("no `" + pattern + "` on: " + WorkVisit.text(page));
    }
    return found;
  }
}
