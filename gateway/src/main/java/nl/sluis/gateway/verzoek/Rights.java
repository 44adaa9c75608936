package nl.sluis.gateway.verzoek;

import java.security.SecureRandom;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.Merges;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.desk.Places;
import nl.sluis.gateway.inzicht.Handed;
import nl.sluis.gateway.inzicht.Lines;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.Tasks;

/// What is needed to ask and to answer, over the tables of one region. May be shared between
/// threads.
///
/// @param references keys the words for people, and names what they point at
/// @param keyVersion the version of the key of references
public record Rights(
    String region,
    DataSource database,
    CurrentLaw law,
    KeyVault vault,
    SecureRandom random,
    SubjectRegister subjects,
    SubjectReference references,
    Tasks tasks,
    int keyVersion) {
  /// Where organisations answer.
  ///
  /// @param mandates knows who may act for whom
  /// @param signer signs what receivers are told
  public RightsDesk desk(Mandates mandates, RecipientSigner signer) {
    var seal = new FactSeal(vault, random);
    var merges = new Merges(region, seal, subjects);
    var recipients =
        new Recipients(
            law,
            new Handed(new LogReader(region, vault), merges),
            new FactReader(region, seal),
            new RecipientTable(region),
            signer,
            tasks);
    return new RightsDesk(region, database, law, mandates, references, words(), tasks, recipients);
  }

  /// Where receivers say what they did with what was mended or erased.
  ///
  /// @param mandates knows who may act for whom
  public RecipientDesk recipients(Mandates mandates) {
    return new RecipientDesk(region, database, law, mandates, tasks);
  }

  private RequestWords words() {
    return new RequestWords(vault, random);
  }

  /// The pages on which families ask.
  ///
  /// @param lines knows which lines somebody sees
  /// @param questions knows whom somebody sees around a child
  public RightsPages pages(Lines lines, OwnQuestions questions, Sequencer sequencer) {
    return new RightsPages(own(), lines, questions, references, law, sequencer);
  }

  /// What families asked, as it stands.
  ///
  /// @param lines knows which lines somebody sees
  public AnswerPages answers(Lines lines) {
    return new AnswerPages(own(), lines, references);
  }

  /// Where somebody asks for all that an organisation gave and got.
  ///
  /// @param lines knows which lines somebody sees
  public OwnAccess access(Lines lines, Sequencer sequencer) {
    return new OwnAccess(own(), lines, sequencer);
  }

  private OwnRequests own() {
    return new OwnRequests(
        region,
        database,
        law,
        new Places(new PlaceRegister(region), subjects, keyVersion),
        words(),
        tasks,
        UUID::randomUUID);
  }
}
