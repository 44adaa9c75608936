package nl.sluis.gateway.beeld;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.policies.convenant.Convenant;

/// What the convenanten say, who signed them, what a version changes, and what a party has against
/// it; for who answers for a party and for who looks after the convenant. About no real child. May
/// be shared between threads.
public final class ConvenantPages implements OfficerPart {
  private static final String PATH = "/toezicht/convenant";
  private static final String ONE = PATH + "/:naam/:versie";
  private static final String TITLE = "toezicht-beeld.titel";
  private static final List<String> FIELDS =
      List.of("doel", "van", "aan", "leeftijd", "toestemming");
  private static final Set<Duty> MAY = Set.of(Duty.PRIVACY_OFFICER, Duty.CONVENANTBEHEERDER);

  private final ConvenantDesk desk;
  private final Sequencer sequencer;

  /// @param desk knows what they say
  /// @param sequencer writes down an objection
  public ConvenantPages(ConvenantDesk desk, Sequencer sequencer) {
    this.desk = desk;
    this.sequencer = sequencer;
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(PATH, MAY, (officer, asked) -> page("versies", desk.shelf(officer, asked.at())));
    routes.get(
        ONE,
        MAY,
        (officer, asked) -> of(asked, one -> page("versie", desk.look(one, officer, asked.at()))));
    routes.get(
        ONE + "/matrix", MAY, (_, asked) -> of(asked, one -> page("matrix", desk.matrix(one))));
    routes.get(
        ONE + "/voorbeelden",
        MAY,
        (_, asked) -> of(asked, one -> page("voorbeelden", desk.examples(one))));
    routes.get(
        ONE + "/verschil",
        MAY,
        (_, asked) -> of(asked, one -> page("verschil", desk.changes(one))));
    routes.get(
        ONE + "/leg-uit", MAY, (_, asked) -> of(asked, one -> page("leg-uit", desk.question(one))));
    routes.post(ONE + "/leg-uit", MAY, (_, asked) -> of(asked, one -> explained(one, asked)));
    routes.post(
        ONE + "/bezwaar",
        Set.of(Duty.PRIVACY_OFFICER),
        (officer, asked) -> of(asked, one -> object(one, officer, asked)));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(PATH, "toezicht-beeld.convenant.kop", MAY));
  }

  private interface Of {
    View answer(Convenant one) throws InputFault, SQLException;
  }

  private View of(Asked asked, Of page) throws InputFault, SQLException {
    var one =
        desk.version(
            asked.path().getOrDefault("naam", ""), asked.path().getOrDefault("versie", ""));
    return one.isPresent() ? page.answer(one.get()) : new View.Gone();
  }

  private static View page(String template, Object model) {
    return new View.Shown("toezicht/convenant-" + template, model, TITLE);
  }

  private View explained(Convenant one, Asked asked) throws InputFault {
    var chosen = new HashMap<String, String>();
    for (var field : FIELDS) {
      chosen.put(field, asked.one(field));
    }
    var filled =
        new ConvenantDesk.Filled(
            chosen, Set.copyOf(asked.many("categorie")), Set.copyOf(asked.many("voorwaarde")));
    var model = desk.explain(one, filled);
    var shown = new View.Shown("toezicht/convenant-leg-uit", model, TITLE);
    return model.faults().isEmpty() ? shown : shown.again();
  }

  private View object(Convenant one, Officer officer, Asked asked) throws InputFault {
    Optional<Objections.Ground> ground = Objections.Ground.of(asked.one("grond"));
    if (ground.isEmpty() || !desk.mayObject(one, officer)) {
      return new View.Gone();
    }
    var _ = sequencer.submit(desk.objections().object(officer, one, ground.get())).join();
    return new View.Moved(PATH + "/" + one.id() + "/" + one.version());
  }
}
