package nl.sluis.gateway.verzoek;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Filing;
import nl.sluis.gateway.desk.OnBehalf;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.desk.StopAnswers;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.nacontrole.Mended;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Where a receiver finds which data were mended or erased at their holder, and says what it did
/// (AVG 19). May be shared between threads.
public final class RecipientDesk {
  private final DataSource database;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final RecipientTable table;
  private final ParcelTable parcels;
  private final Tasks tasks;

  /// @param database for looking; what is said is put on record by the sequencer
  /// @param mandates knows who may act for whom
  RecipientDesk(
      String region, DataSource database, CurrentLaw law, Mandates mandates, Tasks tasks) {
    this.database = database;
    this.law = law;
    this.mandates = mandates;
    this.table = new RecipientTable(region);
    this.parcels = new ParcelTable(region);
    this.tasks = tasks;
  }

  /// What a receiver says that it did, as it was handed in.
  ///
  /// @param done one of [Mended]
  /// @param law which law makes it keep the data; empty for any other word
  /// @param article the article of that law; empty for any other word
  /// @param function of the person who says so
  public record Draft(String done, String law, String article, String function) {}

  /// What this receiver did not answer yet.
  ///
  /// @param asker who looks: the receiver, or whom it gave a mandate for every purpose for which it
  ///   got the data
  public List<RecipientMessage> waiting(Oin asker, Oin receiver, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var seen = new ArrayList<RecipientMessage>();
      for (var one : table.waiting(connection, receiver)) {
        if (mayRead(connection, asker, one, now)) {
          seen.add(one);
        }
      }
      return seen;
    }
  }

  /// The message with this identifier, for its receiver and whom it gave a mandate.
  public Optional<RecipientMessage> find(UUID id, Oin asker, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var one = table.find(connection, id);
      return one.isPresent() && mayRead(connection, asker, one.get(), now) ? one : Optional.empty();
    }
  }

  /// One message may be about exchanges for more than one purpose: a mandate for one of them is no
  /// key to the others, and of what is not known any more nobody knows the purpose.
  private boolean mayRead(Connection tx, Oin asker, RecipientMessage message, Instant now)
      throws SQLException {
    if (asker.equals(message.to().oin())) {
      return true;
    }
    var purposes = purposes(tx, message);
    for (var purpose : purposes) {
      if (!mandates.allows(tx, asker, message.to(), purpose, now)) {
        return false;
      }
    }
    return !purposes.isEmpty();
  }

  /// For which purposes the receiver got the data; none when one of them is not known any more.
  private Set<Purpose> purposes(Connection tx, RecipientMessage message) throws SQLException {
    var purposes = new LinkedHashSet<Purpose>();
    for (var exchange : message.exchanges()) {
      var parcel = parcels.ofExchange(tx, exchange);
      if (parcel.isEmpty()) {
        return Set.of();
      }
      purposes.add(parcel.get().purpose());
    }
    return purposes;
  }

  /// The receiver did something with it; who asked can read so from the commit. To say it twice
  /// changes nothing.
  public Work<Outcome> confirm(Oin caller, PartyRole party, RecipientMessage message, Draft draft)
      throws SQLException {
    Optional<Purpose> one;
    try (var connection = database.getConnection()) {
      one = purposes(connection, message).stream().findFirst();
    }
    return new Filing(
        SubjectRequest.needs(message.stands(), message.subject()),
        EntryKind.SUBJECT_REQUEST,
        new OnBehalf(caller, party, one, EnumSet.allOf(Role.class), law, mandates),
        (found, detail) -> {
          if (!party.oin().equals(message.to().oin())
              || !mayRead(found.tx(), caller, message, found.at())) {
            return Filing.notThere();
          }
          var done = Mended.of(draft.done(), Recipients.answers(message.what()));
          if (done.isEmpty()) {
            return Filing.fault(
                "gedaan",
                "Kies uit "
                    + String.join(", ", Mended.codes(Recipients.answers(message.what())))
                    + ".");
          }
          boolean keeps = done.get().needsLaw();
          var ground = StopAnswers.ground(draft.law(), draft.article());
          if (keeps ? ground.isEmpty() : !draft.law().isEmpty() || !draft.article().isEmpty()) {
            return Filing.fault("grond", StopAnswers.NAME_THE_LAW);
          }
          var id = message.id();
          if (!table.confirm(found.tx(), id, done.get(), ground.orElse(null), party, found.at())) {
            return new Filing.Result.Stopped(new Outcome.Done(id.toString(), "", Map.of()));
          }
          detail.put("stap", "ontvanger-bevestigd").put("bericht", id.toString());
          detail.put("wat", message.what().code()).put("gedaan", draft.done());
          detail.put("functie", draft.function());
          ground.ifPresent(words -> detail.put("grond", words));
          return new Filing.Result.Filed(id.toString())
              .also(tasks.finish(found.tx(), TaskKind.MEND_AS_SENDER_DID, message.to().oin(), id));
        });
  }
}
