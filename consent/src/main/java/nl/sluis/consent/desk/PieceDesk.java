package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.facts.StateAt;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.consent.leesmee.Reading;
import nl.sluis.consent.leesmee.ReadingEvent;
import nl.sluis.consent.leesmee.ReadingState;
import nl.sluis.consent.leesmee.ReadingWord;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.policies.convenant.ReadFirst;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;

/// Where texts lie ready to be read before they go, and where it stands what readers said (domain
/// 1.4: X10, X11, X44 and X45; BW 7:457 and 7:464 lid 2 onder b).
///
/// Of one matter only the newest text counts. May be shared between threads; every method runs in
/// the transaction of its caller, and what writes runs under the lock of the child.
public final class PieceDesk {
  private static final Set<ReadingWord> ON_PAPER =
      EnumSet.of(ReadingWord.GELEZEN, ReadingWord.AKKOORD, ReadingWord.TEGENGEHOUDEN);
  private static final String GONE =
      "Deze tekst ligt hier niet meer; er kwam een andere, of de termijn is om.";

  private final PieceTable table;
  private final Contexts contexts;
  private final FactReader facts;
  private final PlaceRegister places;
  private final ShieldedReaders shielded;

  /// @param region in whose part of the database the texts live
  /// @param seal opens what singles a person out
  public PieceDesk(String region, PersonSeal seal) {
    this.table = new PieceTable(region);
    this.contexts = new Contexts(region, seal);
    this.facts = new FactReader(region, seal);
    this.places = new PlaceRegister(region);
    this.shielded = new ShieldedReaders(region);
  }

  /// What somebody wants to go along with a text.
  ///
  /// @param person who; nobody else MUST hear that it was this person
  /// @param commitment the salted hash of it
  /// @param sealed what it says, as it stands on record
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, changed by nobody
  public record Remark(UUID person, byte[] commitment, byte[] sealed) {}

  /// How a text stands at one instant.
  ///
  /// @param state whether it may go
  /// @param readers who must read it; nobody when that cannot be said
  /// @param records what is on record of its matter, shields among it
  /// @param events what happened to it
  /// @param isNewest whether no later text took its place
  public record Stand(
      ReadingState state,
      Set<UUID> readers,
      Records records,
      List<ReadingEvent> events,
      boolean isNewest) {
    /// Copies its parts.
    public Stand {
      readers = Set.copyOf(readers);
      events = List.copyOf(events);
    }

    /// Did this person hear, read or say anything of it?
    public boolean isKnownTo(UUID person) {
      return events.stream().anyMatch(event -> event.person().equals(person));
    }

    /// Did this person read it, logged in?
    public boolean isReadBy(UUID person) {
      return events.stream()
          .anyMatch(
              e ->
                  e.person().equals(person)
                      && e.word() == ReadingWord.GELEZEN
                      && !e.onPaper()
                      && !e.byAnother());
    }
  }

  /// A text that was laid ready.
  ///
  /// @param piece it
  /// @param readers who must be told of it: nobody when it is held or nobody knows who reads
  public record Laid(Piece piece, Set<UUID> readers) {
    /// Copies its parts.
    public Laid {
      readers = Set.copyOf(readers);
    }
  }

  /// Lays a text ready.
  ///
  /// @param parameters how long custody may be relied on
  public Laid lay(
      Connection tx,
      PieceDraft draft,
      ReadFirst first,
      ConsentParameters parameters,
      Recorder.Partner by,
      Instant now)
      throws SQLException {
    var id = UUID.randomUUID();
    var query = query(draft.subject(), draft.purpose(), draft.from(), draft.to(), first.regimes());
    var records = contexts.records(tx, query, now);
    var readers = people(new StateAt(parameters).signers(query, records, now));
    boolean held = shielded.of(tx, draft, readers, records).stream().anyMatch(readers::contains);
    table.add(tx, id, draft, held, by, now);
    return new Laid(table.find(tx, id).orElseThrow(), held ? Set.of() : readers);
  }

