package nl.sluis.dev.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Signals;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What one CJG lets many schools know by rule X03: that there is contact with a family, because
/// both parents said yes.
///
/// May be shared between threads.
final class Feedback {
  private static final String PURPOSE = "terugkoppeling-signaal-school";
  private static final Role COACH = Role.of("cjg-coach").orElseThrow();
  private static final Role SCHOOL = Role.of("school-ib").orElseThrow();
  private static final List<String> PARENTS = List.of("moeder", "vader");
  private static final Duration TERM = Duration.ofMinutes(55);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String HASH = "sha256:" + "0123456789abcdef".repeat(4);

  private final DevSite site;
  private final DevSite.Identity cjg;
  private final MessageBuilder builder;

  /// @param cjg who sends
  Feedback(Rig rig, DevSite.Identity cjg) {
    this.site = rig.site();
    this.cjg = cjg;
    this.builder =
        new MessageBuilder(
            oin(),
            cjg.signing(),
            DevSettings.SLUIS,
            SigningKeys.<ECKey>of(List.of(rig.bindingKey())),
            site.random(),
            site.clock());
  }

  private Oin oin() {
    return cjg.partner().oin();
  }

  /// Who sends.
  DevSite.Identity sender() {
    return cjg;
  }

  /// Who has gezag over this child.
  String family(String child) {
    return Signals.family(about(child), today());
  }

  /// Both parents say yes to this school.
  String consent(String child, Oin school) {
    var body = about(child);
    body.put("doel", PURPOSE);
    body.set("van", party(oin(), COACH));
    body.set("aan", party(school, SCHOOL));
    body.putArray("categorieen").add("K01").add("K13");
    body.put("juridischeFunctie", "doorbreking-geheimhouding");
    body.put("geldigTot", today().plusMonths(5).toString()).put("eenmalig", false);
    body.putObject("tekst").put("versie", "nl-b1-1").put("hash", HASH).put("taal", "nl");
    var statements = body.putArray("verklaringen");
    PARENTS.forEach(person -> statement(statements.addObject(), person));
    return body.toString();
  }

  private void statement(ObjectNode statement, String person) {
    statement.put("persoon", person).put("uitspraak", "gegeven").put("kanaal", "papier");
    statement.put("tijdstip", site.clock().instant().toString());
    statement.put("gevolgenVanNeeUitgelegd", true).put("intrekkenUitgelegd", true);
    var proof = statement.putObject("bewijs");
    proof.putObject("vastgelegdDoor").put("id", "med-31").put("functie", "coach");
    proof.putObject("tweedePersoon").put("id", "med-32").put("functie", "coach");
    proof.put("gevraagd", "Mag het CJG dit aan de school vertellen?").put("aanwezig", person);
    proof.put("documentHash", HASH);
  }

  /// Mother takes her yes back.
  String withdrawal() {
    var body = JSON.objectNode();
    body.set("namens", party(oin(), COACH));
    body.put("persoon", "moeder").put("kanaal", "mondeling");
    body.put("tijdstip", site.clock().instant().toString());
    return body.toString();
  }

  /// A signed message about this child for this school.
  Sent message(String child, Oin school) {
    return builder
        .draft(new Purpose(PURPOSE), new PartyRole(oin(), COACH), new PartyRole(school, SCHOOL))
        .validFor(TERM)
        .subject(ReferenceKind.EIGEN_KENMERK, child)
        .acting("med-31", "coach")
        .category(
            DataCategory.K01,
            JSON.objectNode()
                .put("voornamen", "Sami")
                .put("achternaam", "Voorbeeld")
                .put("geboortedatum", "2017-10-14"))
        .category(
            DataCategory.K13,
            JSON.objectNode()
                .put("organisatie", cjg.partner().name())
                .put("contact", "gestart")
                .put("sinds", today().minusDays(2).toString()))
        .sign();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(site.clock().instant(), Age.CALENDAR);
  }

  private ObjectNode about(String child) {
    var body = JSON.objectNode();
    body.set("namens", party(oin(), COACH));
    body.putObject("betrokkene").put("soort", "eigen-kenmerk").put("waarde", child);
    return body;
  }

  private static ObjectNode party(Oin oin, Role role) {
    return JSON.objectNode().put("oin", oin.value()).put("rol", role.code());
  }
}
