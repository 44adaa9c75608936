package nl.sluis.gateway.verzoek;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Where a receiver finds which data were mended or erased at their holder, and says what it did
/// (AVG 19). May be shared between threads.
public final class RecipientDesk {
  private final DataSource database;
  private final CurrentLaw law;
  private final Mandates mandates;
  private final RecipientTable table;
  private final Tasks tasks;

  /// @param database for looking; what is said is put on record by the sequencer
  /// @param mandates knows who may act for whom
  RecipientDesk(
      String region, DataSource database, CurrentLaw law, Mandates mandates, Tasks tasks) {
    this.database = database;
    this.law = law;
    this.mandates = mandates;
    this.table = new RecipientTable(region);
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
  public List<RecipientMessage> waiting(Oin receiver) throws SQLException {
    try (var connection = database.getConnection()) {
      return table.waiting(connection, receiver);
    }
  }

  /// The message with this identifier, for its receiver alone.
  public Optional<RecipientMessage> find(UUID id, Oin receiver) throws SQLException {
    try (var connection = database.getConnection()) {
      return table.find(connection, id).filter(one -> one.to().oin().equals(receiver));
    }
  }

  /// The receiver did something with it; who asked can read so from the commit. To say it twice
  /// changes nothing.
  public Work<Outcome> confirm(Oin caller, PartyRole party, RecipientMessage message, Draft draft) {
    return new Filing(
        SubjectRequest.needs(message.stands(), message.subject()),
        EntryKind.SUBJECT_REQUEST,
        new OnBehalf(caller, party, Optional.empty(), EnumSet.allOf(Role.class), law, mandates),
        (found, detail) -> {
          if (!party.oin().equals(message.to().oin())) {
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
