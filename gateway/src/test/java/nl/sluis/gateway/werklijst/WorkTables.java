package nl.sluis.gateway.werklijst;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.Proposal;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.policies.terms.Oin;

/// A database in which there is work, for specs about who must do it. For one thread.
final class WorkTables implements AutoCloseable {
  static final String REGION = "kennemerland";
  static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  static final Oin SCHOOL = new Oin("00000099000000201000");
  static final Oin CJG = new Oin("00000099000000101000");
  static final Actor ANNA = Actor.of(new byte[] {1, 1, 1});
  static final Actor BRAM = Actor.of(new byte[] {2, 2, 2});
  static final Actor SENDER = Actor.of(new byte[] {3, 3, 3});

  final TestDatabase database = TestDatabase.with(Schema.FILES);

  @Override
  public void close() {
    database.close();
  }

  UUID task(TaskKind kind, Oin organisation, Instant due) throws SQLException {
    var about = UUID.randomUUID();
    try (var tx = database.gateway().getConnection()) {
      var task = new Task(kind, organisation, Optional.empty(), about, due);
      assertThat(new Tasks(REGION, InstantSource.fixed(NOW)).open(tx, task, NOW)).hasSize(1);
    }
    return about;
  }

  Proposal proposal(UUID about, Oin secondAt) {
    return new Proposal(
        UUID.randomUUID(),
        Closing.NACONTROLE,
        about,
        SCHOOL,
        secondAt,
        Optional.empty(),
        Optional.of(SENDER),
        ANNA,
        "terecht",
        List.of("juisteOntvanger=ja"),
        Optional.empty(),
        NOW,
        NOW);
  }

  boolean added(Proposal proposal) throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      return new Proposals(REGION).add(tx, proposal);
    }
  }

  boolean answered(Proposal proposal, Actor second, Proposals.Said said) throws SQLException {
    try (var tx = database.gateway().getConnection()) {
      return new Proposals(REGION).answer(tx, proposal, second, said, NOW);
    }
  }

  UUID stop(Oin receiver, Instant due) throws SQLException {
    var id = UUID.randomUUID();
    owner(
        """
        insert into stopbericht
          (region, id, toestemming, aan_oin, aan_rol, doel, jws, gemaakt_op, uiterlijk)
        values ('kennemerland', '%s', gen_random_uuid(), '%s', 'r', 'd', 'j', now(), '%s')
        """
            .formatted(id, receiver.value(), due));
    return id;
  }

  UUID child() throws SQLException {
    var child = UUID.randomUUID();
    owner(
        "insert into subject (region, id, created_at) values ('kennemerland', '%s', now())"
            .formatted(child));
    return child;
  }

  void appointment(String kind, UUID child, Instant due) throws SQLException {
    owner(
        """
        insert into agenda (region, id, due_at, kind, subject_id, about, organisation)
        values ('kennemerland', gen_random_uuid(), '%s', '%s', '%s', gen_random_uuid(), '%s')
        """
            .formatted(due, kind, child, SCHOOL.value()));
  }

  UUID dispute(Oin sender) throws SQLException {
    var ask = UUID.randomUUID();
    owner(
        """
        insert into consent_ask (region, id, subject_id, purpose, sender_oin, sender_role,
          receiver_oin, receiver_role, categories, legal_function, valid_until, one_off, text_hash,
          text_language, asked_at, asked_by)
        values ('kennemerland', '%s', '%s', 'doel', '%s', 'b', 'c', 'd', '{K01}',
          'avg-toestemming', '2027-11-26T00:00:00Z', false, 'h', 'nl', now(), 'x')
        """
            .formatted(ask, child(), sender.value()));
    event(ask, "DISPUTED");
    return ask;
  }

  void event(UUID ask, String type) throws SQLException {
    owner(
        """
        insert into consent_event (region, subject_id, ask_id, type, categories,
          other_parent_agrees, occurred_at, recorded_at, recorded_by)
        select 'kennemerland', a.subject_id, a.id, '%2$s', '{}', false, '%3$s', '%3$s', 'x'
        from consent_ask a where a.id = '%1$s'
        """
            .formatted(ask, type, NOW.minus(Duration.ofDays(1))));
  }

  void signed(String witness, long size, Instant at) throws SQLException {
    owner(
        ("insert into checkpoint_cosignature (region, size, witness, signed_at, line)"
                + " values ('kennemerland', %d, '%s', '%s', 'x')")
            .formatted(size, witness, at));
  }

  UUID mandate(Instant until) throws SQLException {
    var id = UUID.randomUUID();
    owner(
        """
        insert into mandaat (region, id, partij, gemachtigde, rollen, doelen, geldig_vanaf,
          geldig_tot, jti, jws, vastgelegd_op)
        values ('kennemerland', '%1$s', '%2$s', 'g', '{}', '{}', now(), '%3$s', '%1$s', 'j', now())
        """
            .formatted(id, SCHOOL.value(), until));
    return id;
  }

  void owner(String sql) throws SQLException {
    try (var owner = DriverManager.getConnection(database.url(), "postgres", "");
        var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
