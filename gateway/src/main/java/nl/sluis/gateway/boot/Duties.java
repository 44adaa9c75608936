package nl.sluis.gateway.boot;

import java.util.List;
import javax.sql.DataSource;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.Requests;
import nl.sluis.consent.notice.Asking;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.acuut.UnconfirmedReports;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.AfterGezag;
import nl.sluis.gateway.desk.Lapses;
import nl.sluis.gateway.desk.LateNotices;
import nl.sluis.gateway.desk.RestedQuestions;
import nl.sluis.gateway.evaluatie.AskAfterHelp;
import nl.sluis.gateway.onderzoek.InquiryTable;
import nl.sluis.gateway.onderzoek.OpenInquiries;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.stopbericht.OverdueStops;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.taak.Appointments;
import nl.sluis.gateway.taak.OverdueTasks;
import nl.sluis.gateway.taak.Tasks;

/// What time does by itself, besides parcels: in the order in which it is done.
final class Duties {
  private Duties() {}

  static List<Duty> of(
      String region,
      PersonSeal seal,
      DataSource database,
      Sequencer sequencer,
      CurrentLaw law,
      Tasks tasks,
      Safety safety,
      StopTable stops,
      AfterGezag afterGezag) {
    var parameters = ConsentParameters.strict();
    var consents = new ConsentDesk(region, seal, parameters);
    var notices = new Notices(region, seal, parameters);
    return List.of(
        new Appointments(
            new Agenda(region),
            new Lapses(region, seal, law, tasks, parameters),
            afterGezag,
            tasks,
            database,
            sequencer),
        new AskAfterHelp(region, database, sequencer, law, seal),
        new OpenInquiries(new InquiryTable(region), database, law, tasks, sequencer),
        new OverdueTasks(tasks, database, sequencer),
        new UnconfirmedReports(safety.reports(), database, sequencer),
        new LateNotices(notices, tasks, database, sequencer),
        new RestedQuestions(
            new Requests(region, seal, consents), new Asking(notices), database, sequencer),
        new OverdueStops(database, stops, consents, tasks, law, sequencer));
  }
}
