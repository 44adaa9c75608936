package nl.sluis.dev.voorbeeld;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// A coach of the CJG who asks after a child without what the family would have to say yes to: it
/// goes nowhere, and there is a row of it.
final class Coach {
  /// Where the coach works.
  static final Oin CJG = new Oin("00000099000000101000");

  private static final Oin GGD = new Oin("00000099000000301000");
  private static final Purpose PURPOSE = new Purpose("kernteam-casusoverleg");
  private static final PartyRole COACH = new PartyRole(CJG, Role.CJG_COACH);
  private static final PartyRole DOCTOR = new PartyRole(GGD, Role.GGD_JEUGDARTS);

  private Coach() {}

  /// Asks, ten minutes after one another.
  ///
  /// @param who the word of the CJG for this coach
  /// @param child its reference for the child
  /// @return the last answer
  static Answer asks(DevGateway gateway, String who, String child, int times) {
    var day = LocalDate.ofInstant(gateway.clock().instant(), Age.CALENDAR);
    var content =
        new StandardContent(gateway.convenant(), day, "Kind")
            .of(gateway.convenant().rule(PURPOSE, COACH, DOCTOR), DataCategory.K01);
    @Nullable Answer last = null;
    try (var cjg = gateway.partner(CJG, "cjg")) {
      for (int i = 0; i < times; i++) {
        gateway.moveClock(gateway.clock().instant().plus(Duration.ofMinutes(10)));
        cjg.freshToken();
        var sent =
            cjg.messages()
                .draft(PURPOSE, COACH, DOCTOR)
                .subject(ReferenceKind.EIGEN_KENMERK, child)
                .acting(who, "coach")
                .disclose(DataCategory.K01.name(), content)
                .sign();
        last = cjg.sendMessage(sent.text(), cjg.token());
      }
    }
    return Objects.requireNonNull(last, "asked at least once");
  }
}
