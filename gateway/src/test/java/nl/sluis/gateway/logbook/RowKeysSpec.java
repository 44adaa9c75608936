package nl.sluis.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowKeysSpec {
  private static final String MONTH = "bewaar-203111";

  private final UUID child = UUID.randomUUID();
  private TestLogbook test;

  @BeforeEach
  void open() throws Exception {
    test = TestLogbook.open();
  }

  @AfterEach
  void close() {
    test.close();
  }

  private List<LogReader.Row> about(UUID subject) throws Exception {
    try (var connection = test.database.gateway().getConnection()) {
      var reader = new LogReader(TestLogbook.REGION, test.keys);
      return reader.about(connection, subject, Long.MAX_VALUE, 10);
    }
  }

  private LogbookReport check() throws Exception {
    try (var owner = test.owner()) {
      var verifier = LogbookVerifier.withKeys(TestLogbook.REGION, test.logbook.key(), test.keys);
      return verifier.verify(owner, (rows, total) -> {});
    }
  }

  /// Everything that who has one key can make of it without the other.
  private static List<SecretKey> madeOf(SecretKey one) throws Exception {
    var made = new ArrayList<SecretKey>();
    var mac = Mac.getInstance("HmacSHA256");
    for (var other : List.of(new byte[32], one.getEncoded())) {
      for (var label : List.of("sluis logboek rij 2 betrokkene", "sluis logboek rij 2 niemand")) {
        for (var tail : List.of(new byte[0], one.getEncoded(), other)) {
          mac.init(new SecretKeySpec(other, "HmacSHA256"));
          mac.update(label.getBytes(StandardCharsets.US_ASCII));
          made.add(new SecretKeySpec(mac.doFinal(tail), "AES"));
        }
      }
    }
    made.add(one);
    return made;
  }

  @Test
  void a_row_about_a_person_opens_with_two_keys_and_with_neither_of_them_alone() throws Exception {
    var sealer = new Sealer(TestLogbook.REGION, test.keys, new SecureRandom());
    var entry = TestLogbook.about(child, EntryKind.ACCEPTED, "t-1");
    var row = sealer.seal(sealer.prepare(List.of(entry), TestLogbook.NOW), 0).getFirst();
    var person = test.keys.subjectKey(child);
    var month = test.keys.epochKey(MONTH);

    for (var one : List.of(person, month)) {
      for (var key : madeOf(one)) {
        assertThatThrownBy(() -> sealer.open(0, row.leaf(), row.detail(), key))
            .isInstanceOf(BrokenRow.class);
      }
    }
    var both = new RowKeys(test.keys).known(row.keyId(), Optional.of(child)).orElseThrow();
    assertThat(HexFormat.of().formatHex(sealer.open(0, row.leaf(), row.detail(), both)))
        .isNotEmpty();
  }

  @Test
  void once_a_month_is_over_and_its_key_destroyed_the_rows_that_ended_in_it_are_gone()
      throws Exception {
    var longer = new Term(Period.ofYears(20));
    test.write(
        List.of(
            TestLogbook.about(child, EntryKind.ACCEPTED, "t-1"),
            TestLogbook.about(child, EntryKind.ACCEPTED, "t-2").keptFor(longer),
            TestLogbook.general(EntryKind.START)));

    test.keys.destroyEpochKey(MONTH);

    assertThat(about(child)).extracting(LogReader.Row::index).containsExactly(1L);
    assertThat(check().text())
        .contains("Rij 0: is onleesbaar gemaakt", "Rij 2: is onleesbaar gemaakt")
        .doesNotContain("Rij 1:");
    var left = new ArrayList<Long>();
    try (var connection = test.database.gateway().getConnection()) {
      new LogScan(TestLogbook.REGION, test.keys)
          .since(connection, Instant.EPOCH, (whom, detail) -> left.add(detail.size() * 1L));
      new RowScan(TestLogbook.REGION, test.keys)
          .all(connection, (index, detail) -> detail.ifPresent(known -> left.add(index)));
    }
    assertThat(left).containsExactly(3L, 1L);
  }

  @Test
  void a_person_who_is_erased_is_gone_from_every_month_and_others_are_not() throws Exception {
    var other = UUID.randomUUID();
    test.write(
        List.of(
            TestLogbook.about(child, EntryKind.ACCEPTED, "t-1"),
            TestLogbook.about(child, EntryKind.ACCEPTED, "t-2")
                .keptFor(new Term(Period.ofYears(20))),
            TestLogbook.about(other, EntryKind.ACCEPTED, "t-3")));

    test.keys.destroySubjectKey(child);

    assertThat(about(child)).isEmpty();
    assertThat(about(other)).hasSize(1);
    assertThat(check().text()).contains("Rij 0:", "1 rijen ook op inhoud").doesNotContain("Rij 2:");
  }

  @Test
  void a_row_ends_with_the_month_in_which_its_own_term_ends() {
    var written = Instant.parse("2028-02-29T23:30:00Z");

    assertThat(Term.FIVE_YEARS.keyFrom(written)).isEqualTo("bewaar-203302");
    assertThat(new Term(Period.ofDays(1)).keyFrom(written)).isEqualTo("bewaar-202803");
    assertThat(new Term(Period.ofYears(20)).keyFrom(written)).isEqualTo("bewaar-204802");
    for (var none : List.of(Period.ZERO, Period.ofDays(-1), Period.ofYears(101))) {
      assertThatThrownBy(() -> new Term(none)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
