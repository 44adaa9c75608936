package nl.sluis.gateway.bereik;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.subject.Letters;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.bereik.ChannelRow.Sealed;
import nl.sluis.gateway.bereik.ChannelRow.Step;
import nl.sluis.gateway.desk.LetterDesk;
import nl.sluis.gateway.desk.Places;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.policies.terms.Age;

/// Where somebody says by which way to be told, and proves an address (AVG 12(1), 25).
///
/// It is put on record at each of the person's places, so that it stays when one child is erased,
/// and nobody else around those children can see it. An address counts once the code that went to
/// it was entered here. A change is told along no way at all: the old one may be the one that is
/// read along. May be shared between threads.
public final class OwnReach {
  /// How many addresses somebody may try in a day.
  public static final int ADDRESSES = 3;

  static final String SEALED = "bereik";
  static final String SLUIS = "sluis";
  private static final String PORTAL = "portaal";

  private final DataSource database;
  private final Sequencer sequencer;
  private final Places places;
  private final ChannelTable channels;
  private final MailTable mails;
  private final Letters letters;
  private final PersonSeal seal;
  private final SubjectReference references;
  private final boolean mail;

  /// What became of it.
  public enum Came {
    /// It is on record.
    DONE,
    /// This person has nothing here of which to be told.
    NO_PLACE,
    /// That is no address, or mail cannot be chosen here.
    NO_ADDRESS,
    /// That is no code that is good now.
    WRONG,
    /// That was tried too often today.
    TOO_OFTEN
  }

  /// How this person is reached.
  ///
  /// @param place whether there is a child of which to be told
  /// @param mail whether mail can be chosen here
  public record Look(boolean place, boolean mail, Standing standing) {}

  /// @param seal seals an address with the key of a child
  /// @param references makes the code for an address
  /// @param mail whether Sluis can send mail
  OwnReach(
      String region,
      DataSource database,
      Sequencer sequencer,
      Places places,
      PersonSeal seal,
      SubjectReference references,
      boolean mail) {
    this.database = database;
    this.sequencer = sequencer;
    this.places = places;
    this.channels = new ChannelTable(region);
    this.mails = new MailTable(region);
    this.letters = new Letters(region);
    this.seal = seal;
    this.references = references;
    this.mail = mail;
  }

