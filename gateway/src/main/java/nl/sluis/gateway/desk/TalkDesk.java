package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.sight.HiddenReader;
import nl.sluis.consent.sight.MayLearn;
import nl.sluis.consent.sight.MayLearn.Sight;
import nl.sluis.consent.sight.Row;
import nl.sluis.consent.sight.Viewer;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.gesprek.Talk;
import nl.sluis.gateway.gesprek.TalkTable;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Regime;

/// What a family sees of the talks that senders claim to have had with it, and says of them.
///
/// Who is shielded from the receiver never sees the talk. Nobody sees what another said of it. May
/// be shared between threads.
public final class TalkDesk {
  private static final int MOST = 200;
  private static final String DENIED = "was-er-niet";

  private final DataSource database;
  private final CurrentLaw law;
  private final Places places;
  private final TalkTable table;
  private final FactReader facts;
  private final HiddenReader hiding;
  private final Tasks tasks;

  /// @param seal opens what singles a person out
  /// @param database for looking; what is said is written in the transaction of the sequencer
  /// @param keyVersion the version of the key of references
  /// @param tasks for the officer of who claimed the talk
  public TalkDesk(
      String region,
      PersonSeal seal,
      DataSource database,
      CurrentLaw law,
      SubjectRegister subjects,
      TalkTable table,
      Tasks tasks,
      int keyVersion) {
    this.database = database;
    this.law = law;
    this.places = new Places(new PlaceRegister(region), subjects, keyVersion);
    this.table = table;
    this.facts = new FactReader(region, seal);
    this.hiding = new HiddenReader(region);
    this.tasks = tasks;
  }

  /// One talk as this person sees it.
  ///
  /// @param talk what is claimed
  /// @param said what this person said of it last; empty when nothing
  /// @param since from when it is shown, when it was hidden before
  public record Line(Talk talk, Optional<String> said, Optional<Instant> since) {}

  /// The newest two hundred talks at each child that this person may know of, the newest first.
  public List<AtChild<Line>> look(SignedIn who, Instant now) throws SQLException {
    return places.look(database, who, (tx, place) -> lines(tx, place, now));
  }

  /// The talk under this identifier, when this person may know of it.
  public Optional<Talk> find(SignedIn who, UUID id, Instant now) throws SQLException {
    return look(who, now).stream()
        .flatMap(child -> child.lines().stream())
        .map(Line::talk)
        .filter(talk -> talk.id().equals(id))
        .findFirst();
  }

  /// That there was no such talk, or that there was after all; it counts from the commit.
  ///
  /// @param word `was-er-niet` or `was-er`
  public Work<Outcome> say(SignedIn who, Talk talk, String word) {
    return new PersonFiling(
        who,
        talk.subject(),
        EntryKind.CLAIM,
        places,
        (found, place, detail) -> {
          var seen = lines(found.tx(), place, found.at()).stream().map(Line::talk).toList();
          if (TalkTable.find(seen, talk.id()).isEmpty()) {
            return Filing.notThere();
          }
          detail.put("uitspraak", word).put("voorwaarde", talk.condition());
          detail.put("transactie", talk.transaction().toString());
          table.judge(found.tx(), talk, place.person(), word, found.at());
          return new Filing.Result.Filed(talk.id().toString())
              .also(word.equals(DENIED) ? follows(found, talk) : List.of());
        });
  }

  /// Whoever claimed the talk looks into it; the officer sees that it was denied, not by whom.
  private List<Entry> follows(Found found, Talk talk) throws SQLException {
    var days = convenant(talk, found.at()).arrangements().consentTerms().talkCheckDays();
    var task =
        new Task(
            TaskKind.TALK_DISPUTED,
            talk.from().oin(),
            Optional.of(talk.subject()),
            talk.id(),
            found.at().plus(Duration.ofDays(days)));
    var signal =
        JsonNodeFactory.instance
            .objectNode()
            .put("signaal", TaskKind.TALK_DISPUTED.code())
            .put("gesprek", talk.id().toString())
            .put("organisatie", talk.from().oin().value());
    return Stream.concat(
            Stream.of(new Entry(EntryKind.SIGNAL, found.subject(), signal)),
            tasks.open(found.tx(), task, found.at()).stream())
        .toList();
  }

  private List<Line> lines(Connection tx, Place place, Instant now) throws SQLException {
    var talks = table.about(tx, place.subject());
    var said = table.said(tx, place.subject(), place.person());
    var queries = talks.stream().map(TalkDesk::query).toList();
    var records = facts.seen(tx, queries, now);
    var hidden = hiding.of(tx, place.subject());
    var viewer = new Viewer.Person(place.subject(), place.person());
    var lines = new ArrayList<Line>();
    for (int i = 0; i < talks.size() && lines.size() < MOST; i++) {
      var talk = talks.get(i);
      var word = Optional.ofNullable(said.get(talk.id()));
      var sight =
          new MayLearn(ConsentParameters.of(convenant(talk, now)))
              .of(viewer, row(talk, word.isPresent()), records.get(i), hidden, now);
      if (sight != Sight.NIETS) {
        lines.add(new Line(talk, word, hidden.shownSince(talk.transaction(), place.person())));
      }
    }
    return lines;
  }

  /// What is hidden of the exchange hides the talk that was claimed in it.
  private static Row row(Talk talk, boolean spoke) {
    return new Row(
        talk.transaction(),
        Row.Kind.OVER_HET_KIND,
        spoke,
        talk.date().atStartOfDay(Age.CALENDAR).toInstant(),
        Set.copyOf(List.of(talk.from().oin(), talk.to().oin())));
  }

  private static FactQuery query(Talk talk) {
    return new FactQuery(
        talk.subject(),
        talk.purpose(),
        talk.from(),
        talk.to(),
        Set.of(),
        EnumSet.allOf(Regime.class),
        "");
  }

  private Convenant convenant(Talk talk, Instant now) {
    return law.now().couldGovern(talk.from(), talk.to(), now).getFirst();
  }
}
