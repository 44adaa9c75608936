package nl.sluis.gateway.werkplek.gesprek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.sluis.gateway.client.Statement;
import nl.sluis.gateway.ondertekening.SignedAgreement;
import nl.sluis.gateway.partner.Line;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.gesprek.Waiting.Left;
import nl.sluis.gateway.werkplek.gesprek.Waiting.Who;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.terms.Age;

/// A second person signs a proposal with a key of their own: that they looked along, and what they
/// advise (design 10.13). Two others stand for it that the key is theirs. May be shared between
/// threads.
public final class SignPages {
  static final String HOME = "/werk/tekenen";
  static final String KEY = "sleutel";
  static final Set<Task> MAY = Set.of(Task.MELDCODE, Task.TOESTEMMING, Task.VERSTUREN);
  private static final List<String> FUNCTIONS =
      List.of("aandachtsfunctionaris", "jurist", "professional");
  private static final Pattern PROPOSAL = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int YEARS = 2;

  /// The function of who made the key: for who stands for it, and not for Sluis.
  private static final String MAKER = "maker";

  private final Waiting waiting;
  private final PersonalKeys keys;

  SignPages(Waiting waiting, PersonalKeys keys) {
    this.waiting = waiting;
    this.keys = keys;
  }

  /// The page.
  ///
  /// @param hasKey whether this person has a key here
  /// @param self the word by which Sluis knows this person
  /// @param ways what can be signed
  /// @param proposal what was typed
  /// @param lacks the keys of what is missing
  /// @param refused what Sluis found wrong
  public record Signing(
      boolean hasKey,
      String self,
      List<Way> ways,
      String proposal,
      List<String> lacks,
      List<String> refused) {
    /// Copies its lists.
    public Signing {
      ways = List.copyOf(ways);
      lacks = List.copyOf(lacks);
      refused = List.copyOf(refused);
    }

    /// In which functions a key can be put on record.
    public List<String> functions() {
      return FUNCTIONS;
    }
  }

  /// One thing that can be signed.
  ///
  /// @param condition of the convenant
  /// @param sentence what it asks
  /// @param outcomes what can be said
  public record Way(String condition, String sentence, List<String> outcomes) {
    /// Copies its list.
    public Way {
      outcomes = List.copyOf(outcomes);
    }
  }

  /// It was done; a code when others must stand for it.
  public record Done(String key, String code) {
    @Override
    public String toString() {
      return key;
    }
  }

  /// What somebody else is asked to stand for.
  ///
  /// @param code under which it waits
  /// @param function of whom
  /// @param asked in which function that person will sign
  public record Vouching(String code, String function, String asked) {
    @Override
    public String toString() {
      return "vouching";
    }
  }

  void add(WorkRoutes routes) {
    routes.strong(HOME, MAY, (who, _) -> page(who, "", List.of(), List.of()));
    routes.strongPost(HOME, MAY, this::sign);
    routes.strongPost(HOME + "/sleutel", MAY, this::make);
    routes.get(HOME + "/gedaan", MAY, (_, _) -> done("werkplek-gesprek.getekend", ""));
    routes.post("/werk/meetekenen/instaan", ColleaguePages.MAY, this::vouch);
  }

  private View.Shown page(Worker who, String proposal, List<String> lacks, List<String> refused) {
    var names = Names.of(who.at().line());
    var ways = new TreeMap<String, Way>();
    for (var convenant : names.inForce()) {
      for (var one : convenant.conditions().values()) {
        if (one.source() == Condition.Source.ONDERTEKEND) {
          ways.putIfAbsent(
              one.code(),
              new Way(one.code(), one.sentence(), one.outcomes().stream().sorted().toList()));
        }
      }
    }
    var model =
        new Signing(
            keys.has(Who.of(who)),
            who.pseudonym(),
            List.copyOf(ways.values()),
            proposal,
            lacks,
            refused);
    return new View.Shown("werkplek/gesprek-tekenen", model, AskPages.TITLE);
  }

  private static View.Shown done(String key, String code) {
    return new View.Shown("werkplek/gesprek-getekend", new Done(key, code), AskPages.TITLE);
  }

