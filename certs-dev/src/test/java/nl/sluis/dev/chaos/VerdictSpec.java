package nl.sluis.dev.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.sluis.dev.chaos.Harm.Kind;
import org.junit.jupiter.api.Test;

/// The judge of the storm is told of each wrong, and notices it. One message is sent, accepted,
/// handed over and confirmed; each test spoils one thing of that.
final class VerdictSpec {
  private static final String JTI = "bericht-1";
  private static final String PARCEL = "pakket-1";
  private static final String CONSENT = "ja-1";
  private static final String NONCE = "rij-3";

  private final Ledger ledger = new Ledger();
  private final List<LogLine> log =
      new ArrayList<>(
          List.of(
              line(1, "aangenomen", ""),
              line(3, "verstrekt", NONCE),
              line(5, "bevestigd", ""),
              new LogLine(9, "intrekking", "", "", "", Set.of(), CONSENT, "")));

  private static LogLine line(long index, String kind, String nonce) {
    return new LogLine(index, kind, JTI, "transactie-1", PARCEL, Set.of(CONSENT), "", nonce);
  }

  private void sent() {
    ledger.accepted(JTI, new Ledger.Ack("transactie-1", PARCEL));
  }

  private void arrived(String content, String nonce, long begun) {
    var handed = new Handed("cjg " + JTI, content, nonce);
    var _ = ledger.arrived(PARCEL, new Ledger.Arrival(handed, begun, begun + 10));
  }

  private void whole() {
    sent();
    arrived("bytes", NONCE, 100);
    ledger.confirmed(PARCEL);
    ledger.withdrawn(CONSENT, 500);
  }

  private Verdict judged() {
    return Verdict.of(ledger, log, Set.of());
  }

  private void noticed(Kind kind, String words) {
    assertThat(judged().harms())
        .anySatisfy(
            harm -> {
              assertThat(harm.kind()).isEqualTo(kind);
              assertThat(harm.what()).contains(words);
            });
  }

  @Test
  void what_went_as_it_should_harms_nobody() {
    whole();

    assertThat(judged().harms()).isEmpty();
    assertThat(judged().acceptedCount()).isEqualTo(1);
    assertThat(judged().withdrawalCount()).isEqualTo(1);
  }

  @Test
  void a_message_that_was_accepted_and_is_in_no_row_is_lost() {
    whole();
    ledger.accepted("bericht-2", new Ledger.Ack("transactie-2", "pakket-2"));

    noticed(Kind.LOST, "staat niet in het logboek");
  }

  @Test
  void a_message_that_never_arrived_and_was_never_stopped_is_lost() {
    sent();
    log.removeIf(row -> row.index() > 1);

    noticed(Kind.LOST, "niet aangekomen en nergens gestopt");
  }

  @Test
  void a_message_that_nobody_answered_and_that_was_accepted_is_lost_all_the_same() {
    log.removeIf(row -> row.index() > 1);

    noticed(Kind.LOST, "niet aangekomen en nergens gestopt");
  }

  @Test
  void a_row_that_says_confirmed_is_no_proof_when_the_receiver_has_nothing() {
    sent();

    noticed(Kind.LOST, "de ontvanger heeft het niet");
  }

  @Test
  void what_was_lawfully_stopped_is_not_lost() {
    sent();
    log.removeIf(row -> row.index() > 1);
    log.add(line(10, "niet-uitgereikt", ""));
    ledger.ends("transactie-1", "aangenomen");

    assertThat(judged().harms()).isEmpty();
    assertThat(judged().endedCount()).isEqualTo(1);
  }

  @Test
  void what_was_stopped_and_reads_as_delivered_is_lost() {
    sent();
    log.removeIf(row -> row.index() > 1);
    log.add(line(10, "niet-uitgereikt", ""));
    ledger.ends("transactie-1", "bevestigd");

    noticed(Kind.LOST, "leest dat het is bevestigd");
  }

  @Test
  void a_dead_letter_is_not_lost() {
    sent();
    log.removeIf(row -> row.index() > 1);

    assertThat(Verdict.of(ledger, log, Set.of(PARCEL)).harms()).isEmpty();
  }

