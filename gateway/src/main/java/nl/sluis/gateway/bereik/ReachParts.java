package nl.sluis.gateway.bereik;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.desk.Places;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Texts;

/// What belongs to telling people that something lies ready: the page, and what time does by
/// itself.
///
/// Without a mail server or an address where people log in no mail goes, and nobody can choose it.
///
/// @param seal seals addresses, and opens what singles a person out
/// @param references makes codes
/// @param tasks of who must reach somebody otherwise
/// @param line where mail leaves; empty when none does
/// @param portal where people log in; empty when they cannot
public record ReachParts(
    String region,
    DataSource database,
    Sequencer sequencer,
    Places places,
    PersonSeal seal,
    SubjectReference references,
    Tasks tasks,
    Optional<MailLine> line,
    Optional<URI> portal) {

  /// Where people choose.
  public PageRoutes pages() {
    boolean mail = line.isPresent() && portal.isPresent();
    return new ReachPages(
        new OwnReach(region, database, sequencer, places, seal, references, mail));
  }

  /// Tells people, and counts whom it could not tell.
  public Duty duty() {
    var notices = new Notices(region, seal, ConsentParameters.strict());
    var duties = new ArrayList<Duty>();
    if (line.isPresent() && portal.isPresent()) {
      duties.addAll(mail(notices, line.get(), portal.get()));
    }
    duties.add(new Unreached(database, sequencer, notices, tasks, region));
    return now -> {
      int done = 0;
      for (var duty : duties) {
        done += duty.run(now);
      }
      return done;
    };
  }

  private List<Duty> mail(Notices notices, MailLine to, URI at) {
    var unread = new Unread(places, notices);
    var mails = new MailTable(region);
    var tables = new SendMail.Tables(mails, new ChannelTable(region), seal);
    var texts = new MailTexts(Texts.ofThisRelease(), references, at);
    return List.of(
        new DailyMail(database, sequencer, mails, unread, to.hours()),
        new SendMail(database, sequencer, tables, unread, to, texts));
  }
}
