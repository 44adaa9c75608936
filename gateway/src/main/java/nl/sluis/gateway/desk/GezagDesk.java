package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.CustodyDesk;
import nl.sluis.consent.desk.CustodyDraft;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where partners put on record who has gezag, have a second person look, and read back what they
/// recorded themselves.
///
/// May be shared between threads.
public final class GezagDesk {
  private final DataSource database;
  private final FactDesk facts;
  private final AfterGezag after;
  private final CustodyDesk custody;
  private final int keyVersion;

  /// @param database for looking up whose lock to take
  /// @param facts knows who may put something on record
  /// @param after what follows from a fact about gezag
  public GezagDesk(
      String region,
      PersonSeal seal,
      DataSource database,
      FactDesk facts,
      AfterGezag after,
      int keyVersion) {
    this.database = database;
    this.facts = facts;
    this.after = after;
    this.custody = new CustodyDesk(region, seal);
    this.keyVersion = keyVersion;
  }

  /// What a partner found out about gezag.
  public Work<Outcome> register(Oin caller, PartyRole party, AliasKey alias, CustodyDraft draft) {
    return new Filing(
        Needs.toWrite(alias),
        EntryKind.GEZAG,
        facts.onBehalf(caller, party, Optional.empty()),
        (found, detail) -> {
          detail.put("situatie", draft.custody().situation()).put("bron", draft.custody().source());
          detail.put("geldigVanaf", draft.custody().validFrom());
          detail.put("geldigTot", draft.validUntil());
          detail.put("verkregenOp", draft.custody().obtainedAt());
          detail.put("kenmerkHash", draft.referenceHash()).put("domein", draft.domain());
          return file(found, party, draft);
        });
  }

  /// Puts it on record, with what follows from it.
  Filing.Result file(Found found, PartyRole party, CustodyDraft draft) throws SQLException {
    var filed =
        Filing.Result.of(
            custody.register(
                found.tx(),
                found.subject().orElseThrow(),
                draft,
                new Recorder.Partner(party),
                keyVersion,
                found.at()));
    return after.filed(found, party, filed);
  }

  /// A second person of the same organisation looked at what the first one entered.
  ///
  /// @param confirmer the keyed hash of that person's name in the organisation
  /// @return empty when there is no such fact for this organisation
  public Optional<Work<Outcome>> confirm(Oin caller, PartyRole party, UUID fact, Hmac confirmer)
      throws SQLException {
    var recorder = new Recorder.Partner(party);
    Optional<UUID> subject;
    try (var connection = database.getConnection()) {
      subject = custody.subject(connection, fact, recorder);
    }
    return subject.map(
        person ->
            new Filing(
                Needs.toWrite(person),
                EntryKind.GEZAG,
                facts.onBehalf(caller, party, Optional.empty()),
                (found, detail) -> {
                  detail.put("handeling", "bevestigd");
                  var confirmed =
                      custody
                          .confirm(found.tx(), fact, confirmer, recorder, found.at())
                          .map(Filing.Result::of)
                          .orElseGet(Filing::notThere);
                  return after.confirmed(found, party, confirmed);
                }));
  }

  /// What this organisation recorded itself; that it looked is a row.
  ///
  /// @param words the keyed hashes of its own words for people, by those words
  public Work<GezagLook.Seen> look(
      Oin caller, PartyRole party, AliasKey alias, Map<Hmac, String> words) {
    return new GezagLook(
        facts.onBehalf(caller, party, Optional.empty()), custody, alias, Map.copyOf(words));
  }
}
