package nl.sluis.dev.wissel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What the CJG lets the school know about an invented child, with the consent of its mother (rule
/// X03): the way back. Immutable; may be shared between threads.
///
/// @param cjg who knows the child and sends
/// @param school who receives
record Feedback(Oin cjg, Oin school) {
  private static final String PURPOSE = "terugkoppeling-signaal-school";
  private static final Duration TERM = Duration.ofMinutes(55);
  private static final String HASH = "sha256:" + "0123456789abcdef".repeat(4);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Who has gezag over this child.
  String family(String child, Instant now) {
    var today = LocalDate.ofInstant(now, Age.CALENDAR);
    var body = JSON.objectNode();
    body.set("namens", party(cjg, Role.CJG_COACH));
    body.putObject("betrokkene").put("soort", "eigen-kenmerk").put("waarde", child);
    body.put("geboortedatum", today.minusYears(9).minusDays(40).toString());
    var custody = body.putObject("gezag");
    custody.put("situatie", "eenhoofdig").put("bron", "gezagsregister");
    custody.put("geldigVanaf", today.minusYears(1).toString());
    custody.put("verkregenOp", today.toString());
    custody
        .putArray("houders")
        .addObject()
        .put("persoon", "moeder")
        .put("hoedanigheid", "ouder-gezag");
    body.putObject("gemeente")
        .put("naam", "Haarlem")
        .put("geldigVanaf", today.minusYears(1).toString());
    return body.toString();
  }

  /// Mother says yes.
  String consent(String child, Instant now) {
    var body = JSON.objectNode();
    body.set("namens", party(cjg, Role.CJG_COACH));
    body.putObject("betrokkene").put("soort", "eigen-kenmerk").put("waarde", child);
    body.put("doel", PURPOSE);
    body.set("van", party(cjg, Role.CJG_COACH));
    body.set("aan", party(school, Role.SCHOOL_IB));
    body.putArray("categorieen").add("K01").add("K12").add("K13");
    body.put("juridischeFunctie", "doorbreking-geheimhouding");
    body.put("geldigTot", LocalDate.ofInstant(now, Age.CALENDAR).plusMonths(5).toString());
    body.put("eenmalig", false);
    body.putObject("tekst").put("versie", "nl-b1-1").put("hash", HASH).put("taal", "nl");
    var said = body.putArray("verklaringen").addObject();
    said.put("persoon", "moeder").put("uitspraak", "gegeven").put("kanaal", "papier");
    said.put("tijdstip", now.toString());
    said.put("gevolgenVanNeeUitgelegd", true).put("intrekkenUitgelegd", true);
    var proof = said.putObject("bewijs");
    proof.putObject("vastgelegdDoor").put("id", "med-12").put("functie", "coach");
    proof.putObject("tweedePersoon").put("id", "med-13").put("functie", "coach");
    proof.put("gevraagd", "Mag het CJG dit delen?").put("aanwezig", "moeder");
    proof.put("documentHash", HASH);
    return body.toString();
  }

  /// A signed message about this child.
  String message(String child, MessageBuilder by) {
    var agreed = JSON.objectNode();
    agreed.putArray("afspraken").add("De leerkracht kijkt elke week of het goed gaat.");
    return by.draft(
            new Purpose(PURPOSE),
            new PartyRole(cjg, Role.CJG_COACH),
            new PartyRole(school, Role.SCHOOL_IB))
        .validFor(TERM)
        .subject(ReferenceKind.EIGEN_KENMERK, child)
        .acting("med-12", "coach")
        .category(
            DataCategory.K01,
            JSON.objectNode()
                .put("voornamen", "Noor")
                .put("achternaam", "Voorbeeld")
                .put("geboortedatum", "2017-10-14"))
        .category(DataCategory.K12, agreed)
        .category(
            DataCategory.K13,
            JSON.objectNode().put("organisatie", "CJG Kennemerland").put("contact", "gestart"))
        .sign()
        .text();
  }

  private static ObjectNode party(Oin oin, Role role) {
    return JSON.objectNode().put("oin", oin.value()).put("rol", role.toString());
  }
}