  /// Remembers that this reader was told of a text; it counts when the reader has a place to read
  /// it.
  public void shown(Connection tx, Piece piece, UUID person, Instant now) throws SQLException {
    if (places.people(tx, piece.subject()).contains(person)) {
      var by = new Recorder.Portal(person);
      table.say(tx, piece, person, ReadingWord.VOORGELEGD, by, now, now, null);
    }
  }

  /// The text under this identifier.
  public Optional<Piece> find(Connection tx, UUID id) throws SQLException {
    return table.find(tx, id);
  }

  /// The texts about a child, the newest first; of each matter the newest alone.
  public List<Piece> about(Connection tx, UUID subject) throws SQLException {
    return table.about(tx, subject);
  }

  /// What an organisation laid ready and that still counts at this instant: the newest first, at
  /// most two hundred.
  public List<Piece> ofSender(Connection tx, Oin sender, Instant now) throws SQLException {
    return table.ofSender(tx, sender, now);
  }

  /// The newest text about one matter.
  public Optional<Piece> newest(
      Connection tx, UUID subject, Purpose purpose, PartyRole from, PartyRole to)
      throws SQLException {
    return table.about(tx, subject).stream()
        .filter(p -> p.purpose().equals(purpose) && p.from().equals(from) && p.to().equals(to))
        .findFirst();
  }

  /// The text that went with this exchange.
  public Optional<Piece> ofExchange(Connection tx, UUID transaction) throws SQLException {
    return table.ofExchange(tx, transaction);
  }

  /// What a text says, as it stands on record: sealed.
  public byte[] content(Connection tx, Piece piece) throws SQLException {
    return table.content(tx, piece.id());
  }

  /// What is to go along with a text: of each person the last.
  public List<Remark> remarks(Connection tx, Piece piece) throws SQLException {
    return table.remarks(tx, piece);
  }

  /// When a text was first handed over; empty when it never was.
  public Optional<Instant> given(Connection tx, Piece piece) throws SQLException {
    return table.given(tx, piece.id());
  }

  /// Remembers with which exchange a text went.
  ///
  /// @param step `aangenomen` or `verstrekt`
  public void went(Connection tx, Piece piece, UUID transaction, String step, Instant now)
      throws SQLException {
    table.went(tx, piece, transaction, step, now);
  }

  /// How a text stands now: age, gezag and shields are those of this instant.
  public Stand stand(
      Connection tx, Piece piece, ReadFirst first, ConsentParameters parameters, Instant now)
      throws SQLException {
    var query = query(piece.subject(), piece.purpose(), piece.from(), piece.to(), first.regimes());
    var records = facts.records(tx, List.of(query), now).getFirst();
    var signers = new StateAt(parameters).signers(query, records, now);
    var readers = people(signers);
    var events = table.events(tx, piece);
    var not = shielded.of(tx, piece, readers, records);
    return new Stand(
        Reading.of(piece, first, events, signers, not, now),
        readers,
        records,
        events,
        newest(tx, piece.subject(), piece.purpose(), piece.from(), piece.to())
            .filter(piece::equals)
            .isPresent());
  }

  /// Puts on record what somebody who is logged in does with a text.
  ///
  /// @param word empty to leave a remark and nothing else
  /// @param remark what is to go along, sealed; empty when nothing
  public Filed say(
      Connection tx,
      Piece piece,
      ReadFirst first,
      Stand stand,
      UUID person,
      Optional<ReadingWord> word,
      Optional<SealedEvidence> remark,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    faults.addIf(!stand.isNewest() || !now.isBefore(piece.goodUntil()), "woord", GONE);
    word.ifPresent(w -> maySay(first, stand, person, w, faults));
    faults.addIf(
        (word.filter(w -> w == ReadingWord.AKKOORD).isPresent() || remark.isPresent())
            && !stand.isReadBy(person),
        "woord",
        "Lees de tekst eerst.");
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var by = new Recorder.Portal(person);
    if (word.isPresent() && !(word.get() == ReadingWord.GELEZEN && stand.isReadBy(person))) {
      table.say(tx, piece, person, word.get(), by, now, now, null);
    }
    if (remark.isPresent()) {
      table.say(tx, piece, person, ReadingWord.OPMERKING, by, now, now, remark.get());
    }
    return new Filed.Done(piece.id());
  }

