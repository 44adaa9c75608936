package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.SimulatedPerson;

/// One of two fathers who do everything that the port for people lets them do, and what they hear.
///
/// What of an answer is the own identifier of somebody or something is replaced by its place in
/// that answer; so is the place of a row in the logbook of everybody, and a signature. Everything
/// else counts: status, headers, length, order and every byte. For one thread.
final class TwinFather {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MINE = "/mijn/v1/";
  private static final String NONE = "00000000-0000-4000-8000-000000000000";
  private static final List<String> LISTS =
      List.of(
          "toestemmingen",
          "verzoeken",
          "kennisgevingen",
          "gesprekken",
          "leesstukken",
          "meldingen",
          "meekijkers",
          "machtigingen",
          "helpen",
          "betrokkenenverzoeken");
  private static final List<String> FORMS =
      List.of("application/json", "application/ld+json", "application/fhir+json");
  private static final List<String> OF_A_CONSENT =
      List.of("bewijzen", "bewijzen/{bewijs}", "stopbericht");

  private final SimulatedPerson father;
  private final String letter;
  private final Set<String> tried = new TreeSet<>();
  private final List<String> heard = new ArrayList<>();

  TwinFather(Scene scene, String child) {
    this.father = scene.person(child, "vader");
    var second = "brief ggd " + child;
    this.letter = scene.hasSeen(second) ? scene.letterOf(second) : "ABCD-EFGH-JKLM-NPQR";
  }

  /// Everything, and what came back.
  List<String> does() {
    post("koppelingen", object().put("code", letter));
    looks();
    says();
    looks();
    takesBack();
    merges();
    signs();
    looks();
    return List.copyOf(heard);
  }

  /// What stands in his lists.
  String lists() {
    var seen = new StringBuilder();
    LISTS.forEach(list -> seen.append(TwinAnswer.text(father.get(MINE + list))).append('\n'));
    return seen.toString();
  }

  /// How long looking at each of his lists takes, in nanoseconds.
  List<Long> nanosPerList() {
    var took = new ArrayList<Long>();
    for (var list : LISTS) {
      long began = System.nanoTime();
      father.get(MINE + list);
      took.add(System.nanoTime() - began);
    }
    return took;
  }

  /// The paths he tried, as the router has them.
  Set<String> tried() {
    return tried;
  }

  private void looks() {
    for (var list : LISTS) {
      get(list, list, "application/json");
    }
    for (var asked : ids("betrokkenenverzoeken")) {
      get("betrokkenenverzoeken/{id}", "betrokkenenverzoeken/" + asked, "");
    }
    get("betrokkenenverzoeken/{id}", "betrokkenenverzoeken/" + NONE, "");
    FORMS.forEach(form -> get("toestemmingen", "toestemmingen", form));
    for (var consent : ids("toestemmingen")) {
      get("toestemmingen/{id}/stopbericht", "toestemmingen/" + consent + "/stopbericht", "");
      var receipts = "toestemmingen/" + consent + "/bewijzen";
      get("toestemmingen/{id}/bewijzen", receipts, "");
      var all = json(father.get(MINE + receipts)).findValuesAsText("id");
      if (!all.isEmpty()) {
        get("toestemmingen/{id}/bewijzen/{bewijs}", receipts + "/" + all.getLast(), "");
      }
    }
  }

  private void says() {
    for (var request : json(father.get(MINE + "verzoeken")).findValues("verzoeken")) {
      request.forEach(this::answers);
    }
    for (var consent : ids("toestemmingen")) {
      for (var word : List.of("gegeven", "betwist", "hersteld")) {
        says(consent, word);
      }
    }
    for (var notice : ids("kennisgevingen")) {
      answersNotice(notice, "gezien");
    }
    for (var talk : ids("gesprekken")) {
      judges(talk, "was-er-niet");
      judges(talk, "was-er");
    }
    for (var text : ids("leesstukken")) {
      reads(text);
      answersText(text, "akkoord");
    }
    letsLook("meekijkers");
    asksForAll();
  }

  /// He asks organisations for all that they gave and got, whether he sees them or not.
  private void asksForAll() {
    for (var number : List.of("101000", "201000", "202000", "301000", "302000", "999000")) {
      post("betrokkenenverzoeken", object().put("bij", "00000099000000" + number));
    }
  }

  private void reads(String text) {
    post("leesstukken/{id}/lezingen", "leesstukken/" + text + "/lezingen", object());
  }

  private void answersText(String text, String word) {
    post(
        "leesstukken/{id}/antwoorden",
        "leesstukken/" + text + "/antwoorden",
        object().put("woord", word).put("opmerking", "Op woensdag lukt het niet."));
  }

  /// He tells the word that he himself would have to give to a youth.
  private void letsLook(String path) {
    for (var word : json(father.get(MINE + "meekijkers")).findValuesAsText("woord")) {
      post(path, object().put("woord", word));
    }
  }

  /// He lets somebody help at each child, and ends it; and ends the help of nobody.
  private void letsHelp() {
    for (var child : json(father.get(MINE + "machtigingen")).path("kinderen")) {
      var body = object().put("kind", child.path("kind").asText()).put("wie", "familie");
      body.putArray("wat").add("regels");
      post("machtigingen", body);
    }
    for (var help : ids("machtigingen")) {
      post("machtigingen/{id}/intrekkingen", "machtigingen/" + help + "/intrekkingen", object());
    }
    for (var path : List.of("machtigingen/{id}/intrekkingen", "helpen/{id}/beeindigingen")) {
      post(path, path.replace("{id}", NONE), object());
    }
  }

