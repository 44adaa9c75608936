package nl.sluis.gateway.beeld;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.toezicht.Duty;
import nl.sluis.gateway.toezicht.Officer;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.toezicht.OfficerRoutes;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.View;

/// Whether the logbook is what it was, for who answers for it and for who checks it; the proof that
/// a supervisor takes home; and how it is with partners, who sign what stands in it. May be shared
/// between threads.
public final class IntegrityPages implements OfficerPart {
  private static final String PATH = "/toezicht/integriteit";
  private static final Set<Duty> MAY = Set.of(Duty.PRIVACY_OFFICER, Duty.AUDITOR);

  private final IntegrityDesk desk;
  private final PartnersDesk partners;
  private final Sequencer sequencer;
  private final Looking looking;

  /// @param desk knows how it is with the logbook
  /// @param partners knows how it is with partners
  /// @param sequencer writes down who has it checked and who takes a proof home
  public IntegrityPages(IntegrityDesk desk, PartnersDesk partners, Sequencer sequencer) {
    this.desk = desk;
    this.partners = partners;
    this.sequencer = sequencer;
    this.looking = new Looking(sequencer);
  }

  @Override
  public void add(OfficerRoutes routes) {
    routes.get(PATH, MAY, (_, asked) -> page(asked));
    routes.get(PATH + "/bewijs", MAY, this::bundle);
    routes.post(PATH + "/nakijken", MAY, (officer, _) -> check(officer));
    routes.get(PATH + "/partners", MAY, (_, asked) -> partners(asked));
    routes.get(PATH + "/partners/csv", MAY, (_, asked) -> partnersFile(asked));
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(PATH, "toezicht-beeld.integriteit.kop", MAY));
  }

  private View page(Asked asked) throws SQLException {
    return new View.Shown("toezicht/integriteit", desk.look(asked.at()), "toezicht-beeld.titel");
  }

  /// As the rest of this page about nobody: a look at it is no row.
  private View partners(Asked asked) throws SQLException {
    return new View.Shown("toezicht/partners", partners.look(asked.at()), "toezicht-beeld.titel");
  }

  private View partnersFile(Asked asked) throws SQLException {
    return Csv.file("partners", PartnersDesk.lines(partners.look(asked.at())));
  }

  private View bundle(Officer officer, Asked asked) throws SQLException {
    var bundle = desk.bundle(asked.at());
    if (bundle.isEmpty()) {
      return new View.Gone();
    }
    looking.note(officer, Looking.Act.BEWIJS);
    return new View.Streamed("bewijs-logboek.zip", "application/zip", bundle);
  }

  /// Somebody who asks while a check is going on sees how far that one is.
  private View check(Officer officer) {
    sequencer.submit(desk.begin(officer)).join().ifPresent(desk::start);
    return new View.Moved(PATH);
  }
}
