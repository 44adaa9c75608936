package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.PieceDesk;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.consent.leesmee.ReadingEvent;
import nl.sluis.consent.leesmee.ReadingState;
import nl.sluis.consent.leesmee.ReadingWord;
import nl.sluis.consent.sight.Hidden;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.consent.sight.MayLearn;
import nl.sluis.consent.sight.MayLearn.Sight;
import nl.sluis.consent.sight.Row;
import nl.sluis.consent.sight.Viewer;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.leesmee.PieceSeal;
import nl.sluis.gateway.leesmee.Readings;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ReadFirst;
import nl.sluis.policies.terms.Regime;

/// The texts that somebody who logged in may read before they go, and what they say of them.
///
/// Who is shielded from the sender or the receiver never finds one, and who is shielded from
/// anybody none that tells where somebody is; of a text that a reader may not know of, nobody does.
/// Nobody sees what another said. May be shared between threads.
public final class OwnReadingDesk {
  private static final int MOST = 200;

  private final DataSource database;
  private final CurrentLaw law;
  private final Places places;
  private final PieceDesk pieces;
  private final PieceSeal seal;
  private final Readings readings;
  private final HiddenReader hiding;
  private final FactReader facts;

  /// @param database for looking; what is said is written in the transaction of the sequencer
  /// @param keyVersion the version of the key of references
  public OwnReadingDesk(
      String region,
      DataSource database,
      CurrentLaw law,
      SubjectRegister subjects,
      KeyVault vault,
      SecureRandom random,
      int keyVersion) {
    this.database = database;
    this.law = law;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.pieces = new PieceDesk(region, new FactSeal(vault, random));
    this.facts = new FactReader(region, new FactSeal(vault, random));
    this.seal = new PieceSeal(vault, random);
    this.readings = new Readings(pieces, seal);
    this.hiding = new HiddenReader(region);
  }

  /// One text as this person may see it.
  ///
  /// @param piece it
  /// @param first what readers can do with it
  /// @param words the convenant whose words it is told in
  /// @param decides whether it does not go without this person
  /// @param isRead whether this person read it, logged in
  /// @param isDone whether everybody who must let it go
  /// @param own what happened to it and this person, the oldest first
  /// @param remark what this person wants to go along; empty when nothing
  /// @param given when it was handed over
  /// @param since from when it is shown, when it was hidden before
  /// @param isWhole whether this person may read the text itself
  public record Line(
      Piece piece,
      ReadFirst first,
      Convenant words,
      boolean decides,
      boolean isRead,
      boolean isDone,
      List<ReadingEvent> own,
      String remark,
      Optional<Instant> given,
      Optional<Instant> since,
      boolean isWhole) {
    /// Copies its parts.
    public Line {
      own = List.copyOf(own);
    }
  }

  /// The newest two hundred texts at each child that this person may know of, the newest first.
  public List<AtChild<Line>> look(SignedIn who, Instant now) throws SQLException {
    return places.look(database, who, (tx, place) -> lines(tx, place, places.cover(tx, who), now));
  }

  /// The text under this identifier at its child, with no other, when this person may know of it.
  public Optional<AtChild<Line>> find(SignedIn who, UUID id, Instant now) throws SQLException {
    for (var child : look(who, now)) {
      for (var line : child.lines()) {
        if (line.piece().id().equals(id)) {
          return Optional.of(
              new AtChild<>(child.subject(), child.self(), child.cover(), List.of(line)));
        }
      }
    }
    return Optional.empty();
  }

  /// What a text says that this person may read and opened, category by category.
  public Optional<JsonNode> text(Line line) throws SQLException {
    if (!line.isWhole() || !line.isRead()) {
      return Optional.empty();
    }
    try (var connection = database.getConnection()) {
      return readings.content(connection, line.piece());
    }
  }

  /// Opens a text to read it: from the commit it counts as read by this person.
  public Work<Outcome> read(SignedIn who, Piece piece) {
    return say(who, piece, Optional.of(ReadingWord.GELEZEN), "");
  }

