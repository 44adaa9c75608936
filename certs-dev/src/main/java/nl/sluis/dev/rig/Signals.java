package nl.sluis.dev.rig;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
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

/// A school and the CJG that speak about invented children by rule X02, with consent of both
/// parents.
///
/// May be shared between threads.
public final class Signals {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final String PURPOSE = "signaal-bespreken-cjg";
  private static final List<String> PARENTS = List.of("moeder", "vader");
  private static final Duration TERM = Duration.ofMinutes(55);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String HASH = "sha256:" + "0123456789abcdef".repeat(4);
  private static final String WORRY =
      "Het kind komt vaak te laat, is stil in de klas en heeft de laatste weken geen eten mee. "
          + "De leerkracht maakt zich zorgen en wil samen kijken wat dit gezin kan helpen. ";

  private final DevSite site;
  private final DevSite.Identity school;
  private final DevSite.Identity cjg;
  private final MessageBuilder builder;
  private final ECKey sealedFor;

  /// Registers both parties at the site, so that a gateway that starts later knows them.
  public Signals(Rig rig) {
    this(rig.site(), SigningKeys.of(List.of(rig.bindingKey())));
  }

  /// @param bindingKeys what the school knows of the keys of Sluis; asked at the first message
  public Signals(DevSite site, SigningKeys<ECKey> bindingKeys) {
    this.site = site;
    this.school = site.identity(SCHOOL, "De Duinpieper", true);
    this.cjg = site.identity(CJG, "CJG Kennemerland", true);
    this.sealedFor = cjg.encryption();
    this.builder =
        new MessageBuilder(
            SCHOOL, school.signing(), DevSettings.SLUIS, bindingKeys, site.random(), site.clock());
  }

  /// The school.
  public DevSite.Identity school() {
    return school;
  }

  /// The CJG.
  public DevSite.Identity cjg() {
    return cjg;
  }

  /// Puts the key for which the school seals in the directory; the CJG itself calls.
  public void publishKey(Caller caller) {
    var seen = caller.post("/v1/encryptiesleutels", "application/jwt", encryptionKey()).join();
    if (seen.status() != 201) {
      throw new IllegalStateException("no key in the directory: " + seen);
    }
  }

  /// What the CJG says of the key for which others seal, signed now.
  public byte[] encryptionKey() {
    return KeyStatement.of(cjg, site.clock().instant());
  }

  /// Who has gezag over this child.
  public String family(String child) {
    return family(about(child, "school-administratie"), today());
  }

  /// The same in the words of whoever tells it.
  ///
  /// @param body for whom it is told, and about which child
  public static String family(ObjectNode body, LocalDate today) {
    body.put("geboortedatum", today.minusYears(9).minusDays(40).toString());
    var custody = body.putObject("gezag");
    custody.put("situatie", "gezamenlijk-gescheiden").put("bron", "gezagsregister");
    custody.put("geldigVanaf", today.minusYears(1).toString());
    custody.put("verkregenOp", today.toString());
    var holders = custody.putArray("houders");
    for (var person : PARENTS) {
      holders.addObject().put("persoon", person).put("hoedanigheid", "ouder-gezag");
    }
    body.putObject("gemeente")
        .put("naam", "Haarlem")
        .put("geldigVanaf", today.minusYears(1).toString());
    return body.toString();
  }

  /// Both parents say yes.
  public String consent(String child) {
    return consent(child, false, "gegeven", "gegeven");
  }

  /// What mother says, and father when he is there, for one time or until the term is over.
  public String consent(String child, boolean oneOff, String... said) {
    var body = about(child, "school-ib");
    body.put("doel", PURPOSE);
    body.set("van", party(SCHOOL, "school-ib"));
    body.set("aan", party(CJG, "cjg-coach"));
    body.putArray("categorieen").add("K01").add("K05").add("K09");
    body.put("juridischeFunctie", "doorbreking-geheimhouding");
    body.put("geldigTot", today().plusMonths(5).toString()).put("eenmalig", oneOff);
    body.putObject("tekst").put("versie", "nl-b1-1").put("hash", HASH).put("taal", "nl");
    var statements = body.putArray("verklaringen");
    for (int i = 0; i < said.length; i++) {
      statement(statements.addObject(), PARENTS.get(i), said[i]);
    }
    return body.toString();
  }

  private void statement(ObjectNode statement, String person, String said) {
    statement.put("persoon", person).put("uitspraak", said).put("kanaal", "papier");
    statement.put("tijdstip", site.clock().instant().toString());
    statement.put("gevolgenVanNeeUitgelegd", true).put("intrekkenUitgelegd", true);
    var proof = statement.putObject("bewijs");
    proof.putObject("vastgelegdDoor").put("id", "med-77").put("functie", "intern begeleider");
    proof.putObject("tweedePersoon").put("id", "med-78").put("functie", "leerkracht");
    proof.put("gevraagd", "Mag de school dit delen?").put("aanwezig", person);
    proof.put("documentHash", HASH);
  }

  /// Mother takes her yes back.
  public String withdrawal() {
    var body = JSON.objectNode();
    body.set("namens", party(SCHOOL, "school-ib"));
    body.put("persoon", "moeder").put("kanaal", "mondeling");
    body.put("tijdstip", site.clock().instant().toString());
    return body.toString();
  }

  /// A signed message about this child: two categories that are read and one that is sealed.
  public Sent message(String child) {
    return message(child, builder, sealedFor);
  }

  /// The same, signed by whoever this makes messages for, and sealed for this key of the CJG.
  public Sent message(String child, MessageBuilder by, ECKey seal) {
    return by.draft(
            new Purpose(PURPOSE),
            new PartyRole(SCHOOL, Role.of("school-ib").orElseThrow()),
            new PartyRole(CJG, Role.of("cjg-coach").orElseThrow()))
        .validFor(TERM)
        .subject(ReferenceKind.EIGEN_KENMERK, child)
        .acting("med-77", "intern begeleider")
        .condition(
            "besproken-met-ouders",
            Map.of(
                "datum", today().minusDays(3).toString(), "door", "med-77", "uitkomst", "akkoord"))
        .category(
            DataCategory.K01,
            JSON.objectNode()
                .put("voornamen", "Sami")
                .put("achternaam", "Voorbeeld")
                .put("geboortedatum", "2017-10-14"))
        .category(DataCategory.K05, JSON.objectNode().put("school", "De Duinpieper"))
        .sealed(DataCategory.K09, JSON.objectNode().put("zorg", WORRY), seal)
        .sign();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(site.clock().instant(), Age.CALENDAR);
  }

  private static ObjectNode about(String child, String role) {
    var body = JSON.objectNode();
    body.set("namens", party(SCHOOL, role));
    body.putObject("betrokkene").put("soort", "eigen-kenmerk").put("waarde", child);
    return body;
  }

  private static ObjectNode party(Oin oin, String role) {
    return JSON.objectNode().put("oin", oin.value()).put("rol", role);
  }
}
