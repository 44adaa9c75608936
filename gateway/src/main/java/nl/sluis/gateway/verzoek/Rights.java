package nl.sluis.gateway.verzoek;

import java.security.SecureRandom;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.OwnQuestions;
import nl.sluis.gateway.desk.Places;
import nl.sluis.gateway.inzicht.Lines;
import nl.sluis.gateway.keys.KeyVault;
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
  public RightsDesk desk(Mandates mandates) {
    return new RightsDesk(
        region, database, law, mandates, references, new RequestWords(vault, random), tasks);
  }

  /// The pages on which families ask.
  ///
  /// @param lines knows which lines somebody sees
  /// @param questions knows whom somebody sees around a child
  public RightsPages pages(Lines lines, OwnQuestions questions, Sequencer sequencer) {
    var desk =
        new OwnRequests(
            region,
            database,
            law,
            new Places(new PlaceRegister(region), subjects, keyVersion),
            new RequestWords(vault, random),
            tasks,
            UUID::randomUUID);
    return new RightsPages(desk, lines, questions, references, law, sequencer);
  }
}
