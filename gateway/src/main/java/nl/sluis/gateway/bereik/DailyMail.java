package nl.sluis.gateway.bereik;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;

/// Looks once a day, at the own minute of each person, whether something lies ready, and then puts
/// one mail in the queue, with its row.
///
/// However much happened, it is one mail; and when nothing did, the day is noted as looked at. May
/// be shared between threads and done by two gateways at once.
final class DailyMail implements Duty {
  private static final int STEP = 100;

  private final DataSource database;
  private final Sequencer sequencer;
  private final MailTable mails;
  private final Unread unread;
  private final Hours hours;

  DailyMail(DataSource database, Sequencer sequencer, MailTable mails, Unread unread, Hours hours) {
    this.database = database;
    this.sequencer = sequencer;
    this.mails = mails;
    this.unread = unread;
    this.hours = hours;
  }

  @Override
  public int run(Instant now) throws SQLException {
    if (!hours.isOpen(now)) {
      return 0;
    }
    var telling = new ArrayList<Work<Boolean>>();
    int looked = 0;
    try (var tx = database.getConnection()) {
      for (var person : mails.toLookAt(tx, hours, now, STEP)) {
        var subject = unread.at(tx, person.who(), person.own(), mails.last(tx, person.who()), now);
        if (subject.isPresent()) {
          telling.add(new Telling(mail(person, subject.get(), now)));
        } else {
          looked += mails.looked(tx, mail(person, person.subject(), now)) ? 1 : 0;
        }
      }
    }
    return looked + sequencer.all(telling);
  }

  private static Mail mail(MailTable.Person person, UUID subject, Instant now) {
    var id = UUID.randomUUID();
    return new Mail(id, person.who(), Mail.Kind.BERICHT, id, subject, 0, now);
  }

  /// One mail. Another gateway may have put it there first; then nothing is done.
  private final class Telling implements Work<Boolean> {
    private final Mail mail;

    Telling(Mail mail) {
      this.mail = mail;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(mail.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      if (!mails.add(found.tx(), mail, Mail.State.WACHT, found.at())) {
        return Plan.known(false);
      }
      return Plan.of(List.of(row(mail, "klaargezet")), true);
    }
  }

  /// What the logbook is told of a mail: that it was there, and never to where.
  static Entry row(Mail mail, String step) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("stap", step).put("kanaal", Channel.E_MAIL.code());
    detail.put("bericht", mail.id().toString()).put("poging", mail.tries());
    return new Entry(EntryKind.NOTICE, Optional.of(mail.subject()), detail);
  }
}
