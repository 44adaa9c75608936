package nl.sluis.gateway.bereik;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;

/// Takes mails from the queue and hands them over.
///
/// A mail is taken and given a later time before it goes, so that a gateway that falls over in
/// between leaves it for the next one: it goes at least once, and twice only when the fall was
/// between the server's answer and our note of it; then both have one Message-ID. Whether there is
/// still something to tell, and by which way, is looked at right before. A mail that was refused
/// for good or six times makes that way one that does not work, and the person counts as not
/// reached. For one thread at a time; gateways share the queue.
final class SendMail implements Duty {
  private static final int STEP = 20;

  private final DataSource database;
  private final Sequencer sequencer;
  private final Tables tables;
  private final Unread unread;
  private final MailLine line;
  private final MailTexts texts;

  /// What is read and written.
  ///
  /// @param seal opens an address
  record Tables(MailTable mails, ChannelTable channels, PersonSeal seal) {}

  SendMail(
      DataSource database,
      Sequencer sequencer,
      Tables tables,
      Unread unread,
      MailLine line,
      MailTexts texts) {
    this.database = database;
    this.sequencer = sequencer;
    this.tables = tables;
    this.unread = unread;
    this.line = line;
    this.texts = texts;
  }

  @Override
  public int run(Instant now) throws SQLException {
    var next = claim(now);
    if (next.isEmpty()) {
      return 0;
    }
    int done = 0;
    try (var office = PostOffice.at(line)) {
      // A server that takes nothing now is left alone until the next time: others wait behind this.
      while (next.isPresent() && go(office, next.get(), now)) {
        done++;
        next = done < STEP ? claim(now) : Optional.empty();
      }
    }
    return done;
  }

  private Optional<Mail> claim(Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      return tables.mails().claim(tx, line.hours().isOpen(now), now);
    }
  }

  /// @return whether that was the end of it
  private boolean go(PostOffice office, Mail mail, Instant now) throws SQLException {
    var channel = channel(mail, now);
    var address = channel.flatMap(this::address);
    if (address.isEmpty()) {
      return settle(mail, Mail.State.VERVALLEN, channel);
    }
    return switch (office.send(texts.of(mail, address.get()))) {
      case PostOffice.Sent.Taken _ -> settle(mail, Mail.State.VERSTUURD, channel);
      case PostOffice.Sent.Never _ -> settle(mail, Mail.State.MISLUKT, channel);
      case PostOffice.Sent.Later _ ->
          mail.tries() >= MailTable.TRIES && settle(mail, Mail.State.MISLUKT, channel);
    };
  }

  /// Where it goes; empty when it need not or may not go any more.
  private Optional<ChannelRow> channel(Mail mail, Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      var standing = Standing.of(tables.channels().of(tx, mail.who()), now);
      return switch (mail.kind()) {
        case CODE -> standing.asked().filter(row -> row.matter().equals(mail.matter()));
        case BERICHT -> {
          var to = standing.mail();
          yield to.isPresent() && isToTell(to.get(), mail, now) ? to : Optional.empty();
        }
      };
    }
  }

  private boolean isToTell(ChannelRow to, Mail mail, Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      return unread.at(tx, mail.who(), to.own(), Optional.empty(), now).isPresent();
    }
  }

  private Optional<String> address(ChannelRow row) {
    return row.address()
        .flatMap(
            closed -> tables.seal().open(row.place().subject(), OwnReach.SEALED, closed.bytes()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private boolean settle(Mail mail, Mail.State state, Optional<ChannelRow> channel) {
    return sequencer.submit(new Settling(mail, state, channel)).join();
  }

  /// What became of one mail, with its row.
  private final class Settling implements Work<Boolean> {
    private final Mail mail;
    private final Mail.State state;
    private final Optional<ChannelRow> channel;

    Settling(Mail mail, Mail.State state, Optional<ChannelRow> channel) {
      this.mail = mail;
      this.state = state;
      this.channel = channel;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(mail.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      if (!tables.mails().settle(found.tx(), mail.id(), state)) {
        return Plan.known(false);
      }
      return switch (state) {
        case VERSTUURD -> Plan.of(List.of(DailyMail.row(mail, "verstuurd")), true);
        case MISLUKT -> Plan.of(List.of(failed(found)), true);
        case VERVALLEN, NIETS, WACHT -> Plan.of(List.of(DailyMail.row(mail, "vervallen")), true);
      };
    }

    private Entry failed(Found found) throws SQLException {
      if (channel.isPresent() && mail.kind() == Mail.Kind.BERICHT) {
        var row = channel.get();
        var failed =
            row.then(
                ChannelRow.Step.MISLUKT, row.place(), Optional.empty(), found.at(), OwnReach.SLUIS);
        tables.channels().add(found.tx(), failed);
      }
      return DailyMail.row(mail, "mislukt");
    }
  }
}
