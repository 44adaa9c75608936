package nl.sluis.gateway.werklijst;

import static nl.sluis.gateway.werklijst.WorkTables.ANNA;
import static nl.sluis.gateway.werklijst.WorkTables.BRAM;
import static nl.sluis.gateway.werklijst.WorkTables.CJG;
import static nl.sluis.gateway.werklijst.WorkTables.REGION;
import static nl.sluis.gateway.werklijst.WorkTables.SCHOOL;
import static nl.sluis.gateway.werklijst.WorkTables.SENDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.sluis.gateway.vierogen.Caseload;
import nl.sluis.gateway.vierogen.Proposals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// PostgreSQL itself refuses a second person who is none, whoever asks it.
final class SecondPersonInTheDatabaseSpec {
  private WorkTables works;

  @BeforeEach
  void open() {
    works = new WorkTables();
  }

  @AfterEach
  void close() {
    works.close();
  }

  @Test
  void the_database_refuses_a_second_person_who_proposed_it_or_did_it() throws SQLException {
    var proposal = works.proposal(UUID.randomUUID(), SCHOOL);
    assertThat(works.added(proposal)).isTrue();

    for (var same : List.of(ANNA, SENDER)) {
      assertThat(proposal.mayConfirm(SCHOOL, same)).isFalse();
      assertThatThrownBy(() -> works.answered(proposal, same, Proposals.Said.BEVESTIGD))
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .as("a check constraint")
          .isEqualTo("23514");
    }
    assertThat(proposal.mayConfirm(CJG, BRAM)).as("of another organisation").isFalse();
    assertThat(works.answered(proposal, BRAM, Proposals.Said.BEVESTIGD)).isTrue();
    assertThat(works.answered(proposal, BRAM, Proposals.Said.BEVESTIGD)).as("once").isFalse();
    assertThat(works.added(works.proposal(proposal.about(), SCHOOL)))
        .as("what is confirmed")
        .isFalse();
  }

  @Test
  void the_database_refuses_a_second_person_of_another_organisation_than_was_asked()
      throws SQLException {
    var proposal = works.proposal(UUID.randomUUID(), SCHOOL);
    assertThat(works.added(proposal)).isTrue();

    assertThatThrownBy(
            () ->
                works.owner(
                    """
                    insert into sluitvoorstel_besluit
                      (region, voorstel, voorsteller, handelend, tweede, tweede_bij, besluit, op)
                    values ('kennemerland', '%s', '\\x010101', '\\x030303', '\\x02', '%s',
                      'bevestigd', now())
                    """
                        .formatted(proposal.id(), CJG.value())))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .as("a foreign key")
        .isEqualTo("23503");
  }

  @Test
  void a_verdict_for_which_a_second_person_was_needed_cannot_stand_without_one()
      throws SQLException {
    var exchange = UUID.randomUUID();
    works.owner(
        """
        insert into nacontrole (region, transactie, van_oin, van_rol, aan_oin, aan_rol, doel, regel,
          acuut, handelend, geopend_op, uiterlijk)
        values ('kennemerland', '%s', 'a', 'b', 'c', 'd', 'e', 'X16', false, '\\x030303', now(), now())
        """
            .formatted(exchange));
    var proposal = works.proposal(exchange, SCHOOL);
    assertThat(works.added(proposal)).isTrue();
    var verdict =
        """
        insert into nacontrole_oordeel (region, transactie, handelend, beoordelaar, uitkomst,
          regel_gemist, op, voorstel, tweede, besluit, tweede_nodig)
        values ('kennemerland', '%s', '\\x030303', '\\x010101', 'terecht', 'geen', now(),
          %s, %s, %s, true)
        """;

    assertThatThrownBy(() -> works.owner(verdict.formatted(exchange, "null", "null", "null")))
        .as("without a second person")
        .isInstanceOf(SQLException.class);
    var id = "'" + proposal.id() + "'";
    assertThatThrownBy(
            () -> works.owner(verdict.formatted(exchange, id, "'\\x020202'", "'bevestigd'")))
        .as("before it is confirmed")
        .isInstanceOf(SQLException.class);
    assertThat(works.answered(proposal, BRAM, Proposals.Said.BEVESTIGD)).isTrue();
    assertThatThrownBy(
            () -> works.owner(verdict.formatted(exchange, id, "'\\x010101'", "'bevestigd'")))
        .as("by the reviewer alone")
        .isInstanceOf(SQLException.class);
    works.owner(verdict.formatted(exchange, id, "'\\x020202'", "'bevestigd'"));
  }

  @Test
  void who_acted_at_a_child_works_with_it() throws SQLException {
    var child = works.child();
    works.owner(
        ("insert into rolgebruik (region, persoon, subject_id, rol, eerst_op)"
                + " values ('kennemerland', '\\x010101', '%s', 'school-ib', now())")
            .formatted(child));

    try (var tx = works.database.gateway().getConnection()) {
      assertThat(new Caseload(REGION).holds(tx, child, ANNA)).isTrue();
      assertThat(new Caseload(REGION).holds(tx, child, BRAM)).isFalse();
      assertThat(new Caseload(REGION).holds(tx, works.child(), ANNA)).isFalse();
    }
  }

  @Test
  void the_gateway_cannot_change_or_remove_what_was_proposed() {
    for (var sql :
        List.of(
            "update sluitvoorstel set uitkomst = 'terecht'",
            "delete from sluitvoorstel",
            "update sluitvoorstel_besluit set besluit = 'bevestigd'",
            "delete from sluitvoorstel_besluit")) {
      assertThatThrownBy(
              () -> {
                try (var tx = works.database.gateway().getConnection();
                    var statement = tx.createStatement()) {
                  statement.execute(sql);
                }
              })
          .as(sql)
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("42501");
    }
  }
}
