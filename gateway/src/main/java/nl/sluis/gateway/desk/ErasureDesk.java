package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.message.Acting;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.wissen.Deciding;
import nl.sluis.gateway.wissen.Erasures;
import nl.sluis.gateway.wissen.Ground;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where an organisation has a child erased (AVG 17): its officer for data protection and a second
/// person, on a ground from a closed list. May be shared between threads.
public final class ErasureDesk {
  /// The word for the officer in `bevestigdDoor`.
  private static final String OFFICER = "fg";

  private final DataSource database;
  private final FactDesk facts;
  private final CurrentLaw law;
  private final SubjectRegister subjects;
  private final Deciding deciding;
  private final Erasures erasures;
  private final Supplier<UUID> ids;

  /// @param database for looking; what is decided is put on record by the sequencer
  /// @param facts knows who may put something on record
  /// @param deciding says whether the child is erased
  /// @param ids random identifiers of erasures
  public ErasureDesk(
      String region,
      DataSource database,
      FactDesk facts,
      CurrentLaw law,
      SubjectRegister subjects,
      Deciding deciding,
      Supplier<UUID> ids) {
    this.database = database;
    this.facts = facts;
    this.law = law;
    this.subjects = subjects;
    this.deciding = deciding;
    this.erasures = new Erasures(region);
    this.ids = ids;
  }

  /// Has the child of this reference erased.
  ///
  /// @param confirmedBy the two who looked at it
  /// @return empty when the reference means nobody; none is made of it
  public Optional<Work<Outcome>> erase(
      Oin caller,
      PartyRole party,
      AliasKey alias,
      Ground ground,
      Erasures.Asker asker,
      List<Acting> confirmedBy)
      throws SQLException {
    try (var connection = database.getConnection()) {
      if (subjects.find(connection, List.of(alias)).isEmpty()) {
        return Optional.empty();
      }
    }
    var onBehalf = facts.onBehalf(caller, party, Optional.empty());
    return Optional.of(new Erasing(onBehalf, alias, ground, asker, List.copyOf(confirmedBy)));
  }

  /// How an erasure stands, for the organisation that decided it.
  public Optional<Erasures.Stand> stand(UUID id, Oin organisation) throws SQLException {
    try (var connection = database.getConnection()) {
      return erasures.find(connection, id, organisation);
    }
  }

  private final class Erasing implements Work<Outcome> {
    private final OnBehalf onBehalf;
    private final AliasKey alias;
    private final Ground ground;
    private final Erasures.Asker asker;
    private final List<Acting> confirmedBy;

    Erasing(
        OnBehalf onBehalf,
        AliasKey alias,
        Ground ground,
        Erasures.Asker asker,
        List<Acting> confirmedBy) {
      this.onBehalf = onBehalf;
      this.alias = alias;
      this.ground = ground;
      this.asker = asker;
      this.confirmedBy = confirmedBy;
    }

    @Override
    public Needs needs() {
      return Needs.toWrite(alias);
    }

    @Override
    public Plan<Outcome> plan(Found found) throws SQLException {
      var refusal = onBehalf.refusal(found);
      if (refusal.isPresent()) {
        return Plan.known(refusal.get());
      }
      var party = onBehalf.party();
      if (!isByOfficer() || !FourEyes.hasRightToBsn(law.now(), party.oin(), found.at())) {
        return Plan.known(denied(Denial.WISSEN_MET_FG));
      }
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("afzender", onBehalf.caller().value());
      detail.set("namens", QuestionJson.party(party));
      FourEyes.tell(detail, confirmedBy);
      var id = ids.get();
      var decided =
          deciding.decide(
              found.tx(),
              found.subject().orElseThrow(),
              id,
              ground,
              asker,
              party.oin(),
              detail,
              found.at());
      List<Entry> rows = List.of(decided.row());
      // What stands in the way is for the logbook: it may be what the caller may not know of.
      return decided.stoppedBy().isEmpty()
          ? new Linked<>(rows, receipt -> new Outcome.Done(id.toString(), receipt, Map.of()))
          : Plan.of(rows, denied(Denial.BEWAARPLICHT_LOOPT));
    }

    private boolean isByOfficer() {
      return FourEyes.areTwo(confirmedBy)
          && confirmedBy.stream().anyMatch(a -> a.function().equals(OFFICER) && !a.id().isBlank());
    }

    private Outcome denied(Denial why) {
      return new Outcome.NotAllowed(why, why.sentence());
    }
  }
}
