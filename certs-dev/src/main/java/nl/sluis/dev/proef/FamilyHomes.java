package nl.sluis.dev.proef;

import static nl.sluis.dev.proef.AskingSchool.GGD;
import static nl.sluis.dev.proef.AskingSchool.HASH;
import static nl.sluis.dev.proef.AskingSchool.SCHOOL;
import static nl.sluis.dev.proef.AskingSchool.WHO;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.terms.Oin;

/// Families as a school puts them on record through the door: who has gezag, what is asked, what
/// was said, and what there is to read. For one thread.
final class FamilyHomes {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String OTHER_SCHOOL = "00000099000000204000";

  /// How many children somebody has who looks.
  static final int CHILDREN = 3;

  private final DevGateway gateway;
  private final SimulatedPartner school;
  private int born;

  FamilyHomes(DevGateway gateway) {
    this.gateway = gateway;
    this.school = gateway.partner(new Oin(SCHOOL), "school");
  }

  /// A family of which nobody looks: one child, with one question to three receivers.
  void quiet() {
    asks(child());
  }

  /// A mother of three, who looks: questions, words, messages and a text to read at each child.
  ///
  /// @param number with which she logs in
  void lookedAt(String number) {
    gateway.site().login().provider().people().add("ouder " + number, number);
    for (int i = 0; i < CHILDREN; i++) {
      var child = child();
      var letter = post("/v1/koppelingen", WHO + child + "\"persoon\":\"moeder\",\"taal\":\"nl\"");
      good(mother(number, "/mijn/v1/koppelingen", "{\"code\":" + letter.get("code") + "}"));
      asks(child);
      reads(child);
    }
    answers(number);
  }

  /// The same mother, from whom a question is hidden at each child.
  void keptFrom(String number) {
    int first = born;
    lookedAt(number);
    for (int i = first; i < born; i++) {
      hides(called(i));
    }
  }

  /// One mother lets another look along at one of her children.
  void helps(String mother, String helper) {
    var lent = good(gateway.person(mother).get("/mijn/v1/machtigingen"));
    var child = lent.path("kinderen").get(0).path("kind");
    var code =
        good(mother(
                mother,
                "/mijn/v1/machtigingen",
                "{\"kind\":" + child + ",\"wie\":\"familie\",\"wat\":[\"regels\",\"vragen\"]}"))
            .path("code");
    good(mother(helper, "/mijn/v1/koppelingen", "{\"code\":" + code + "}"));
  }

  private void hides(String child) {
    var asked =
        post(
            "/v1/toestemmingsverzoeken",
            WHO
                + child
                + """
                "doel":"kernteam-casusoverleg","vraag":"Wat heeft dit kind nodig om mee te komen?",
                "juridischeFunctie":"doorbreking-geheimhouding","geldigTot":"2027-05-24",
                "tekst":{"versie":"nl-b1-1","hash":"%s","taal":"nl"},
                "ontvangers":[
                {"aan":{"oin":"%s","rol":"ggd-verpleegkundige"},"categorieen":["K01","K09"]}]
                """
                    .formatted(HASH, GGD));
    var lines = good(school.get("/v1/toestemmingsverzoeken/" + asked.get("id").asText()));
    for (var line : lines.path("regels")) {
      post(
          "/v1/embargos",
          WHO
              + child
              + """
              "wat":%s,"verborgenVoor":["moeder"],"reden":"veiligheid-kind",
              "motivering":"zij zoekt waar het kind is","herbeoordelingUiterlijk":"2026-12-10",
              "ingesteldDoor":{"id":"med-77","functie":"intern begeleider"},
              "bevestigdDoor":{"id":"med-88","functie":"aandachtsfunctionaris"}
              """
                  .formatted(line.path("toestemming")));
    }
  }

  /// Every child that there is.
  List<UUID> children() throws SQLException {
    var children = new ArrayList<UUID>();
    try (var owner = gateway.database().owner();
        var rows = owner.createStatement().executeQuery("select distinct subject_id from birth")) {
      while (rows.next()) {
        children.add(rows.getObject(1, UUID.class));
      }
    }
    return children;
  }

  private String child() {
    var child = called(born++);
    post("/v1/gezinsfeiten", AskingSchool.family(child));
    return child;
  }

  private static String called(int place) {
    return "\"betrokkene\":{\"soort\":\"eigen-kenmerk\",\"waarde\":\"%s\"},"
        .formatted(named(place));
  }

  /// How the school calls a child.
  ///
  /// @param place in the order in which they were put on record, from zero
  static String named(int place) {
    return "leerling-" + place;
  }

  private void asks(String child) {
    post("/v1/toestemmingsverzoeken", AskingSchool.question(child));
  }

  private void reads(String child) {
    post(
        "/v1/leesstukken",
        WHO
            + child
            + """
            "doel":"inzagebewijs-po-vo","aan":{"oin":"%s","rol":"school-ib"},"categorieen":{
            "K01":{"voornamen":"Kind","achternaam":"Voorbeeld","geboortedatum":"2017-05-01"},
            "K05":{"school":"de school van het kind","groep":"8"}}
            """
                .formatted(OTHER_SCHOOL));
  }

  /// Of each conversation yes to the first receiver; the others wait.
  private void answers(String number) {
    var put = good(gateway.person(number).get("/mijn/v1/verzoeken"));
    for (var child : put.path("kinderen")) {
      for (var one : child.path("verzoeken")) {
        var first = one.path("regels").get(0).path("id");
        good(
            mother(
                number,
                "/mijn/v1/verzoeken/" + one.path("id").asText() + "/antwoorden",
                """
                {"gevolgenVanNeeGelezen":true,"intrekkenGelezen":true,"antwoorden":[
                {"toestemming":%s,"antwoord":"ja"}]}
                """
                    .formatted(first)));
      }
    }
  }

  private Answer mother(String number, String path, String body) {
    return gateway.person(number).post(path, body);
  }

  private JsonNode post(String path, String body) {
    return good(school.postJson(path, "{" + body + "}"));
  }

  private static JsonNode good(Answer answer) {
    if (answer.status() > 299) {
      throw new IllegalStateException("status " + answer.status() + ": " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is not JSON", e);
    }
  }
}
