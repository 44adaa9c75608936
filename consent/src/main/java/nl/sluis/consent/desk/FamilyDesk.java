package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.agenda.Agenda;
import nl.sluis.consent.agenda.Birthdays;
import nl.sluis.consent.facts.Residence;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.consent.subject.SealedFacts;

/// Where birth date, gezag, municipality and shields are put on record. Facts are added, never
/// changed.
///
/// May be shared between threads; it runs in the caller's transaction, after the caller locked the
/// subject. Whether the partner's role may do this is for the caller to know.
public final class FamilyDesk {
  private static final String ADD_BIRTH =
      """
      insert into birth (region, subject_id, birth_sealed, recorded_at, recorded_by)
      values (?, ?, ?, ?, ?)
      """;
  private static final String ADD_CUSTODY =
      """
      insert into custody_fact
        (region, subject_id, situation, source, valid_from, obtained_at, holders, capacities,
        recorded_at, recorded_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_RESIDENCE =
      """
      insert into residence
        (region, subject_id, residence_sealed, recorded_at, recorded_by)
      values (?, ?, ?, ?, ?)
      """;

  private static final String LIVES =
      """
      select seq, residence_sealed
      from residence
      where region = ? and subject_id = ?
      """;

  private final String region;
  private final SealedFacts sealed;
  private final PersonRegister people;
  private final Agenda agenda;

  /// @param region in whose part of the database the families live
  /// @param seal opens what singles a person out
  public FamilyDesk(String region, PersonSeal seal) {
    this.region = region;
    this.sealed = new SealedFacts(seal);
    this.agenda = new Agenda(region);
    this.people = new PersonRegister(region);
  }

  /// Puts what a partner knows of a family on record, or tells everything that is wrong with it.
  ///
  /// @param keyVersion with which key the labels were hashed
  public Filed register(
      Connection tx,
      UUID subject,
      FamilyDraft draft,
      Recorder.Partner recorder,
      int keyVersion,
      Instant now)
      throws SQLException {
    var faults = new Faults(now);
    var birth =
        draft.birthDate().isEmpty()
            ? Optional.<LocalDate>empty()
            : BirthCheck.check("geboortedatum", draft.birthDate(), faults);
    var custody = CustodyCheck.check(draft.custody(), faults);
    var residence = ResidenceCheck.check(draft.residence(), faults);
    faults.addIf(
        draft.birthDate().isEmpty() && draft.custody() == null && draft.residence() == null,
        "geboortedatum",
        "Geef ten minste een geboortedatum, het gezag of een gemeente.");
    if (!faults.isEmpty()) {
      return faults.faulty();
    }
    var labels = labels(draft);
    var persons = people.resolve(tx, subject, recorder.party().oin(), labels, keyVersion, now);
    if (birth.isPresent()) {
      addBirth(tx, subject, birth.get(), recorder, now);
    }
    if (custody.isPresent()) {
      addCustody(tx, subject, custody.get(), persons, recorder, now);
    }
    if (residence.isPresent()) {
      addResidence(tx, subject, residence.get(), recorder, now);
    }
    return new Filed.Done(subject);
  }

  /// The municipality in which a person lives on this day; empty when nobody told.
  public Optional<String> municipality(Connection tx, UUID subject, LocalDate day)
      throws SQLException {
    try (var select = tx.prepareStatement(LIVES)) {
      select.setString(1, region);
      select.setObject(2, subject);
      var told = new ArrayList<Residence>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          long seq = row.getLong(1);
          sealed
              .residence(subject, row.getBytes(2))
              .map(lives -> new Residence(seq, lives.municipality(), lives.validFrom()))
              .ifPresent(told::add);
        }
      }
      return Residence.on(day, told);
    }
  }

  private static List<Hmac> labels(FamilyDraft draft) {
    var custody = draft.custody();
    var holders = custody == null ? List.<FamilyDraft.Holder>of() : custody.holders();
    return holders.stream().map(FamilyDraft.Holder::label).distinct().toList();
  }

  private void addBirth(
      Connection tx, UUID subject, LocalDate birth, Recorder.Partner recorder, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD_BIRTH)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setBytes(3, sealed.birth(subject, birth));
      insert.setObject(4, ConsentTable.utc(now));
      insert.setString(5, recorder.code());
      insert.executeUpdate();
    }
    // Another birth date moves the birthdays that are on the agenda.
    agenda.cross(tx, subject);
    var appointment = Birthdays.told(subject, birth, recorder.party().oin(), now);
    if (appointment.isPresent()) {
      agenda.put(tx, appointment.get());
    }
  }

  private void addResidence(
      Connection tx, UUID subject, ResidenceCheck.Read residence, Recorder recorder, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD_RESIDENCE)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setBytes(
          3, sealed.residence(subject, residence.municipality(), residence.validFrom()));
      insert.setObject(4, ConsentTable.utc(now));
      insert.setString(5, recorder.code());
      insert.executeUpdate();
    }
  }

  private void addCustody(
      Connection tx,
      UUID subject,
      CustodyCheck.Read custody,
      Map<Hmac, UUID> persons,
      Recorder recorder,
      Instant now)
      throws SQLException {
    var holders =
        custody.holders().stream().map(FamilyDraft.Holder::label).map(persons::get).toArray();
    var capacities = custody.holders().stream().map(FamilyDraft.Holder::capacity).toArray();
    try (var insert = tx.prepareStatement(ADD_CUSTODY)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setString(3, custody.situation().code());
      insert.setString(4, custody.source().code());
      insert.setObject(5, custody.validFrom());
      insert.setObject(6, ConsentTable.utc(custody.obtainedAt()));
      insert.setArray(7, tx.createArrayOf("uuid", holders));
      insert.setArray(8, tx.createArrayOf("text", capacities));
      insert.setObject(9, ConsentTable.utc(now));
      insert.setString(10, recorder.code());
      insert.executeUpdate();
    }
  }
}
