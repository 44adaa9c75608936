package nl.sluis.dev.wissel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.Doorway;
import nl.sluis.dev.partner.SimulatedBrowser;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.boot.OwnKeys;
import nl.sluis.gateway.client.Distrusted;
import nl.sluis.gateway.client.LogWatch;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.OpenLog;
import nl.sluis.gateway.keys.KeyUse;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.logbook.LogKey;

/// The turns of the keys in the vault of Sluis: the one that wraps all others, the one that signs
/// the logbook, and those with which it signs anything else. Used by one thread.
final class KeyTurns {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stage stage;
  private final Signals signals;
  private final PartnerSystem school;
  private final PartnerSystem cjg;
  private final BothWays traffic;
  private final Published published;
  private final LogKey firstLogKey;
  private final ECKey firstBinding;
  private final String somebody;

  /// @param somebody the number of who logs in
  KeyTurns(
      Stage stage,
      Signals signals,
      PartnerSystem school,
      PartnerSystem cjg,
      BothWays traffic,
      String somebody) {
    this.stage = stage;
    this.signals = signals;
    this.school = school;
    this.cjg = cjg;
    this.traffic = traffic;
    this.published = new Published(school);
    this.firstLogKey = LogKey.of(DevSettings.ORIGIN, stage.site().keys().logKey());
    this.firstBinding = stage.rig().bindingKey();
    this.somebody = somebody;
  }

  /// All keys are wrapped anew, and the older wrapping key is destroyed.
  String wrapping() {
    stage.types("wissel", "hoofdsleutel");
    var said = new ArrayList<String>();
    Stage.until("de vorige hoofdsleutel weg", () -> retired(said));
    Stage.require("een nieuw kind over beide gateways", newChild("na-de-hoofdsleutel"));
    return "alles opnieuw ingepakt, " + said.getLast().strip();
  }

  /// A gateway that had just read the name of the older one may wrap one more key with it: then it
  /// is typed again, as the manual says.
  private boolean retired(List<String> said) {
    try {
      said.add(stage.types("opruimen", "hoofdsleutel"));
      return !said.getLast().startsWith("0 ");
    } catch (IllegalStateException _) {
      stage.types("wissel", "hoofdsleutel");
      return false;
    }
  }

  /// Somebody of whom there was no key yet.
  private boolean newChild(String child) {
    var family = school.at(0).file("/v1/gezinsfeiten", signals.family(child)).join();
    var consent = school.at(1).file("/v1/toestemmingen", signals.consent(child)).join();
    return family.status() == 201
        && consent.status() == 201
        && traffic.whole(child, 0)
        && traffic.whole(child, 1);
  }

  /// A next key signs the logbook beside the first, and then alone.
  String logbook() {
    try (var log = log()) {
      stage.types("wissel", "logboek");
      Stage.until("twee handtekeningen", () -> signatures(log) == 2);
      stage.types("opruimen", "logboek");
      Stage.until("alleen nog de nieuwe", () -> signatures(log) == 1);
      follows(log);
      return "eerst twee handtekeningen, daarna alleen de nieuwe; wie de eerste kent volgt vanzelf";
    }
  }

  private OpenLog log() {
    var people = stage.people().getFirst();
    return stage
        .site()
        .publicLog(
            new Doorway(
                people, people, DevSettings.ISSUER, DevSettings.SLUIS, List.of(firstBinding)));
  }

