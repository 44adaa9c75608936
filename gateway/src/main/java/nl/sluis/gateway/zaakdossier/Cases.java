package nl.sluis.gateway.zaakdossier;

import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.subject.Merges;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.inzicht.OwnAnswers;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.nacontrole.Corrections;
import nl.sluis.gateway.papier.Papers;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.verzoek.RightsDesk;

/// What is needed to open cases and to work on them, over the tables of one region. May be shared
/// between threads.
///
/// @param corrections what receivers are asked to undo
/// @param seal opens what singles a person out
/// @param keyVersion the version of the key of references
public record Cases(
    String region,
    DataSource database,
    Sequencer sequencer,
    CurrentLaw law,
    KeyVault vault,
    Tasks tasks,
    Corrections corrections,
    SubjectRegister subjects,
    SubjectReference references,
    PersonSeal seal,
    int keyVersion) {

  /// The pages of an officer.
  public OfficerPart pages() {
    var questions = RiskQuestions.ofThisRelease();
    return new CasePages(
        reading(),
        new CaseDesk(region, vault, tasks, questions, UUID::randomUUID),
        whole -> Recall.of(whole, corrections, tasks),
        new CaseShowing(law, questions),
        new CaseLooks(sequencer),
        sequencer);
  }

  /// Where a case is given along.
  ///
  /// @param desk makes what is given along
  /// @param rights knows who asked something
  /// @param answers knows what somebody may see of an organisation
  /// @param papers prints it
  public OfficerPart bundles(
      BundleDesk desk, RightsDesk rights, OwnAnswers answers, Papers papers) {
    var showing = new CaseShowing(law, RiskQuestions.ofThisRelease());
    return new BundlePages(
        desk, reading(), showing, new CaseLooks(sequencer), rights, answers, papers);
  }

  private CaseReading reading() {
    return new CaseReading(
        region,
        database,
        vault,
        tasks,
        corrections,
        subjects,
        references,
        new Merges(region, seal, subjects),
        keyVersion);
  }
}
