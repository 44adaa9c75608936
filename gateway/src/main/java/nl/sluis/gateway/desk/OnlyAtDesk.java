package nl.sluis.gateway.desk;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.DeskOnlyDesk;
import nl.sluis.consent.desk.DeskOnlyDesk.OnRecord;
import nl.sluis.consent.desk.Filed;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Where professionals put on record that somebody is served at the desk only, and where that ends
/// (portals.md 3.3 and N11, decision 0037).
///
/// Only who meets the person may: each step needs two people of the organisation. Its rows are no
/// line for any family. May be shared between threads.
public final class OnlyAtDesk {
  /// Who meet families, and can see that somebody looks along.
  public static final Set<Role> MEET_PEOPLE =
      Set.of(
          Role.SCHOOL_IB,
          Role.SCHOOL_DIRECTEUR,
          Role.CJG_COACH,
          Role.CJG_JONGERENCOACH,
          Role.CJG_IA,
          Role.CJG_GEDRAGSWETENSCHAPPER,
          Role.CJG_TOEGANG,
          Role.HUISARTS,
          Role.POH_JEUGD,
          Role.GGD_JEUGDARTS,
          Role.GGD_VERPLEEGKUNDIGE,
          Role.JMW,
          Role.VEILIG_THUIS,
          Role.JEUGDHULPAANBIEDER,
          Role.CRISISDIENST,
          Role.MAATSCHAPPELIJKE_OPVANG,
          Role.GI_OTS,
          Role.GI_VOOGD,
          Role.GI_VRIJWILLIG,
          Role.JEUGDRECLASSERING,
          Role.RVDK,
          Role.AANDACHTSFUNCTIONARIS);

  private static final String CONSEQUENCE =
      "Vanaf nu tonen de bladzijden van deze persoon niets meer, en wordt er niets gestuurd. Wie er"
          + " eerder meekeek, vindt er niets. Spreek met de persoon af hoe u elkaar bereikt.";

  private final DataSource database;
  private final FactDesk facts;
  private final Tasks tasks;
  private final DeskOnlyDesk desk;
  private final Evidence evidence;

  /// @param database for looking up whose lock to take
  /// @param facts knows who acts for whom
  public OnlyAtDesk(
      String region,
      DataSource database,
      FactDesk facts,
      Tasks tasks,
      KeyVault vault,
      SecureRandom random) {
    this.database = database;
    this.facts = facts;
    this.tasks = tasks;
    this.desk = new DeskOnlyDesk(region, new FactSeal(vault, random));
    this.evidence = new Evidence(vault, random);
  }

  /// From the commit on this person is served at the desk only.
  public Work<Outcome> set(
      Oin caller, PartyRole party, AliasKey alias, FactDesk.Sealing<DeskOnlyDesk.Draft> draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.RESTRICTION,
        facts.onBehalf(caller, party, MEET_PEOPLE),
        (found, detail) -> {
          var subject = found.subject().orElseThrow();
          var made = draft.with(subject, proof -> evidence.seal(subject, proof));
          detail.put("alleenLoket", "ingesteld").put("bron", made.source());
          detail.put("herziening", made.reviewOn());
          var terms = facts.reviews(party, found.at());
          return switch (desk.set(found.tx(), subject, made, terms, party, found.at())) {
            case Filed.Done(UUID id) ->
                new Filing.Result.Filed(id.toString(), Map.of("gevolg", CONSEQUENCE));
            case Filed.Faulty faulty -> Filing.Result.of(faulty);
          };
        });
  }

  /// It ends: two people say so again.
  public Work<Outcome> lift(
      Oin caller, PartyRole party, OnRecord standing, FactDesk.Sealing<DeskOnlyDesk.Two> two) {
    return new Filing(
        Needs.toWrite(standing.subject()),
        EntryKind.RESTRICTION,
        facts.onBehalf(caller, party, MEET_PEOPLE),
        (found, detail) -> {
          detail.put("alleenLoket", "opgeheven").put("opheffing", standing.id().toString());
          var by = two.with(standing.subject(), p -> evidence.seal(standing.subject(), p));
          var current = desk.find(found.tx(), standing.id()).orElseThrow();
          var filed = desk.lift(found.tx(), current, by, party, found.at());
          return Filing.Result.of(filed)
              .also(
                  filed instanceof Filed.Done
                      ? tasks.finish(found.tx(), TaskKind.REVIEW, party.oin(), standing.id())
                      : List.of());
        });
  }

  /// What is on record under this name, when this organisation recorded it.
  public Optional<OnRecord> find(UUID id, Oin party) throws SQLException {
    try (var connection = database.getConnection()) {
      return desk.find(connection, id).filter(one -> one.recordedBy().equals(party));
    }
  }
}