  /// How this person is reached now. Who has no place sees nothing chosen, whatever was.
  public Look look(SignedIn who, Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      var at = places.of(tx, who);
      var rows = at.isEmpty() ? List.<ChannelRow>of() : channels.of(tx, who.number());
      return new Look(!at.isEmpty(), mail, Standing.of(rows, now));
    }
  }

  /// Chooses a way. Of an address a code is sent to it first.
  ///
  /// @param address only for mail
  /// @param language in which this person reads now
  public Came choose(SignedIn who, Channel channel, String address, Language language, Instant now)
      throws SQLException {
    boolean isMail = channel == Channel.E_MAIL;
    if (isMail && (!mail || !MailLine.isAddress(address))) {
      return Came.NO_ADDRESS;
    }
    List<Place> at;
    try (var tx = database.getConnection()) {
      at = places.of(tx, who);
      if (at.isEmpty()) {
        return Came.NO_PLACE;
      }
      if (isMail && askedToday(tx, who, now) >= ADDRESSES) {
        return Came.TOO_OFTEN;
      }
    }
    var matter = UUID.randomUUID();
    var steps = new ArrayList<Work<Boolean>>();
    for (var place : at) {
      var sealed = isMail ? Optional.of(sealed(place, address)) : Optional.<Sealed>empty();
      var row =
          new ChannelRow(
              who.number(),
              who.own(),
              place,
              isMail ? Step.GEVRAAGD : Step.GEKOZEN,
              channel,
              matter,
              sealed,
              now,
              PORTAL,
              language);
      steps.add(new Putting(who, row, isMail && place.equals(at.getFirst())));
    }
    return came(steps);
  }

  /// Sends a new code to the address that is in use, so that it is proved again.
  public Came tryOut(SignedIn who, Instant now) throws SQLException {
    var used = look(who, now).standing().mail();
    var address = used.flatMap(this::opened);
    return address.isEmpty()
        ? Came.NO_ADDRESS
        : choose(who, Channel.E_MAIL, address.get(), used.orElseThrow().language(), now);
  }

  private Optional<String> opened(ChannelRow row) {
    return row.address()
        .flatMap(closed -> seal.open(row.place().subject(), SEALED, closed.bytes()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// Enters the code that went to an address.
  public Came prove(SignedIn who, String code, Instant now) throws SQLException {
    List<Place> at;
    Optional<ChannelRow> asked;
    try (var tx = database.getConnection()) {
      at = places.of(tx, who);
      if (at.isEmpty()) {
        return Came.NO_PLACE;
      }
      var since = Hours.day(now).atStartOfDay(Age.CALENDAR).toInstant();
      if (letters.tries(tx, who.number(), since) >= LetterDesk.TRIES) {
        return Came.TOO_OFTEN;
      }
      asked = Standing.of(channels.of(tx, who.number()), now).asked();
      if (asked.filter(row -> isCode(row, code)).isEmpty()) {
        letters.tried(tx, who.number(), now);
        return Came.WRONG;
      }
    }
    var address = asked.flatMap(this::opened);
    if (address.isEmpty()) {
      return Came.WRONG;
    }
    var steps = new ArrayList<Work<Boolean>>();
    for (var place : at) {
      var sealed = Optional.of(sealed(place, address.get()));
      var row = asked.get().then(Step.GEKOZEN, place, sealed, now, PORTAL);
      steps.add(new Putting(who, row, false));
    }
    return came(steps);
  }

  private boolean isCode(ChannelRow asked, String code) {
    var good = references.reachCode(asked.matter()).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(good, code.replace(" ", "").getBytes(StandardCharsets.UTF_8));
  }

  /// Is told nothing any more.
  public Came off(SignedIn who, Instant now) throws SQLException {
    List<Place> at;
    Standing standing;
    try (var tx = database.getConnection()) {
      at = places.of(tx, who);
      standing = Standing.of(at.isEmpty() ? List.of() : channels.of(tx, who.number()), now);
    }
    if (at.isEmpty()) {
      return Came.NO_PLACE;
    }
    var before =
        switch (standing.now()) {
          case Standing.Now.None() -> standing.asked();
          case Standing.Now.Works(var row) -> Optional.of(row);
          case Standing.Now.CameBack(var row) -> Optional.of(row);
        };
    var steps = new ArrayList<Work<Boolean>>();
    for (var place : at) {
      before.ifPresent(
          row ->
              steps.add(
                  new Putting(
                      who, row.then(Step.UIT, place, Optional.empty(), now, PORTAL), false)));
    }
    return came(steps);
  }

  private Came came(List<Work<Boolean>> steps) {
    boolean all =
        steps.stream().map(sequencer::submit).toList().stream().allMatch(done -> done.join());
    return all ? Came.DONE : Came.NO_PLACE;
  }

  private long askedToday(Connection tx, SignedIn who, Instant now) throws SQLException {
    return channels.of(tx, who.number()).stream()
        .filter(row -> row.step() == Step.GEVRAAGD)
        .filter(row -> Hours.day(row.at()).equals(Hours.day(now)))
        .map(ChannelRow::matter)
        .distinct()
        .count();
  }

  private Sealed sealed(Place place, String address) {
    return new Sealed(seal.seal(place.subject(), SEALED, address.getBytes(StandardCharsets.UTF_8)));
  }

  /// One step at one child, with its row. Whether the person still has that place is looked at
  /// under the lock.
  private final class Putting implements Work<Boolean> {
    private final SignedIn who;
    private final ChannelRow row;
    private final boolean withCode;

    Putting(SignedIn who, ChannelRow row, boolean withCode) {
      this.who = who;
      this.row = row;
      this.withCode = withCode;
    }

    @Override
    public Needs needs() {
      return Needs.toWrite(row.place().subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      if (!places.of(found.tx(), who).contains(row.place())) {
        return Plan.known(false);
      }
      channels.add(found.tx(), row);
      if (withCode && !mails.add(found.tx(), code(found.at()), Mail.State.WACHT, found.at())) {
        return Plan.known(false);
      }
      return Plan.of(List.of(entry(row)), true);
    }

    private Mail code(Instant at) {
      return new Mail(
          UUID.randomUUID(), row.who(), Mail.Kind.CODE, row.matter(), row.place().subject(), 0, at);
    }
  }

  /// What the logbook is told of it: never an address.
  static Entry entry(ChannelRow row) {
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("stap", "kanaal-" + row.step().name().toLowerCase(Locale.ROOT));
    detail.put("kanaal", row.channel().code()).put("persoon", row.place().person().toString());
    detail.put("door", row.by());
    return new Entry(EntryKind.NOTICE, Optional.of(row.place().subject()), detail);
  }
}