  /// Says something of a text; it counts from the commit.
  ///
  /// @param word empty to leave a remark and nothing else
  /// @param remark what is to go along; empty when nothing
  public Work<Outcome> say(SignedIn who, Piece piece, Optional<ReadingWord> word, String remark) {
    return new PersonFiling(
        who,
        piece.subject(),
        EntryKind.READING,
        places,
        (found, place, detail) -> {
          var line =
              lines(found.tx(), place, places.cover(found.tx(), who), found.at()).stream()
                  .filter(l -> l.piece().id().equals(piece.id()))
                  .filter(Line::isWhole)
                  .findFirst();
          if (line.isEmpty()) {
            return Filing.notThere();
          }
          var first = line.get().first();
          var stand = readings.stand(found.tx(), piece, first, line.get().words(), found.at());
          detail.put("handeling", "gelezen-of-gezegd").put("kanaal", "portaal");
          word.ifPresent(w -> detail.put("woord", w.code()));
          detail.put("opmerking", !remark.isBlank());
          ReadingDesk.tell(detail, piece);
          return Filing.Result.of(
              pieces.say(
                  found.tx(),
                  piece,
                  first,
                  stand,
                  place.person(),
                  word,
                  remark.isBlank()
                      ? Optional.empty()
                      : Optional.of(seal.seal(piece.subject(), ReadingDesk.remark(remark))),
                  found.at()));
        });
  }

  private List<Line> lines(Connection tx, Place place, Cover cover, Instant now)
      throws SQLException {
    var hidden = hiding.of(tx, place.subject());
    var all = pieces.about(tx, place.subject());
    var records = facts.seen(tx, all.stream().map(OwnReadingDesk::query).toList(), now);
    var lines = new ArrayList<Line>();
    for (int i = 0; i < all.size() && lines.size() < MOST; i++) {
      var piece = all.get(i);
      // Of what is hidden nothing more is asked, so that nobody can count it.
      if (!piece.held()
          && !hidden.isFrom(piece.id(), place.person())
          && !records.get(i).shielded().contains(place.person())
          && !cover.hidesText(piece.purpose(), piece.categories())) {
        line(tx, piece, place, hidden, now).ifPresent(lines::add);
      }
    }
    return lines;
  }

  private static FactQuery query(Piece piece) {
    return new FactQuery(
        piece.subject(),
        piece.purpose(),
        piece.from(),
        piece.to(),
        Set.of(),
        EnumSet.allOf(Regime.class),
        "");
  }

  private Optional<Line> line(Connection tx, Piece piece, Place place, Hidden hidden, Instant now)
      throws SQLException {
    var words =
        law.now().couldGovern(piece.from(), piece.to(), now).stream()
            .filter(convenant -> Readings.first(convenant, piece).isPresent())
            .findFirst();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var first = Readings.first(words.get(), piece).orElseThrow();
    var stand = readings.stand(tx, piece, first, words.get(), now);
    var viewer = new Viewer.Person(place.subject(), place.person());
    var row =
        new Row(
            piece.id(),
            Row.Kind.OVER_HET_KIND,
            stand.isKnownTo(place.person()),
            piece.laidAt(),
            Set.copyOf(List.of(piece.from().oin(), piece.to().oin())));
    var sight =
        new MayLearn(ConsentParameters.of(words.get()))
            .of(viewer, row, stand.records(), hidden, now);
    if (sight != Sight.ALLES && sight != Sight.EIGEN_WOORDEN) {
      return Optional.empty();
    }
    return Optional.of(
        new Line(
            piece,
            first,
            words.get(),
            stand.readers().contains(place.person()),
            stand.isReadBy(place.person()),
            stand.state() instanceof ReadingState.Done,
            stand.events().stream().filter(e -> e.person().equals(place.person())).toList(),
            readings.remark(tx, piece, place.person()),
            pieces.given(tx, piece),
            hidden.shownSince(piece.id(), place.person()),
            sight == Sight.ALLES));
  }
}
