package nl.sluis.dev.proef;

import static nl.sluis.dev.proef.AskingSchool.CJG;
import static nl.sluis.dev.proef.AskingSchool.GGD;
import static nl.sluis.dev.proef.AskingSchool.HASH;
import static nl.sluis.dev.proef.AskingSchool.LEERPLICHT;
import static nl.sluis.dev.proef.AskingSchool.SCHOOL;
import static nl.sluis.dev.proef.AskingSchool.WHO;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.terms.Oin;

/// What one conversation about one child with three receivers asks of the intern begeleider and of
/// a parent: what each must fill in, counted from what goes over the line, and what that takes by a
/// model.
///
/// Nobody stood beside with a stopwatch.
final class Gesprek {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant START = Instant.parse("2026-11-25T09:00:00Z");
  private static final String NUMBER = "999990019";
  private static final String CHILD =
      "\"betrokkene\":{\"soort\":\"eigen-kenmerk\",\"waarde\":\"leerling-12\"},";
  private static final String EXPLAINED =
      """
      Eén gesprek over één kind, drie ontvangers (het CJG, de GGD, leerplicht apart met een
      reden), één ouder met gezag. Geteld zijn de velden van wat er werkelijk over de lijn ging.
      `verplicht`: wat de OpenAPI verplicht. `systeem`: wat het eigen systeem al weet en niemand
      invult. Elke regel telt apart, ook waar een scherm iets één keer zou vragen. Wie op papier
      tekent klikt niet: de ouder leest de code voor, en de intern begeleider voert alles in.

      De minuten zijn een model, geen stopwatch op mensen: Card, Moran en Newell, The
      Keystroke-Level Model (CACM 23(7), 1980, doi 10.1145/358886.358895). Een toets 0,28 s (40
      woorden per minuut), aanwijzen 1,10 s, een muisknop 0,20 s, de handen verplaatsen 0,40 s,
      nadenken 1,35 s (vóór elke keuze, tekst en afsluitende knop). Lezen: 238 woorden per minuut
      (Brysbaert, Journal of Memory and Language 109, 2019), over de zinnen en namen die de ouder
      te zien krijgt. Het model gaat uit van iemand die het vaker deed en geen fouten maakt. Niet
      geteld: het gesprek zelf, bedenken wat er in de vraag staat, aanmelden, wachten.
      """;

  private final DevGateway gateway;
  private final SimulatedPartner school;
  private final Required required;
  private final List<Handling> handlings = new ArrayList<>();

  private Gesprek(DevGateway gateway) {
    this.gateway = gateway;
    this.school = gateway.partner(new Oin(SCHOOL), "school");
    this.required = new Required(good(school.get("/openapi.json")));
  }

  /// @return 0 when a no asks as much of a parent as a yes, and 1 when not
  static int run(PrintStream out) {
    var handlings = walk();
    out.print(Handling.table(handlings));
    out.print(EXPLAINED);
    var yes = named(handlings, "ja zeggen");
    boolean same = yes.clicks() == named(handlings, "nee zeggen").clicks();
    out.println(same ? "Ja en nee kosten evenveel." : "FOUT: ja en nee kosten niet evenveel.");
    return same ? 0 : 1;
  }

  static Handling named(List<Handling> handlings, String what) {
    return handlings.stream().filter(one -> one.what().equals(what)).findFirst().orElseThrow();
  }