  private void takesBack() {
    letsHelp();
    for (var consent : ids("toestemmingen")) {
      takesBack(consent, "intrekkingsgevolgen");
      takesBack(consent, "intrekkingen");
    }
    for (var notice : ids("kennisgevingen")) {
      answersNotice(notice, "klopt-niet");
    }
    for (var text : ids("leesstukken")) {
      answersText(text, "tegengehouden");
      answersText(text, "klopt-niet");
    }
    letsLook("meekijkers/intrekkingen");
  }

  private void merges() {
    var words = json(father.get(MINE + "toestemmingen")).findValuesAsText("kind");
    var body = object().put("kind", words.getFirst()).put("zelfdeAls", words.getLast());
    post("samenvoegingen", body);
  }

  /// He says that he is the second person at an organisation, which he is not.
  private void signs() {
    post("ondertekenaars", object().put("code", letter));
    post(
        "akkoorden",
        object()
            .put("oin", "00000099000000213000")
            .put("voorwaarde", "meldcode")
            .put("uitkomst", "akkoord")
            .put("voorstel", "A".repeat(43)));
  }

  /// Looks in every way for something with this identifier, and says something of it.
  List<String> looksFor(String id) {
    var before = heard.size();
    OF_A_CONSENT.forEach(
        what -> get("toestemmingen/{id}/" + what, "toestemmingen/" + id + "/" + named(what), ""));
    says(id, "gegeven");
    takesBack(id, "intrekkingsgevolgen");
    takesBack(id, "intrekkingen");
    var answer = object().put("intrekkenGelezen", true);
    answer.putArray("antwoorden").addObject().put("toestemming", id).put("antwoord", "ja");
    post("verzoeken/{id}/antwoorden", "verzoeken/" + id + "/antwoorden", answer);
    answersNotice(id, "gezien");
    answersNotice(id, "klopt-niet");
    judges(id, "was-er-niet");
    reads(id);
    answersText(id, "akkoord");
    answersText(id, "klopt-niet");
    var found = List.copyOf(heard.subList(before, heard.size()));
    heard.subList(before, heard.size()).clear();
    return found.stream().map(text -> text.substring(text.indexOf('\n') + 1)).toList();
  }

  private static String named(String what) {
    return what.replace("{bewijs}", new UUID(7, 7).toString());
  }

  private void says(String consent, String word) {
    post(
        "toestemmingen/{id}/verklaringen",
        "toestemmingen/" + consent + "/verklaringen",
        object()
            .put("uitspraak", word)
            .put("gevolgenVanNeeGelezen", true)
            .put("intrekkenGelezen", true));
  }

  private void takesBack(String consent, String how) {
    post("toestemmingen/{id}/" + how, "toestemmingen/" + consent + "/" + how, object());
  }

  private void answers(JsonNode request) {
    var body = object().put("gevolgenVanNeeGelezen", true).put("intrekkenGelezen", true);
    var answers = body.putArray("antwoorden");
    request
        .path("regels")
        .findValuesAsText("id")
        .forEach(line -> answers.addObject().put("toestemming", line).put("antwoord", "ja"));
    var path = "verzoeken/" + request.path("id").asText() + "/antwoorden";
    post("verzoeken/{id}/antwoorden", path, body);
  }

  private void answersNotice(String notice, String word) {
    post(
        "kennisgevingen/{id}/antwoorden",
        "kennisgevingen/" + notice + "/antwoorden",
        object().put("antwoord", word));
  }

  private void judges(String talk, String word) {
    post(
        "gesprekken/{id}/oordelen",
        "gesprekken/" + talk + "/oordelen",
        object().put("uitspraak", word));
  }

  /// The identifiers of what stands in one of his lists, in its order.
  private List<String> ids(String list) {
    var ids = new ArrayList<String>();
    for (var child : json(father.get(MINE + list)).path("kinderen")) {
      child.path(list).forEach(one -> ids.add(one.path("id").asText()));
    }
    return ids;
  }

  /// What somebody sees in all lists, with the identifiers as they are.
  static Set<String> idsSeenBy(SimulatedPerson somebody) {
    var ids = new LinkedHashSet<String>();
    for (var list : LISTS) {
      Pattern.compile(TwinAnswer.ID)
          .matcher(somebody.get(MINE + list).body())
          .results()
          .forEach(found -> ids.add(found.group()));
    }
    return ids;
  }

  private void get(String route, String path, String accept) {
    tried.add("GET " + MINE + route);
    var answer = accept.isEmpty() ? father.get(MINE + path) : father.get(MINE + path, accept);
    heard.add("GET " + route + "\n" + TwinAnswer.text(answer));
  }

  private void post(String path, ObjectNode body) {
    post(path, path, body);
  }

  private void post(String route, String path, ObjectNode body) {
    tried.add("POST " + MINE + route);
    heard.add("POST " + route + "\n" + TwinAnswer.text(father.post(MINE + path, body.toString())));
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private static JsonNode json(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the gateway answers in JSON", e);
    }
  }
}
