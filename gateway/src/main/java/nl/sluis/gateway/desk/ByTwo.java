package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.Proposal;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.gateway.vierogen.SecondPerson;
import nl.sluis.gateway.vierogen.SecondPersons;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Work;

/// What every closing by two has in common: one person lays it ready, and a second one of the
/// organisation that the control policy asks confirms it or gives it back.
///
/// A proposal closes nothing and opens one task, that of the second person. May be shared between
/// threads.
public final class ByTwo {
  private static final String WORDS = "sluitvoorstel";

  private final DataSource database;
  private final Proposals proposals;
  private final SecondPersons.Of policy;
  private final PersonSeal seal;
  private final Tasks tasks;
  private final Supplier<UUID> ids;

  /// @param database for looking; what is said is put on record by the sequencer
  /// @param policy for what a second person is asked
  /// @param seal keeps the words of who proposes
  /// @param tasks where the second person finds it
  public ByTwo(
      String region,
      DataSource database,
      SecondPersons.Of policy,
      PersonSeal seal,
      Tasks tasks,
      Supplier<UUID> ids) {
    this.database = database;
    this.proposals = new Proposals(region);
    this.policy = policy;
    this.seal = seal;
    this.tasks = tasks;
    this.ids = ids;
  }

  /// What one person would close.
  ///
  /// @param about the exchange, the request or the task
  /// @param organisation whose work it is
  /// @param other the other organisation in it; empty where there is none
  /// @param subject the child, when it is known
  /// @param acting who did what is judged; empty when nobody's act is
  /// @param proposer who proposes it
  /// @param outcome how it would end, in one word
  /// @param answers what was answered to the questions, each as `vraag=antwoord`
  /// @param why in words
  /// @param due when what it closes is late
  public record Draft(
      Closing closing,
      UUID about,
      Oin organisation,
      Optional<Oin> other,
      Optional<UUID> subject,
      Optional<Actor> acting,
      Actor proposer,
      String outcome,
      List<String> answers,
      String why,
      Instant due) {
    /// Copies its list.
    public Draft {
      answers = List.copyOf(answers);
    }
  }

  /// What follows from a confirmation, in the same transaction.
  @FunctionalInterface
  public interface Then {
    /// Closes it.
    Filing.Result close(Proposal confirmed) throws SQLException;
  }

  /// Of which organisation the second person must be; empty when none is needed.
  ///
  /// @param sort of which work a control policy speaks here; empty when it does not
  /// @param other the other organisation in it; empty where there is none
  public Optional<Oin> second(
      Closing closing, Optional<Work> sort, Oin organisation, Optional<Oin> other)
      throws SQLException {
    try (var connection = database.getConnection()) {
      return second(connection, closing, sort, organisation, other);
    }
  }

  /// The same, in the transaction in which it is proposed.
  Optional<Oin> second(
      Connection tx, Closing closing, Optional<Work> sort, Oin organisation, Optional<Oin> other)
      throws SQLException {
    return switch (policy.of(tx, organisation).on(closing, sort)) {
      case SecondPerson.NIEMAND -> Optional.empty();
      case SecondPerson.EIGEN_ORGANISATIE -> Optional.of(organisation);
      case SecondPerson.ANDERE_PARTIJ -> Optional.of(other.orElse(organisation));
    };
  }

  /// What lies ready for a second person of this organisation under this name.
  public Optional<Proposal> waiting(Oin asker, UUID proposal) throws SQLException {
    try (var connection = database.getConnection()) {
      return proposals.find(connection, proposal).filter(one -> one.secondAt().equals(asker));
    }
  }

  /// What lies ready to close this; empty when nothing does.
  public Optional<Proposal> proposed(Closing closing, UUID about) throws SQLException {
    try (var connection = database.getConnection()) {
      return proposals.open(connection, closing, about);
    }
  }

  /// The words of who proposed it; empty when no child is known, or it was erased.
  public String words(Proposal proposal) {
    return proposal
        .subject()
        .flatMap(subject -> proposal.words().flatMap(w -> seal.open(subject, WORDS, w)))
        .map(clear -> new String(clear, StandardCharsets.UTF_8))
        .orElse("");
  }

  /// Why nobody closes this alone now: somebody proposed it already. Empty when nobody did.
  public static Optional<Filing.Result> taken(
      Connection tx, Proposals proposals, Closing closing, UUID about) throws SQLException {
    return proposals.open(tx, closing, about).isEmpty()
        ? Optional.empty()
        : Optional.of(
            Filing.fault(
                "", "Er ligt een voorstel op de werklijst; bevestig het daar, of geef het terug."));
  }

  /// Lays it ready, with the task for the second person.
  ///
  /// @param second of which organisation that is, as `second` says
  public Filing.Result propose(Found found, ObjectNode detail, Draft draft, Oin second)
      throws SQLException {
    var words = draft.why().getBytes(StandardCharsets.UTF_8);
    var proposal =
        new Proposal(
            ids.get(),
            draft.closing(),
            draft.about(),
            draft.organisation(),
            second,
            draft.subject(),
            draft.acting(),
            draft.proposer(),
            draft.outcome(),
            draft.answers(),
            draft.subject().map(subject -> seal.seal(subject, WORDS, words)),
            found.at(),
            draft.due());
    if (!proposals.add(found.tx(), proposal)) {
      return Filing.fault("", "Hier ligt al een voorstel, of het is al bevestigd.");
    }
    detail.put("stap", "voorgesteld").put("voorstel", proposal.id().toString());
    detail.put("tweedeBij", second.value()).put("uitkomst", draft.outcome());
    var task =
        new Task(TaskKind.SECOND_PERSON, second, draft.subject(), proposal.id(), draft.due());
    return new Filing.Result.Filed(proposal.id().toString())
        .also(tasks.open(found.tx(), task, found.at()));
  }

  /// The second person says something of it: then it is closed, or nothing is and it can be
  /// proposed anew.
  ///
  /// @param from the organisation of the second person
  /// @param why in words, for the logbook
  public Filing.Result answer(
      Found found,
      ObjectNode detail,
      UUID id,
      Oin from,
      Actor who,
      Proposals.Said said,
      String why,
      Then then)
      throws SQLException {
    var proposal = proposals.find(found.tx(), id);
    if (proposal.isEmpty() || !from.equals(proposal.get().secondAt())) {
      return Filing.notThere();
    }
    if (!proposal.get().mayConfirm(from, who)) {
      return Filing.fault(
          "tweede", "U stelde dit zelf voor, of u deed het zelf; laat een ander meekijken.");
    }
    if (!proposals.answer(found.tx(), proposal.get(), who, said, found.at())) {
      return Filing.notThere();
    }
    detail.put("stap", said.code()).put("voorstel", id.toString()).put("toelichting", why);
    var done = tasks.finish(found.tx(), TaskKind.SECOND_PERSON, from, id);
    return switch (said) {
      case TERUGGEGEVEN -> new Filing.Result.Filed(id.toString()).also(done);
      case BEVESTIGD -> then.close(proposal.get()).also(done);
    };
  }
}
