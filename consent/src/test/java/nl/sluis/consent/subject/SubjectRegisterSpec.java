package nl.sluis.consent.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.sluis.consent.TestDatabase;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SubjectRegisterSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Oin CJG = new Oin("00000099000000101000");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static TestDatabase database;
  private final SubjectRegister register =
      new SubjectRegister("kennemerland", InstantSource.fixed(NOW));

  @BeforeAll
  static void start() {
    database =
        TestDatabase.with(
            List.of(
                "db/consent/V001__rollen.sql",
                "db/consent/V002__personen.sql",
                "db/consent/V003__toestemming.sql",
                "db/consent/V004__woongemeente_en_tekst.sql",
                "db/consent/V005__eigen_plek.sql",
                "db/consent/V006__geen_vrij_woord.sql",
                "db/consent/V007__waarvoor_gebruikt.sql",
                "db/consent/V016__koppeling.sql"));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void the_same_reference_of_the_same_partner_is_the_same_person() throws Exception {
    try (var tx = database.gateway().getConnection()) {

      var first = register.resolve(tx, SCHOOL, ReferenceKind.EIGEN_KENMERK, hmac("leerling-1"), 1);
      var again = register.resolve(tx, SCHOOL, ReferenceKind.EIGEN_KENMERK, hmac("leerling-1"), 1);

      assertThat(again).isEqualTo(first);
    }
  }

  @Test
  void the_same_number_at_another_partner_is_another_person() throws Exception {
    try (var tx = database.gateway().getConnection()) {

      var atSchool = register.resolve(tx, SCHOOL, ReferenceKind.EIGEN_KENMERK, hmac("17"), 1);
      var atCjg = register.resolve(tx, CJG, ReferenceKind.EIGEN_KENMERK, hmac("17"), 1);

      assertThat(atCjg).isNotEqualTo(atSchool);
    }
  }

  @Test
  void a_bsn_means_the_same_person_whoever_may_use_it() throws Exception {
    try (var tx = database.gateway().getConnection()) {

      var first = register.resolve(tx, SCHOOL, ReferenceKind.BSN, hmac("bsn"), 1);
      var second = register.resolve(tx, CJG, ReferenceKind.BSN, hmac("bsn"), 1);

      assertThat(second).isEqualTo(first);
    }
  }

  @Test
  void a_batch_keeps_its_order_also_when_a_new_reference_stands_in_it_twice() throws Exception {
    try (var tx = database.gateway().getConnection()) {
      var known = register.resolve(tx, SCHOOL, ReferenceKind.EIGEN_KENMERK, hmac("known"), 1);

      var subjects =
          register.resolveAll(tx, List.of(key("new-a"), key("known"), key("new-b"), key("new-a")));

      assertThat(subjects.get(1)).isEqualTo(known);
      assertThat(subjects.get(3)).isEqualTo(subjects.getFirst());
      assertThat(subjects.get(2)).isNotIn(known, subjects.getFirst());
      assertThat(register.resolveAll(tx, List.of())).isEmpty();
    }
  }

  @Test
  void looking_up_creates_nobody() throws Exception {
    try (var tx = database.gateway().getConnection()) {

      assertThat(register.find(tx, List.of(key("nobody")))).isEmpty();
      assertThat(register.find(tx, List.of(key("nobody")))).isEmpty();
    }
  }

  @Test
  void gateways_that_meet_a_new_reference_together_agree_on_one_person() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (int round = 0; round < 25; round++) {
        int number = round;
        Callable<List<UUID>> resolve = () -> inOneTransaction(number);

        var answers = pool.invokeAll(IntStream.range(0, 8).mapToObj(_ -> resolve).toList());

        var distinct = new TreeSet<String>();
        for (var answer : answers) {
          distinct.add(answer.get().toString());
        }
        assertThat(distinct).hasSize(1);
      }
    }
  }

  private List<UUID> inOneTransaction(int round) throws Exception {
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      var subjects = register.resolveAll(tx, List.of(key("race-a" + round), key("race-b" + round)));
      register.lock(tx, new TreeSet<>(subjects));
      tx.commit();
      return subjects;
    }
  }

  @Test
  void an_unlinked_reference_means_somebody_new() throws Exception {
    try (var tx = database.gateway().getConnection()) {
      var before = register.resolveAll(tx, List.of(key("wrong"))).getFirst();

      var unlinked = register.unlink(tx, key("wrong"));
      var after = register.resolveAll(tx, List.of(key("wrong"))).getFirst();

      assertThat(unlinked).contains(before);
      assertThat(after).isNotEqualTo(before);
      assertThat(register.unlink(tx, key("never seen"))).isEmpty();
    }
  }

  @Test
  void a_linked_reference_joins_an_existing_person() throws Exception {
    try (var tx = database.gateway().getConnection()) {
      var person = register.resolve(tx, CJG, ReferenceKind.BSN, hmac("child"), 1);
      var own = register.resolveAll(tx, List.of(key("pupil"))).getFirst();

      var before = register.link(tx, key("pupil"), person);

      assertThat(before).contains(own);
      assertThat(register.find(tx, List.of(key("pupil")))).containsValue(person);
    }
  }

  @Test
  void nobody_decides_about_a_person_who_does_not_exist() throws Exception {
    try (Connection tx = database.gateway().getConnection()) {
      var unknown = new TreeSet<>(List.of(UUID.randomUUID()));

      assertThatThrownBy(() -> register.lock(tx, unknown))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static AliasKey key(String reference) throws Exception {
    return AliasKey.of(SCHOOL, ReferenceKind.EIGEN_KENMERK, hmac(reference), 1);
  }

  private static byte[] hmac(String text) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
