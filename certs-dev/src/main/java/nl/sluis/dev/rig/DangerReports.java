package nl.sluis.dev.rig;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.gateway.client.Draft;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.Sent;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A school that reports to Veilig Thuis that an invented child is in danger now.
///
/// May be shared between threads.
public final class DangerReports {
  /// Veilig Thuis of the region.
  public static final Oin VEILIG_THUIS = new Oin("00000099000000302000");

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Rig rig;
  private final DevSite.Identity school;
  private final MessageBuilder builder;

  /// @param school who signs and sends
  public DangerReports(Rig rig, DevSite.Identity school) {
    this.rig = rig;
    this.school = school;
    var site = rig.site();
    this.builder =
        new MessageBuilder(
            school.partner().oin(),
            school.signing(),
            rig.sluis(),
            rig.bindingKey(),
            site.random(),
            site.clock());
  }

  /// Opens the door of Veilig Thuis for what this school signs.
  public ReportDoor door() {
    var key = school.signing();
    return new ReportDoor(
        rig.site(),
        VEILIG_THUIS,
        List.of(rig.bindingKey()),
        (oin, kid) ->
            kid.equals(key.getKeyID()) ? Optional.of(key.toPublicJWK()) : Optional.empty());
  }

  /// How Veilig Thuis knows this report, see [ReportDoor#arrived].
  public String key(Sent report) {
    return school.partner().oin() + " " + report.jti();
  }

  /// A report about this child, signed.
  public Sent about(String child) {
    return draft(child, Role.VEILIG_THUIS, VEILIG_THUIS).sign();
  }

  /// The same, to whomever, and still to be signed.
  public Draft draft(String child, Role receiver, Oin to) {
    return builder
        .draft(
            new Purpose("vt-melding"),
            new PartyRole(school.partner().oin(), Role.SCHOOL_IB),
            new PartyRole(to, receiver))
        .subject(ReferenceKind.EIGEN_KENMERK, child)
        .acting("med-77", "leerkracht")
        .category(
            DataCategory.K01,
            JSON.objectNode()
                .put("voornamen", "Sami")
                .put("achternaam", "Voorbeeld")
                .put("geboortedatum", "2017-10-14"))
        .category(DataCategory.K16, signals())
        .meldcode(record());
  }

  private static ObjectNode record() {
    return JSON.objectNode()
        .put("acuut", true)
        .put("melder", "med-77, leerkracht")
        .put("kind", "het kind uit dit bericht")
        .put("feit", "Het kind belde op en huilde; op de achtergrond werd geslagen.")
        .put("gevaar", "Het kind is nu alleen met degene die slaat.")
        .put("gebeld", "ja");
  }

  private ObjectNode signals() {
    var yesterday = LocalDate.ofInstant(rig.site().clock().instant(), Age.CALENDAR).minusDays(1);
    var danger = JSON.objectNode();
    danger
        .putArray("signalen")
        .addObject()
        .put("datum", yesterday.toString())
        .put("feit", "Het kind belde op en huilde.")
        .put("soort", "feit");
    return danger;
  }
}
