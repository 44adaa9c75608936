package nl.sluis.consent.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import nl.sluis.policies.convenant.ReviewTerms;
import nl.sluis.policies.terms.PartyRole;

/// Shields somebody from a receiver, and lifts that again, as a partner does.
final class Shields {
  private Shields() {}

  static UUID put(Desk desk, UUID child, Voice person, PartyRole from) throws SQLException {
    var label = ((Voice.Labelled) person).label();
    var draft =
        new ShieldDesk.Draft(
            label, from.oin().value(), "professional", "2026-12-22", Desk.by("med-77"));
    var filed =
        desk.locked(
            child,
            tx ->
                new ShieldDesk(Desk.REGION)
                    .shield(tx, child, draft, ReviewTerms.STRICT, Desk.SCHOOL, 1, Desk.NOW));
    assertThat(filed).isInstanceOf(Filed.Done.class);
    return ((Filed.Done) filed).id();
  }

  static void lift(Desk desk, UUID child, UUID shield) throws SQLException {
    var filed =
        desk.locked(
            child,
            tx -> {
              var shields = new ShieldDesk(Desk.REGION);
              var found = shields.find(tx, shield).orElseThrow();
              return shields.lift(tx, found, Desk.by("med-77"), Desk.SCHOOL, Desk.NOW);
            });
    assertThat(filed).isInstanceOf(Filed.Done.class);
  }
}
