package nl.sluis.gateway.boot;

import com.nimbusds.jose.jwk.ECKey;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.acuut.AcuteBook;
import nl.sluis.gateway.acuut.HandoverLetters;
import nl.sluis.gateway.acuut.HandoverNotes;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.exchange.Aftermath;
import nl.sluis.gateway.exchange.Keeping;
import nl.sluis.gateway.exchange.OtherRegion;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.nacontrole.CorrectionSigner;
import nl.sluis.gateway.nacontrole.Corrections;
import nl.sluis.gateway.nacontrole.Family;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.ondertekening.KeptMessages;
import nl.sluis.gateway.postbus.Halts;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.verzoek.RecipientSigner;

/// What is kept of reports that went out for the safety of a child.
///
/// @param reports those of acute danger, until a person read them
/// @param reviews the looking back
/// @param family who is told, and when
/// @param notes which reports must be handed over to another region
/// @param letters make those notes
/// @param corrections what an unjustified report sets going
/// @param recipients what those are told who got data that were mended or erased
/// @param halts what stands still by somebody's word
/// @param kept what waits for who must sign under a conflict of duties
record Safety(
    AcuteBook reports,
    ReviewBook reviews,
    Family family,
    HandoverNotes notes,
    HandoverLetters letters,
    Corrections corrections,
    RecipientSigner recipients,
    KeptMessages kept,
    Halts halts) {
  static Safety of(
      Settings settings,
      String region,
      Tasks tasks,
      DataSource database,
      HourKeys keys,
      SigningKeys<ECKey> signing,
      InstantSource clock) {
    var notes = new HandoverNotes(region);
    return new Safety(
        new AcuteBook(region, tasks),
        new ReviewBook(region, tasks),
        new Family(region, tasks),
        notes,
        new HandoverLetters(notes, database, settings.oin(), signing, clock),
        new Corrections(region, new CorrectionSigner(settings.oin(), signing)),
        new RecipientSigner(settings.oin(), signing),
        new KeptMessages(region, keys, UUID::randomUUID),
        new Halts(region));
  }

  /// What waits for who must sign.
  Keeping keeping() {
    return new Keeping(kept);
  }

  /// What follows, in the same transaction, on letting a report through.
  Aftermath aftermath(CurrentLaw law, SubjectReference references) {
    return new Aftermath(reports, new OtherRegion(law, notes), reviews, family, references);
  }
}
