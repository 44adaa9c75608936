package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonSeal;

/// Where partners put on record what they found out about gezag, and where a second person looks at
/// what was entered by hand.
///
/// May be shared between threads; what writes runs in the caller's transaction, after the caller
/// locked the subject.
public final class CustodyDesk {
  private final CustodyTable table;
  private final PersonRegister people;

  /// @param region in whose part of the database the families live
  /// @param seal keys what singles a person out
  public CustodyDesk(String region, PersonSeal seal) {
    this.table = new CustodyTable(region, seal);
    this.people = new PersonRegister(region);
  }

  /// Puts it on record, or tells everything that is wrong with it. What was entered for four eyes
  /// lets nobody say yes until a second person confirmed it.
  ///
  /// @param keyVersion with which key the labels were hashed
  public Filed register(
      Connection tx,
      UUID subject,
      CustodyDraft draft,
      Recorder.Partner recorder,
      int keyVersion,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var read = CustodyFormCheck.check(draft, faults);
    if (!faults.isEmpty() || read.isEmpty()) {
      return faults.faulty();
    }
    var labels = draft.custody().holders().stream().map(FamilyDraft.Holder::label).distinct();
    var persons =
        people.resolve(tx, subject, recorder.party().oin(), labels.toList(), keyVersion, now);
    var id = UUID.randomUUID();
    var row = new CustodyTable.Row(id, subject, draft, persons, recorder, now);
    switch (read.get()) {
      case CustodyFormCheck.Read.Whole whole -> table.add(tx, row, whole);
      case CustodyFormCheck.Read.Part part -> table.add(tx, row, part);
    }
    return new Filed.Done(id);
  }

  /// The person whom a fact is about, when this organisation recorded it.
  public Optional<UUID> subject(Connection tx, UUID fact, Recorder.Partner recorder)
      throws SQLException {
    return table.find(tx, fact, recorder.party().oin()).map(CustodyTable.Entered::subject);
  }

  /// A second person of the same organisation looked at what the first one entered.
  ///
  /// @param confirmer the keyed hash of that person's name in the organisation
  /// @return empty when this organisation recorded no such fact
  public Optional<Filed> confirm(
      Connection tx, UUID fact, Hmac confirmer, Recorder.Partner recorder, Instant now)
      throws SQLException {
    var found = table.find(tx, fact, recorder.party().oin());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var faults = new Faults(now);
    faults.addIf(
        !found.get().needsFourEyes(), "id", "Dit gegeven is niet met vier ogen vastgelegd.");
    faults.addIf(found.get().isConfirmed(), "id", "Dit gegeven is al bevestigd.");
    faults.addIf(
        Arrays.equals(found.get().reporter(), confirmer.bytes()),
        "handelend.id",
        "Een ander dan wie dit vastlegde kijkt mee.");
    if (!faults.isEmpty()) {
      return Optional.of(faults.faulty());
    }
    table.confirm(tx, fact, found.get().subject(), confirmer, recorder, now);
    return Optional.of(new Filed.Done(fact));
  }

  /// What this organisation itself recorded of who has gezag over this person, in order.
  ///
  /// @param labels the keyed hashes of its own words, to be found again among the holders
  public Stream<CustodyTable.Known> own(
      Connection tx, UUID subject, Recorder.Partner recorder, List<Hmac> labels)
      throws SQLException {
    var oin = recorder.party().oin();
    return table.of(tx, subject, oin, people.find(tx, subject, oin, labels));
  }
}
