package nl.sluis.gateway.zaakdossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodyAt;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.notice.NoticeDraft;
import nl.sluis.consent.notice.NoticeKind;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Regime;
import nl.sluis.policies.terms.Role;

/// Tells the families of a breach, once it was decided that they are told (AVG 34): a notice, of
/// which each hears by the way that is safe for that person.
///
/// From whom something is hidden, or who is shielded from an organisation in it, is not told as
/// long as that lasts, and is told when it is over. Neither the officer nor the family can tell
/// that it waited: nothing says how many were told. As long as there is such a breach of the last
/// year it looks every quarter of an hour. For one thread at a time; gateways may do it at once.
public final class TellFamilies implements Duty {
  private static final Duration REST = Duration.ofMinutes(15);
  private static final int YEARS_DAYS = 365;
  private static final Oin NOBODY = new Oin("0".repeat(20));

  // Whom each row is about, one by one, as in `CaseTable`.
  private static final String DUE =
      """
      select distinct z.id, s.subject_id
      from zaak z
      join zaak_stap b on b.region = z.region and b.zaak = z.id
      join zaak_rij r on r.region = z.region and r.zaak = z.id
      cross join lateral (
        select subject_id from logbook_subject s
        where s.region = r.region and s.idx = r.rij
        limit 1) s
      where z.region = ? and b.stap = 'besluit' and b.uitkomst = ? and b.op > ?
      """;
  private static final String ROWS =
      """
      select r.rij
      from zaak_rij r
      cross join lateral (
        select subject_id from logbook_subject s
        where s.region = r.region and s.idx = r.rij
        limit 1) s
      where r.region = ? and r.zaak = ? and s.subject_id = ?
      order by r.rij
      """;
  private static final String TOLD =
      "select person_id from zaak_gezin where region = ? and zaak = ? and subject_id = ?";
  private static final String TELL =
      """
      insert into zaak_gezin (region, zaak, subject_id, person_id, op)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private final String region;
  private final DataSource database;
  private final Sequencer sequencer;
  private final OwnRows rows;
  private final Notices notices;
  private final FactReader facts;
  private final CustodyAt custody;
  private Instant notBefore = Instant.MIN;

  /// @param seal opens what singles a person out
  public TellFamilies(
      String region, DataSource database, Sequencer sequencer, KeyVault vault, PersonSeal seal) {
    var parameters = ConsentParameters.strict();
    this.region = region;
    this.database = database;
    this.sequencer = sequencer;
    this.rows = new OwnRows(region, vault);
    this.notices = new Notices(region, seal, parameters);
    this.facts = new FactReader(region, seal);
    this.custody = new CustodyAt(parameters);
  }

  /// One family in one case.
  private record Family(UUID id, UUID subject) {}

  @Override
  public int run(Instant now) throws SQLException {
    if (now.isBefore(notBefore)) {
      return 0;
    }
    int told = 0;
    for (var family : due(now)) {
      notBefore = now.plus(REST);
      if (isSomebodyToTell(family, now)) {
        told += sequencer.submit(new Telling(family)).join();
      }
    }
    return told;
  }

  private List<Family> due(Instant now) throws SQLException {
    var found = new ArrayList<Family>();
    try (var tx = database.getConnection();
        var select = tx.prepareStatement(DUE)) {
      select.setString(1, region);
      select.setString(2, CaseOutcome.AP_EN_GEZIN.code());
      select.setObject(3, now.minus(Duration.ofDays(YEARS_DAYS)).atOffset(ZoneOffset.UTC));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Family(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        }
      }
    }
    return found;
  }

  private boolean isSomebodyToTell(Family family, Instant now) throws SQLException {
    try (var tx = database.getConnection()) {
      return !drafts(tx, family, now).isEmpty();
    }
  }

  /// Who must still be told and may know of it now, each by the first row that it may know of.
  private List<NoticeDraft> drafts(Connection tx, Family family, Instant now) throws SQLException {
    var people = people(tx, family.subject(), now);
    people.removeAll(told(tx, family));
    var drafts = new ArrayList<NoticeDraft>();
    if (people.isEmpty()) {
      return drafts;
    }
    var matters = matters(tx, family);
    for (var person : people) {
      for (var matter : matters) {
        var draft =
            new NoticeDraft(family.subject(), person, NoticeKind.DATALEK, null, null, matter);
        if (notices.mayTell(tx, draft, now)) {
          drafts.add(draft);
          break;
        }
      }
    }
    return drafts;
  }

  /// The child, and who has gezag.
  private Set<UUID> people(Connection tx, UUID subject, Instant now) throws SQLException {
    var nobody = new PartyRole(NOBODY, Role.JONGERE);
    var query =
        new FactQuery(
            subject,
            new Purpose("geen"),
            nobody,
            nobody,
            Set.of(),
            EnumSet.allOf(Regime.class),
            "");
    var records = facts.records(tx, List.of(query), now).getFirst();
    var people = new LinkedHashSet<>(Set.of(subject));
    custody.on(records.custody(), now).ifPresent(fact -> people.addAll(fact.holders()));
    return people;
  }

  private Set<UUID> told(Connection tx, Family family) throws SQLException {
    var told = new LinkedHashSet<UUID>();
    try (var select = tx.prepareStatement(TOLD)) {
      select.setString(1, region);
      select.setObject(2, family.id());
      select.setObject(3, family.subject());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          told.add(row.getObject(1, UUID.class));
        }
      }
    }
    return told;
  }

  /// By which each of the exchanges can be hidden, and from whom somebody may be shielded.
  private Set<NoticeDraft.Matter> matters(Connection tx, Family family) throws SQLException {
    var indexes = new ArrayList<Long>();
    try (var select = tx.prepareStatement(ROWS)) {
      select.setString(1, region);
      select.setObject(2, family.id());
      select.setObject(3, family.subject());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          indexes.add(row.getLong(1));
        }
      }
    }
    var matters = new LinkedHashSet<NoticeDraft.Matter>();
    for (var index : indexes) {
      rows.at(tx, index)
          .filter(row -> row.kind() == EntryKind.DISCLOSED)
          .ifPresent(row -> matters.add(new NoticeDraft.Matter(row.exchange(), row.to().oin())));
    }
    return matters;
  }

  /// Tells those of one family who may know of it, under its lock.
  private final class Telling implements Work<Integer> {
    private final Family family;

    Telling(Family family) {
      this.family = family;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(family.subject());
    }

    @Override
    public Plan<Integer> plan(Found found) throws SQLException {
      var entries = new ArrayList<Entry>();
      for (var draft : drafts(found.tx(), family, found.at())) {
        var given = notices.give(found.tx(), draft, found.at());
        if (given.isPresent() && tell(found, draft.person())) {
          entries.add(row(draft, given.get()));
        }
      }
      return Plan.of(entries, entries.size());
    }

    private boolean tell(Found found, UUID person) throws SQLException {
      try (var insert = found.tx().prepareStatement(TELL)) {
        insert.setString(1, region);
        insert.setObject(2, family.id());
        insert.setObject(3, family.subject());
        insert.setObject(4, person);
        insert.setObject(5, found.at().atOffset(ZoneOffset.UTC));
        return insert.executeUpdate() == 1;
      }
    }

    private Entry row(NoticeDraft draft, UUID notice) {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("kennisgeving", notice.toString()).put("over", draft.kind().code());
      detail.put("persoon", draft.person().toString()).put("zaak", family.id().toString());
      return new Entry(EntryKind.NOTICE, Optional.of(family.subject()), detail);
    }
  }
}
