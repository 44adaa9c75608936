package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.sluis.gateway.convenant.ConvenantTable;
import nl.sluis.gateway.convenant.Convenanten;
import nl.sluis.gateway.convenant.SignatureDesk;
import nl.sluis.gateway.convenant.SignatureDesk.Signed;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Lineage;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.convenant.Speaking.Standing;
import nl.sluis.policies.convenant.Unsigned;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// The versions of the convenanten, who signed them, and the signing itself.
final class ConvenantEndpoints {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Sequencer sequencer;
  private final Convenanten convenanten;
  private final ConvenantTable table;
  private final SignatureDesk signatures;
  private final DataSource database;

  ConvenantEndpoints(
      Sequencer sequencer,
      Convenanten convenanten,
      ConvenantTable table,
      SignatureDesk signatures,
      DataSource database) {
    this.sequencer = sequencer;
    this.convenanten = convenanten;
    this.table = table;
    this.signatures = signatures;
    this.database = database;
  }

  /// Every version, whether it runs here, and which of its rules wait for a lawyer; and what lies
  /// here without being used, with the reasons.
  Reply list(Authenticated partner, Request request) {
    var body = JSON.objectNode();
    var list = body.putArray("convenanten");
    var law = convenanten.law().now();
    var inForce =
        law.inForce(request.at()).stream().map(Convenant::digest).collect(Collectors.toSet());
    for (var lineage : law.shelf().lineages()) {
      for (var version : lineage.versions()) {
        var item = list.addObject();
        head(item, version);
        item.put("titel", version.title());
        item.put("geldigVan", version.validFrom().toString());
        item.put("geldigTot", version.validUntil().toString());
        lineage.followedOn(version).ifPresent(day -> item.put("opgevolgdOp", day.toString()));
        item.put("inGebruik", law.counts(version) && inForce.contains(version.digest()));
        var undecided = item.putArray("nietBesloten");
        for (var rule : version.rules()) {
          var points = version.undecided(rule);
          if (!points.isEmpty()) {
            var waits = undecided.addObject().put("regel", rule.id()).putArray("punten");
            points.forEach(point -> waits.add(point.id()));
          }
        }
      }
    }
    var notUsed = body.putArray("nietGebruikt");
    for (var text : convenanten.notUsed()) {
      var item = notUsed.addObject().put("id", text.id()).put("versie", text.version());
      item.put("digest", text.digest()).put("wat", text.what());
      text.why().forEach(item.putArray("want")::add);
    }
    return Reply.json(200, body);
  }

  /// Who signed this version, who did not, and what that means for each.
  Reply signatures(Authenticated partner, Request request) throws SQLException {
    var law = convenanten.law().now();
    var id = request.path().getOrDefault("id", "");
    var version = law.shelf().lineage(id).flatMap(l -> find(l, request));
    var lineage = law.counted().lineage(id).or(() -> law.shelf().lineage(id));
    if (lineage.isEmpty() || version.isEmpty()) {
      return Problem.notThere();
    }
    var given = given(version.get());
    var body = JSON.objectNode();
    head(body, version.get());
    var unsigned = law.counted().unsigned(request.at());
    var list = body.putArray("partijen");
    version.get().parties().values().stream()
        .sorted(Comparator.comparing(party -> party.oin().value()))
        .forEach(
            party -> {
              var item = list.addObject();
              tell(item, party, lineage.get(), version.get(), given, request);
              tellStops(item, party, version.get(), unsigned);
            });
    return Reply.json(200, body);
  }

  private static Optional<Convenant> find(Lineage lineage, Request request) {
    return lineage.versions().stream()
        .filter(v -> v.version().equals(request.path().getOrDefault("versie", "")))
        .findFirst();
  }

  private Map<Oin, ConvenantTable.Given> given(Convenant version) throws SQLException {
    try (var connection = database.getConnection()) {
      return table.signatures(connection).stream()
          .filter(g -> g.signature().digest().equals(version.digest()))
          .collect(Collectors.toMap(g -> g.signature().by(), Function.identity()));
    }
  }

  private static void tell(
      ObjectNode item,
      Party party,
      Lineage lineage,
      Convenant version,
      Map<Oin, ConvenantTable.Given> given,
      Request request) {
    var day = request.at().atZone(Age.CALENDAR).toLocalDate();
    var signed =
        Optional.ofNullable(given.get(party.oin()))
            .or(() -> Optional.ofNullable(given.get(party.signatoryOn(day))));
    item.put("oin", party.oin().value()).put("naam", party.name());
    item.put("gebonden", party.isBoundOn(day));
    item.put("ondertekend", signed.isPresent());
    signed.ifPresent(
        g -> {
          item.put("door", g.signature().by().value());
          item.put("op", g.signature().at().toString());
          item.put("verklaring", g.jws());
        });
    if (version.status() == Convenant.Status.VOORBEELD) {
      item.put("gevolg", "Dit is een voorbeeld: het loopt zonder handtekening, en nooit echt.");
    } else {
      item.put(
          "gevolg", meaning(lineage.between(party.oin(), party.oin(), request.at()).standing()));
    }
  }

  /// Which rules wait for this signature, and which the law carries all the same.
  private static void tellStops(
      ObjectNode item, Party party, Convenant version, List<Unsigned> unsigned) {
    for (var one : unsigned) {
      if (one.version().digest().equals(version.digest())
          && one.party().oin().equals(party.oin())) {
        one.until().ifPresent(day -> item.put("vorigeVersieTot", day.toString()));
        var stops = item.putArray("staatStil");
        one.stops().forEach(rule -> stops.add(rule.id()));
        var goesOn = item.putArray("gaatDoor");
        one.goesOn().forEach(rule -> goesOn.add(rule.id()));
      }
    }
  }

  private static String meaning(Standing standing) {
    return switch (standing) {
      case GELDIG -> "De geldende versie bindt deze partij.";
      case OVERGANG ->
          "Deze partij werkt tijdelijk nog met de vorige versie; daarna stoppen toestemming en"
              + " convenant.";
      case VERLOPEN, INGEHAALD ->
          "Alleen wat de wet zonder convenant draagt gaat met deze partij nog door, gemarkeerd.";
      case NOOIT_GETEKEND -> "Met deze partij gaat niets op grond van dit convenant.";
      case NOG_NIET -> "Deze versie is nog niet ingegaan.";
    };
  }

  /// Signs.
  Reply sign(Authenticated partner, Request request) throws SQLException {
    var work =
        signatures.sign(
            partner.peer().oin(),
            request.path().getOrDefault("id", ""),
            request.path().getOrDefault("versie", ""),
            new String(request.body(), StandardCharsets.US_ASCII));
    var signed = Door.await(sequencer.submit(work));
    try (var connection = database.getConnection()) {
      convenanten.refresh(connection);
    }
    return switch (signed) {
      case Signed.Kept(Oin by, String receipt) ->
          Reply.json(
              201, JSON.objectNode().put("partij", by.value()).put("ontvangstbewijs", receipt));
      case Signed.Already(Oin by) -> Reply.json(200, JSON.objectNode().put("partij", by.value()));
      case Signed.Wrong(String sentence) -> Problem.statement(sentence);
      case Signed.NotThere() -> Problem.notThere();
    };
  }

  private static void head(ObjectNode item, Convenant version) {
    item.put("id", version.id()).put("versie", version.version());
    item.put("digest", version.digest());
    item.put("status", version.status().name().toLowerCase(java.util.Locale.ROOT));
  }
}
