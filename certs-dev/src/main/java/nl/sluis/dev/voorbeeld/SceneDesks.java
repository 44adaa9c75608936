package nl.sluis.dev.voorbeeld;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// The desks of a story, each started when somebody first sits down there, with the keys and the
/// certificate that the partner of that name has too. Used by one thread.
final class SceneDesks implements AutoCloseable {
  private final Scene scene;
  private final Map<String, Seat> seats = new LinkedHashMap<>();

  /// A desk, and who is there.
  private record Seat(DevWorkplace desk, DevWorker worker, WorkVisit visit) {}

  SceneDesks(Scene scene) {
    this.scene = scene;
  }

  /// Somebody with this word and function who is logged in for this party, surely enough for
  /// everything.
  WorkVisit at(PartyAs who, DeskAction.Acting acting) {
    var seat = seats.computeIfAbsent(who + " " + acting, _ -> sitDown(who, acting));
    if (seat.visit().token().isEmpty()) {
      // The story went on while nobody touched the keys, and that ended the session.
      seat.visit().enter(seat.worker());
    }
    return seat.visit();
  }

  private Seat sitDown(PartyAs who, DeskAction.Acting acting) {
    var partner = scene.partner(who.party());
    var role = Role.of(who.role()).orElseThrow();
    var worker =
        new DevWorker(
            acting.function() + " van " + who.party(),
            TestBsn.next(),
            acting.id(),
            new PartyRole(partner.oin(), role),
            partner.name(),
            List.of(DevWorker.Function.of(acting.function())));
    var desk = DevWorkplace.start(scene.gateway(), List.of(worker));
    return new Seat(desk, worker, desk.visit(worker));
  }

  @Override
  public void close() {
    for (var seat : seats.values()) {
      seat.visit().close();
      seat.desk().close();
    }
    seats.clear();
  }
}