  private static void maySay(
      ReadFirst first, Stand stand, UUID person, ReadingWord word, Faults faults) {
    boolean decides = word == ReadingWord.AKKOORD || word == ReadingWord.TEGENGEHOUDEN;
    faults.addIf(
        word == ReadingWord.VOORGELEGD || word == ReadingWord.OPMERKING,
        "woord",
        "Kies akkoord, tegengehouden of klopt-niet.");
    faults.addIf(
        decides && !stand.readers().contains(person),
        "woord",
        "Of deze tekst weg mag, beslissen anderen. U kunt wel een opmerking meegeven.");
    faults.addIf(
        word == ReadingWord.TEGENGEHOUDEN && !first.canBeStopped(),
        "woord",
        "Deze tekst gaat volgens de wet; u kunt haar niet tegenhouden. U kunt een opmerking"
            + " meegeven, en bezwaar maken bij wie haar stuurt.");
    faults.addIf(
        word == ReadingWord.KLOPT_NIET
            && stand.events().stream().noneMatch(e -> e.onPaper() && e.person().equals(person)),
        "woord",
        "Er is in uw naam niets opgeschreven over deze tekst.");
  }

  /// Puts on record what somebody did with a text on paper.
  ///
  /// @return whom to tell of it, or what is wrong
  public Filed paper(
      Connection tx,
      Piece piece,
      ReadFirst first,
      Stand stand,
      PaperDraft draft,
      Recorder.Partner by,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    faults.addIf(!stand.isNewest() || !now.isBefore(piece.goodUntil()), "woord", GONE);
    var word = ReadingWord.of(draft.word()).filter(ON_PAPER::contains);
    faults.addIf(word.isEmpty(), "woord", "Kies gelezen, akkoord of tegengehouden.");
    faults.addIf(
        word.filter(w -> w == ReadingWord.TEGENGEHOUDEN).isPresent() && !first.canBeStopped(),
        "woord",
        "Deze tekst kan niemand tegenhouden; leg een opmerking vast.");
    var at = faults.pastInstant("tijdstip", draft.at());
    at.ifPresent(
        moment ->
            faults.addIf(
                moment.isBefore(piece.laidAt()),
                "tijdstip",
                "Toen lag deze tekst er nog niet; er is een andere gelezen."));
    var person = person(tx, piece, draft.voice(), by, faults);
    faults.addIf(
        piece.held() || stand.state() instanceof ReadingState.ReaderShielded,
        "persoon",
        "Leg over deze tekst niets vast: wie haar moet lezen mag er niet van weten.");
    faults.addIf(
        person.filter(p -> !stand.readers().contains(p)).isPresent(),
        "persoon",
        "Deze persoon hoeft deze tekst nu niet te lezen; kijk wie gezag heeft en hoe oud het kind"
            + " is.");
    draft.proof().checkSheet(faults);
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var who = person.orElseThrow();
    table.say(tx, piece, who, word.orElseThrow(), by, at.orElseThrow(), now, draft.evidence());
    if (draft.remark().isPresent()) {
      table.say(
          tx, piece, who, ReadingWord.OPMERKING, by, at.orElseThrow(), now, draft.remark().get());
    }
    return new Filed.Done(who);
  }

  private Optional<UUID> person(Connection tx, Piece piece, Voice voice, Recorder by, Faults faults)
      throws SQLException {
    var known = contexts.known(tx, piece.subject(), by, List.of(voice));
    var person = Optional.ofNullable(known.get(voice));
    faults.addIf(
        person.isEmpty(),
        "persoon",
        "Deze persoon is niet bekend; leg eerst de gezinsfeiten vast.");
    return person;
  }

  private static Set<UUID> people(Signers signers) {
    return signers instanceof Signers.Known known ? Set.copyOf(known.all()) : Set.of();
  }

  private static FactQuery query(
      UUID subject, Purpose purpose, PartyRole from, PartyRole to, Set<Regime> regimes) {
    return new FactQuery(subject, purpose, from, to, Set.of(), regimes, "");
  }
}