  private View sign(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var proposal = asked.one("voorstel").replaceAll("\\s", "");
    var said = asked.one("gezegd").split("\\|", 2);
    var lacks = new ArrayList<String>();
    if (!PROPOSAL.matcher(proposal).matches()) {
      lacks.add("werkplek-gesprek.fout.tekenen.voorstel");
    }
    if (said.length != 2) {
      lacks.add("werkplek-gesprek.fout.tekenen.gezegd");
    }
    if (!lacks.isEmpty()) {
      return page(who, proposal, lacks, List.of()).again();
    }
    var key = keys.open(Who.of(who), asked.one("zin"));
    if (key.isEmpty()) {
      return page(who, proposal, List.of("werkplek-gesprek.fout.tekenen.zin"), List.of()).again();
    }
    var claims = claims(who).put("voorstel", proposal);
    claims.put("voorwaarde", said[0]).put("uitkomst", said[1]);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("handtekening", Statement.sign(key.get(), SignedAgreement.TYP, claims));
    json.set("namens", AskForm.party(who.at().party()));
    var answer = who.at().line().post("/v1/akkoorden", json);
    if (Refused.isMendable(answer)) {
      return page(who, proposal, List.of(), Refused.sentences(answer)).again();
    }
    Line.answered(answer);
    return new View.Moved(HOME + "/gedaan");
  }

  private static ObjectNode claims(Worker who) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("iss", who.at().party().oin().value())
        .put("sub", who.pseudonym())
        .put("op", who.at().line().clock().instant().toString())
        .put("jti", Drawn.number());
  }

  /// A key is made here, and counts when two others stood for it.
  private View make(Worker who, Asked asked) throws InputFault, IOException {
    var phrase = asked.one("nieuwe-zin");
    var function = asked.one("als");
    var lacks = new ArrayList<String>();
    if (!FUNCTIONS.contains(function)) {
      lacks.add("werkplek-gesprek.fout.tekenen.als");
    }
    if (phrase.length() < PersonalKeys.SHORTEST || phrase.length() > PersonalKeys.LONGEST) {
      lacks.add("werkplek-gesprek.fout.tekenen.kort");
    }
    if (!phrase.equals(asked.one("nog-eens"))) {
      lacks.add("werkplek-gesprek.fout.tekenen.anders");
    }
    if (!lacks.isEmpty()) {
      return page(who, "", lacks, List.of()).again();
    }
    var key = keys.make(Who.of(who), phrase);
    var content = JsonNodeFactory.instance.objectNode();
    content.put("persoon", who.pseudonym()).put("functie", function);
    content.put("bewijs", Statement.sign(key, SignedAgreement.KEY_TYP, shown(who, key)));
    content.put(MAKER, who.function()).putArray("bevestigdDoor");
    var code = waiting.leave(Who.of(who), KEY, content);
    return done("werkplek-gesprek.sleutel", code);
  }

  private static ObjectNode shown(Worker who, ECKey key) {
    var claims = claims(who);
    claims
        .putObject("sleutel")
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("x", key.getX().toString())
        .put("y", key.getY().toString());
    return claims;
  }

  /// What one who stands for a key reads first.
  static View.Shown vouching(String code, Left left) {
    var content = left.content();
    var maker = content.path(MAKER).asText();
    var model = new Vouching(code, maker, content.path("functie").asText());
    return new View.Shown("werkplek/gesprek-instaan", model, AskPages.TITLE);
  }

  /// The first of the two hands it on; with the second it goes to Sluis. Neither is who signs.
  private View vouch(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var self = Who.of(who);
    var code = asked.one("code");
    var seen = waiting.look(self, code).filter(left -> mayVouch(who, left));
    if (seen.isEmpty() || waiting.take(self, code).isEmpty()) {
      return ColleaguePages.code("werkplek-gesprek.fout.meetekencode").again();
    }
    var content = seen.get().content();
    var confirmed = content.withArray("/bevestigdDoor");
    confirmed.addObject().put("id", who.pseudonym()).put("functie", who.function());
    if (confirmed.size() < 2) {
      return done("werkplek-gesprek.instaan-verder", waiting.leave(self, KEY, content));
    }
    var until = who.at().line().clock().instant().atZone(Age.CALENDAR).plusYears(YEARS);
    content.remove(MAKER);
    content.put("geldigTot", until.minusDays(1).toInstant().toString());
    content.set("namens", AskForm.party(who.at().party()));
    Line.answered(who.at().line().post("/v1/ondertekenaars", content));
    return done("werkplek-gesprek.instaan-klaar", "");
  }

  private static boolean mayVouch(Worker who, Left left) {
    if (!left.kind().equals(KEY)
        || left.content().path("persoon").asText().equals(who.pseudonym())) {
      return false;
    }
    for (JsonNode one : left.content().path("bevestigdDoor")) {
      if (one.path("id").asText().equals(who.pseudonym())) {
        return false;
      }
    }
    return true;
  }
}