  /// Everything that was done, in order.
  static List<Handling> walk() {
    try (var postgres = DevPostgres.temporary();
        var gateway =
            DevGateway.start(DevSite.temporary(START), postgres.fresh(), DevGateway.Ports.ANY)) {
      var walk = new Gesprek(gateway);
      walk.conversation();
      return List.copyOf(walk.handlings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void conversation() {
    post("/v1/gezinsfeiten", AskingSchool.family(CHILD));
    var letter = post("/v1/koppelingen", WHO + CHILD + "\"persoon\":\"moeder\",\"taal\":\"nl\"");
    var mother = gateway.person(NUMBER);
    good(mother.post("/mijn/v1/koppelingen", "{\"code\":" + letter.get("code") + "}"));

    var asked =
        staff(
            "vragen",
            "/v1/toestemmingsverzoeken",
            "/v1/toestemmingsverzoeken",
            AskingSchool.question(CHILD));
    var id = asked.get("id").asText();

    var seen = good(mother.get("/mijn/v1/verzoeken"));
    var lines = seen.findValues("regels").getFirst();
    own("ja zeggen", answers(lines, "ja"), id, seen);
    own("nee zeggen", answers(lines, "nee"), id, seen);
    takeBack(lines.get(0).get("id").asText());

    staff(
        "code vragen",
        "/v1/aanwezigheidscodes",
        "/v1/aanwezigheidscodes",
        WHO
            + CHILD
            + "\"persoon\":\"moeder\",\"doel\":\"kernteam-casusoverleg\",\"ontvangers\":[\""
            + String.join("\",\"", CJG, GGD, LEERPLICHT)
            + "\"]");
    var code = good(mother.get("/mijn/v1/kennisgevingen")).findValue("code").asText();
    gateway.moveClock(START.plusSeconds(60));
    staff(
        "formulier invoeren",
        "/v1/toestemmingsverzoeken/" + id + "/antwoorden",
        "/v1/toestemmingsverzoeken/{id}/antwoorden",
        WHO
            + """
            "kanaal":"papier","tijdstip":"2026-11-25T09:01:00Z","gevolgenVanNeeUitgelegd":true,
            "intrekkenUitgelegd":true,"bewijs":{"vastgelegdDoor":{"id":"med-77",
            "functie":"intern begeleider"},"documentHash":"%s","aanwezigheidscode":"%s"},
            "antwoorden":[{"persoon":"moeder","regel":1,"antwoord":"ja"},
            {"persoon":"moeder","regel":2,"antwoord":"ja"},
            {"persoon":"moeder","regel":3,"antwoord":"nee"}]
            """
                .formatted(HASH, code));
  }

  private static String answers(JsonNode lines, String word) {
    var answers = new ArrayList<String>();
    lines.forEach(
        line ->
            answers.add(
                "{\"toestemming\":%s,\"antwoord\":\"%s\"}".formatted(line.get("id"), word)));
    return "\"gevolgenVanNeeGelezen\":true,\"intrekkenGelezen\":true,\"antwoorden\":["
        + String.join(",", answers)
        + "]";
  }

  private void own(String what, String body, String request, JsonNode read) {
    var described = "/mijn/v1/verzoeken/{id}/antwoorden";
    var sent = "{" + body + "}";
    good(gateway.person(NUMBER).post(described.replace("{id}", request), sent));
    add("ouder", what, described, json(sent), words(read));
  }

  private void add(String who, String what, String described, JsonNode body, int words) {
    handlings.add(Handling.of(who, what, required.in(body, described), body, words));
  }

  private void takeBack(String consent) {
    var path = "/mijn/v1/toestemmingen/" + consent + "/";
    var follows = good(gateway.person(NUMBER).post(path + "intrekkingsgevolgen", "{}"));
    good(gateway.person(NUMBER).post(path + "intrekkingen", "{}"));
    add(
        "ouder",
        "één ja intrekken",
        "/mijn/v1/toestemmingen/{id}/intrekkingen",
        json("{}"),
        words(follows));
  }

  private JsonNode staff(String what, String path, String described, String body) {
    var answer = post(path, body);
    add("intern begeleider", what, described, json("{" + body + "}"), 0);
    return answer;
  }

  private JsonNode post(String path, String body) {
    return good(school.postJson(path, "{" + body + "}"));
  }

  /// How many words there are to read in an answer: its sentences and names.
  private static int words(JsonNode answer) {
    int words = 0;
    for (var field : List.of("zin", "naam")) {
      for (var text : answer.findValuesAsText(field)) {
        words += text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
      }
    }
    return words;
  }

  private static JsonNode good(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "%d %s", answer.status(), answer.body()));
    }
    return json(answer.body());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("this is JSON", e);
    }
  }
}