  private static long signatures(OpenLog log) {
    try {
      return log.newest().orElse("").lines().filter(line -> line.startsWith("— ")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A partner that was told of the first key alone believes what the newest signs.
  private void follows(OpenLog log) {
    try {
      var _ = new LogWatch(stage.rig().folder().resolve("gezien"), firstLogKey, log).look();
    } catch (Distrusted e) {
      throw new IllegalStateException("een partner gelooft het logboek niet: " + e.cause(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Next keys for every other use are made known, and sign nothing yet.
  String announce() {
    for (var use : KeyUse.values()) {
      stage.types("wissel", use.word());
    }
    Stage.until("elke volgende op beide gateways", () -> published.areKnown(2));
    Stage.require(
        "er tekent nog niemand mee", kidsOfTokens().equals(List.of(kid(KeyUse.TOKEN, 1))));
    return "vijf volgende sleutels bekend op beide gateways, nog niet in gebruik";
  }

  /// What is said of the keys of Sluis.
  Published published() {
    return published;
  }

  /// Tokens are signed with the next key, and those of the first count to their end.
  String tokens() {
    var next = kid(KeyUse.TOKEN, 2);
    Stage.require(
        "het verkeer begon met een token van de vorige",
        kidOf(school.at(0).token()).equals(kid(KeyUse.TOKEN, 1)));
    Stage.until("tokens van de volgende", () -> kidsOfTokens().equals(List.of(next)));
    Stage.require(
        "een token van de vorige telt tot zijn eind",
        school.at(1).get("/v1/aansluiting").join().status() == 200);
    return "beide gateways tekenen met de nieuwe; tokens van de vorige gelden hun tien minuten uit";
  }

  /// The names of the keys that sign tokens now, at both gateways; one when they agree.
  private List<String> kidsOfTokens() {
    var fresh = new ArrayList<String>();
    try (var one = new PartnerSystem(stage.rig(), school.identity(), stage.partnerPorts())) {
      for (int gateway = 0; gateway < 2; gateway++) {
        fresh.add(kidOf(one.at(gateway).token()));
      }
    }
    return fresh.stream().distinct().toList();
  }

  private String kid(KeyUse use, int number) {
    return OwnKeys.published(stage.site().keys(), use, number).getKeyID();
  }

  /// What was said a day ago signs now.
  String day() {
    var binding = kid(KeyUse.BINDING, 2);
    Stage.until("uitreikingen gebonden met de volgende", () -> bound().equals(binding));
    var all = published.daySince();
    Stage.until("elk van de vier is aan de beurt", () -> stage.now().isAfter(all));
    Stage.require("een bewijs van de volgende", receipt().equals(kid(KeyUse.RECEIPT, 2)));
    Stage.require(
        "een stopbericht van de volgende", stopMessage().equals(kid(KeyUse.STATEMENT, 2)));
    Stage.require("aanmelden aan beide gateways", logsIn());
    return "uitreikingen, bewijzen, stopberichten en aanmelden met de nieuwe";
  }

  private String bound() {
    var given = json(traffic.newest()).path("bericht").asText();
    return given.isEmpty() ? "" : kidOf(given.substring(given.lastIndexOf('~') + 1));
  }

  private String receipt() {
    var child = "bewijs-" + stage.now().toEpochMilli();
    var consent = consentOf(child);
    var place = "/v1/toestemmingen/" + consent + "/bewijzen";
    var first = json(school.at(0).get(place).join().body()).at("/bewijzen/0/id").asText();
    return kidOf(school.at(1).get(place + "/" + first).join().body().strip());
  }

  private String consentOf(String child) {
    var family = school.at(0).file("/v1/gezinsfeiten", signals.family(child)).join();
    var consent = school.at(0).file("/v1/toestemmingen", signals.consent(child)).join();
    Stage.require("een gezin erbij", family.status() == 201 && consent.status() == 201);
    return consent.text("id");
  }

  /// Mother takes back what was already given: the receiver is told to stop.
  private String stopMessage() {
    var child = "stop-" + stage.now().toEpochMilli();
    var consent = consentOf(child);
    Stage.require("iets gegeven", traffic.whole(child, 0));
    var taken =
        school
            .at(1)
            .file("/v1/toestemmingen/" + consent + "/intrekkingen", signals.withdrawal())
            .join();
    Stage.require("ingetrokken: " + taken.status(), taken.status() == 201);
    var waiting = json(cjg.at(0).get("/v1/stopberichten?rol=cjg-coach").join().body());
    var id =
        waiting.path("stopberichten").path(waiting.path("stopberichten").size() - 1).path("id");
    var told = cjg.at(1).get("/v1/stopberichten/" + id.asText()).join();
    return kidOf(told.text("stopbericht"));
  }

  /// Whether somebody reaches a page of their own at both gateways.
  boolean logsIn() {
    for (var people : stage.people()) {
      try (var browser = SimulatedBrowser.at(stage.site(), people)) {
        browser.logIn(somebody);
        if (browser.get("/mijn").status() != 200) {
          return false;
        }
      }
    }
    return true;
  }

  /// Nothing new is of the first keys any more.
  String end() {
    for (var use : KeyUse.values()) {
      var said = stage.types("opruimen", use.word());
      Stage.require("het eind van `" + use.word() + "`", said.contains("geldt voor niets nieuws"));
    }
    var old =
        new MessageBuilder(
            school.identity().partner().oin(),
            school.identity().signing(),
            DevSettings.SLUIS,
            SigningKeys.of(List.of(firstBinding)),
            stage.site().random(),
            stage.site().clock());
    // Not before: what is taken in keeps the key that binds it alive.
    Stage.until("beide gateways weten het", () -> published.isEnded(KeyUse.BINDING));
    var message = signals.message("kind-1", old, cjg.identity().encryption()).text();
    Stage.require("de vorige bindsleutel geweigerd", isRefused(message));
    return "een bericht dat de vorige bindsleutel noemt wordt op beide gateways geweigerd";
  }

  private boolean isRefused(String message) {
    for (int gateway = 0; gateway < 2; gateway++) {
      var seen = school.at(gateway).send(message.getBytes(StandardCharsets.US_ASCII)).join();
      if (!seen.body().contains("bindsleutel-onbekend")) {
        return false;
      }
    }
    return true;
  }

  /// The private halves of the first keys are destroyed, and everything goes on.
  String destroy() {
    Stage.require(
        "de vorige logboeksleutel vernietigd",
        stage.types("opruimen", "logboek").contains("1 vorige sleutel(s) vernietigd"));
    for (var use : KeyUse.values()) {
      Stage.require(
          "de vorige sleutel voor `" + use.word() + "` vernietigd",
          stage.types("opruimen", use.word()).contains("1 vorige sleutel(s) vernietigd"));
      Stage.require(
          "één sleutel voor `" + use.word() + "` in de kluis",
          stage.site().keys().signingKeyNumbers(use).equals(List.of(2)));
    }
    Stage.require("aanmelden aan beide gateways", logsIn());
    Stage.require("een nieuw kind over beide gateways", newChild("na-het-vernietigen"));
    Stage.require("tokens op beide gateways", kidsOfTokens().equals(List.of(kid(KeyUse.TOKEN, 2))));
    return "zes geheime helften weg: niemand tekent er ooit nog mee, en alles gaat door";
  }

  private static String kidOf(String jws) {
    try {
      return String.valueOf(JWSObject.parse(jws).getHeader().getKeyID());
    } catch (ParseException e) {
      throw new IllegalStateException("er kwam geen JWS", e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.isEmpty() ? "{}" : text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("er kwam geen JSON", e);
    }
  }
}
