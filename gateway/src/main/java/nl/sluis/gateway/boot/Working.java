package nl.sluis.gateway.boot;

import java.util.List;
import java.util.UUID;
import nl.sluis.gateway.desk.ByTwo;
import nl.sluis.gateway.desk.ReviewByTwo;
import nl.sluis.gateway.desk.ReviewDesk;
import nl.sluis.gateway.desk.TaskByTwo;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.verzoek.AnswerByTwo;
import nl.sluis.gateway.werklijst.Desk;
import nl.sluis.gateway.werklijst.Ending;
import nl.sluis.gateway.werklijst.Witnessed;
import nl.sluis.gateway.werklijst.WorkList;
import nl.sluis.gateway.werklijst.WorkPages;

/// The work list of officers, joined to what is behind it.
final class Working {
  private Working() {}

  /// What an officer finds at `/toezicht/werk`.
  static OfficerPart pages(Desks on) {
    var seal = new FactSeal(on.vault(), on.random());
    var two =
        new ByTwo(
            on.region(),
            on.database(),
            on.adopting().seconds(),
            seal,
            on.tasks(),
            UUID::randomUUID);
    var reviews =
        new ReviewDesk(
            on.region(),
            on.database(),
            on.safety().reviews(),
            on.facts(),
            on.references(),
            on.safety().corrections(),
            on.adopting().seconds());
    var tasks = on.taskDesk();
    var rights = on.rights().desk(on.mandates(), on.safety().recipients());
    return new WorkPages(
        new Desk(
            list(on),
            tasks,
            new TaskByTwo(tasks, two),
            new ReviewByTwo(reviews, on.region(), on.database(), two),
            rights,
            new AnswerByTwo(rights, two),
            two,
            on.safety().family(),
            on.law(),
            on.sequencer()));
  }

  private static WorkList list(Desks on) {
    var witnesses = on.settings().witnesses();
    return new WorkList(
        on.region(),
        on.database(),
        List.of(
            new Ending(on.law()),
            new Witnessed(
                on.region(),
                on.database(),
                witnesses.lines().stream().map(WitnessLine::name).toList(),
                witnesses.silence())));
  }
}
