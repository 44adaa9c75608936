package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.stopbericht.Answered;
import nl.sluis.gateway.stopbericht.Continues;
import nl.sluis.gateway.stopbericht.StopMessage;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Where a receiver finds its stop messages and says what it did, and where a partner sees what the
/// convenant says of taking a consent back. May be shared between threads.
public final class StopAnswers {
  private static final int PAGE = 100;
  private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);

  /// What is said to who keeps data and names no law.
  public static final String NAME_THE_LAW =
      "Noem bij bewaren de wet (%s) en het artikel, zoals 7.3.8; en laat de grond anders weg."
          .formatted(String.join(", ", Answered.LAWS));

  private static final Pattern ARTICLE = Pattern.compile("\\d{1,2}([.:]\\d{1,3}){0,2}[a-z]?");

  private final DataSource database;
  private final StopTable table;
  private final ConsentDesk consents;
  private final CurrentLaw law;
  private final Mandates mandates;

  /// @param database for looking; what is said is put on record by the sequencer
  public StopAnswers(
      DataSource database,
      StopTable table,
      ConsentDesk consents,
      CurrentLaw law,
      Mandates mandates) {
    this.database = database;
    this.table = table;
    this.consents = consents;
    this.law = law;
    this.mandates = mandates;
  }

  /// What a receiver says that it did, as it was handed in.
  ///
  /// @param done `gestopt`, `gewist` or `bewaard-om-wettelijke-plicht`
  /// @param law which law makes it keep the data; empty for any other word
  /// @param article the article of that law; empty for any other word
  public record AnswerDraft(String done, String law, String article) {}

  /// What this receiver did not answer yet in these roles, the oldest first, a hundred at most.
  ///
  /// @param asker who looks: the receiver, or whom it gave a mandate for the purpose
  public List<StopMessage> waiting(Oin asker, Oin receiver, Set<Role> roles, Instant now)
      throws SQLException {
    var seen = new ArrayList<StopMessage>();
    try (var connection = database.getConnection()) {
      for (var message : table.waiting(connection, receiver, roles, PAGE)) {
        if (mandates.allows(connection, asker, message.receiver(), message.purpose(), now)) {
          seen.add(message);
        }
      }
    }
    return seen;
  }

  /// The message with this identifier, for its receiver alone.
  public Optional<StopMessage> find(Oin asker, UUID id, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var message = table.find(connection, id);
      return message.isPresent()
              && mandates.allows(
                  connection, asker, message.get().receiver(), message.get().purpose(), now)
          ? message
          : Optional.empty();
    }
  }

  /// The work of noting what the receiver says that it did; empty when there is no such message for
  /// this party. To say the same again changes nothing.
  public Optional<Work<Outcome>> answer(Oin caller, PartyRole party, UUID id, AnswerDraft draft)
      throws SQLException {
    try (var connection = database.getConnection()) {
      var message = table.find(connection, id).filter(m -> m.receiver().equals(party));
      if (message.isEmpty()) {
        return Optional.empty();
      }
      var ask = consents.find(connection, message.get().consent()).orElseThrow();
      return Optional.of(noting(caller, party, message.get(), ask, draft));
    }
  }

  private Work<Outcome> noting(
      Oin caller, PartyRole party, StopMessage message, ConsentAsk ask, AnswerDraft draft) {
    return new Filing(
        Needs.toWrite(ask.subject()),
        EntryKind.STOP_CONFIRMED,
        new OnBehalf(caller, party, Optional.of(ask.purpose()), ANYBODY, law, mandates),
        (found, detail) -> {
          var answered = Answered.of(draft.done());
          if (answered.isEmpty()) {
            return Filing.fault("gedaan", "Kies uit " + String.join(", ", Answered.codes()) + ".");
          }
          boolean keeps = answered.get() == Answered.BEWAARD_OM_WETTELIJKE_PLICHT;
          var ground = ground(draft.law(), draft.article());
          if (keeps ? ground.isEmpty() : !draft.law().isEmpty() || !draft.article().isEmpty()) {
            return Filing.fault("grond", NAME_THE_LAW);
          }
          if (!table.confirm(
              found.tx(), message.id(), answered.get(), ground.orElse(null), party, found.at())) {
            return new Filing.Result.Stopped(
                new Outcome.Done(message.id().toString(), "", Map.of()));
          }
          detail.put("stopbericht", message.id().toString()).put("gedaan", draft.done());
          detail.put("uiterlijk", message.dueAt().toString());
          ground.ifPresent(words -> detail.put("grond", words));
          return new Filing.Result.Filed(message.id().toString());
        });
  }

  /// The law that makes somebody keep data, when it is one and an article is named.
  public static Optional<String> ground(String law, String article) {
    return Answered.LAWS.contains(law) && ARTICLE.matcher(article).matches()
        ? Optional.of(law + " " + article)
        : Optional.empty();
  }

  /// What the convenant says of taking this consent back, and nothing of what is on record about
  /// the child (design 10.11).
  ///
  /// @param ask what was asked
  /// @param continues what may go on without consent
  public record Consequences(ConsentAsk ask, List<Continues> continues) {
    /// Copies its parts.
    public Consequences {
      continues = List.copyOf(continues);
    }
  }

  /// The same for everybody who may put a withdrawal of this consent on record; empty for others.
  public Optional<Consequences> consequences(Oin caller, PartyRole party, UUID id, Instant now)
      throws SQLException {
    try (var connection = database.getConnection()) {
      var ask =
          consents
              .find(connection, id)
              .filter(
                  a ->
                      a.sender().oin().equals(party.oin())
                          || a.receiver().oin().equals(party.oin()));
      return ask.isPresent() && mandates.allows(connection, caller, party, ask.get().purpose(), now)
          ? Optional.of(new Consequences(ask.get(), continues(ask.get(), now)))
          : Optional.empty();
    }
  }

  private List<Continues> continues(ConsentAsk ask, Instant now) {
    var convenant = law.now().couldGovern(ask.sender(), ask.receiver(), now).getFirst();
    return Continues.without(convenant, ask.sender(), ask.receiver());
  }
}