  @Test
  void a_message_with_two_answers_was_taken_twice() {
    whole();
    ledger.accepted(JTI, new Ledger.Ack("transactie-2", "pakket-2"));

    noticed(Kind.DUPLICATED, "twee antwoorden");
  }

  @Test
  void a_message_in_two_rows_was_taken_twice() {
    whole();
    log.add(2, line(4, "aangenomen", ""));

    noticed(Kind.DUPLICATED, "twee keer aangenomen");
  }

  @Test
  void a_parcel_that_is_disclosed_twice_is_noticed() {
    whole();
    log.add(2, line(4, "verstrekt", "rij-4"));

    noticed(Kind.DUPLICATED, "niet precies één keer verstrekt");
  }

  @Test
  void a_parcel_that_comes_again_with_a_row_and_the_same_bytes_is_the_same_parcel() {
    whole();
    log.add(2, line(4, "heruitgereikt", "rij-4"));
    arrived("bytes", "rij-4", 200);

    assertThat(judged().harms()).isEmpty();
  }

  @Test
  void a_parcel_that_comes_again_with_other_bytes_is_another() {
    whole();
    log.add(2, line(4, "heruitgereikt", "rij-4"));
    arrived("andere bytes", "rij-4", 200);

    noticed(Kind.DUPLICATED, "andere bytes");
  }

  @Test
  void a_message_in_two_parcels_is_noticed() {
    whole();
    var handed = new Handed("cjg " + JTI, "bytes", "rij-7");
    var _ = ledger.arrived("pakket-2", new Ledger.Arrival(handed, 100, 110));

    noticed(Kind.DUPLICATED, "twee pakketten");
  }

  @Test
  void a_row_behind_the_withdrawal_is_noticed() {
    whole();
    log.add(line(10, "heruitgereikt", "rij-10"));

    noticed(Kind.AFTER_WITHDRAWAL, "volgt op de intrekking");
  }

  @Test
  void what_a_receiver_asked_for_after_the_parent_was_answered_may_not_come() {
    whole();
    log.add(2, line(4, "heruitgereikt", "rij-4"));
    arrived("bytes", "rij-4", 501);

    noticed(Kind.AFTER_WITHDRAWAL, "na het antwoord aan de ouder");
  }

  @Test
  void what_was_under_way_when_the_parent_was_answered_is_counted_and_harms_nobody() {
    whole();
    log.add(2, line(4, "heruitgereikt", "rij-4"));
    arrived("bytes", "rij-4", 495);

    assertThat(judged().harms()).isEmpty();
    assertThat(judged().underWay()).isEqualTo(1);
  }

  @Test
  void what_came_without_a_row_is_noticed() {
    whole();
    arrived("bytes", "geen-rij", 200);

    noticed(Kind.UNLOGGED, "geen rij heeft");
  }

  @Test
  void what_came_under_the_row_of_another_parcel_is_noticed() {
    whole();
    var handed = new Handed("cjg bericht-2", "bytes", NONCE);
    var _ = ledger.arrived("pakket-2", new Ledger.Arrival(handed, 100, 110));

    noticed(Kind.UNLOGGED, "geen rij heeft");
  }

  @Test
  void a_refusal_without_a_row_is_noticed() {
    whole();
    ledger.refused("bericht-2");

    noticed(Kind.UNLOGGED, "weigering heeft geen rij");
    log.add(new LogLine(11, "aangehouden", "bericht-2", "", "", Set.of(), "", ""));
    assertThat(judged().harms()).isEmpty();
  }

  @Test
  void a_withdrawal_that_was_answered_and_has_no_row_is_noticed() {
    whole();
    ledger.withdrawn("ja-2", 600);

    noticed(Kind.UNLOGGED, "beantwoorde intrekking heeft geen rij");
  }

  @Test
  void a_confirmation_that_was_answered_and_has_no_row_is_noticed() {
    whole();
    ledger.confirmed("pakket-2");

    noticed(Kind.UNLOGGED, "beantwoorde bevestiging heeft geen rij");
  }
}
