package nl.sluis.gateway.boot.convenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.consent.TestDatabase;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.convenant.LawHistory;
import nl.sluis.gateway.decision.DecisionJson;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.ConvenantReader;
import nl.sluis.policies.convenant.ConvenantShelf;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.inspection.Inspection;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Replays a real logbook in a real PostgreSQL: P9.
class ReplayedSpec {
  private static final String REGION = "kennemerland";
  private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");
  private static final List<String> FILES =
      Schema.FILES.stream()
          .filter(file -> file.startsWith("db/logboek/") || file.endsWith("__rollen.sql"))
          .toList();

  private final NonEmpty<Convenant> versions =
      new NonEmpty<>(
          List.copyOf(
              Inspection.of(Bookcase.shipped().files(), Optional.empty()).whole().values()));
  private final Decider decider = new Decider(new ConvenantShelf(versions));
  private final UUID child = UUID.randomUUID();
  private @TempDir Path folder;
  private TestDatabase database;
  private KeyVault keys;
  private Logbook logbook;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.with(FILES);
    keys = KeyVault.open(folder.resolve("sleutels"), folder.resolve("kek"), new SecureRandom());
    logbook =
        Logbook.open(
            REGION, "sluis.example/kennemerland", database.gateway(), keys, new SecureRandom());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void every_decision_of_the_logbook_gets_the_same_answer_again() throws Exception {
    var questions = workedQuestions();
    write(questions.stream().map(this::decided).toList());

    var replayed = replay(Optional.empty());

    assertThat(replayed.text()).startsWith(questions.size() + " rijen, " + questions.size());
    assertThat(replayed.isSame()).isTrue();
    assertThat(replayed.decisions()).isEqualTo(questions.size());
  }

  @Test
  void a_decision_that_says_something_else_than_its_version_is_named_by_its_row() throws Exception {
    var questions = workedQuestions();
    var wrong = decided(questions.getFirst());
    wrong.put("uitkomst", "WEIGEREN").put("regel", "X99");
    write(List.of(decided(questions.get(1)), wrong));

    var replayed = replay(Optional.empty());

    assertThat(replayed.isSame()).isFalse();
    assertThat(replayed.text()).contains("Rij 1 was WEIGEREN");
  }

  @Test
  void a_version_that_is_not_here_any_more_is_said_so() throws Exception {
    var row = decided(workedQuestions().getFirst());
    ((ObjectNode) row.get("convenant")).put("digest", "0".repeat(64));
    write(List.of(row));

    assertThat(replay(Optional.empty()).text()).contains("Rij 0 noemt een versie die hier niet is");
  }

  @Test
  void a_message_refused_for_who_brought_it_asks_nothing_of_a_convenant() throws Exception {
    var question = workedQuestions().getFirst();
    var refusal =
        new Refusal("", NonEmpty.of(new Reason.Told(Reason.MANDAAT_ONTBREEKT, "school-ib")));
    var row = JsonNodeFactory.instance.objectNode().put(Entry.TRANSACTION, "t");
    DecisionJson.write(row, question, refusal, decider.convenantFor(question));
    write(List.of(row));

    var replayed = replay(Optional.empty());

    assertThat(replayed.isSame()).isTrue();
    assertThat(replayed.text())
        .contains("0 besluiten en vragen opnieuw", "1 berichten zijn geweigerd voordat");
  }

  @Test
  void who_was_erased_is_counted_and_is_no_fault() throws Exception {
    write(workedQuestions().stream().limit(3).map(this::decided).toList());
    keys.destroySubjectKey(child);

    var replayed = replay(Optional.empty());

    assertThat(replayed.isSame()).isTrue();
    assertThat(replayed.closed()).isEqualTo(3);
    assertThat(replayed.decisions()).isZero();
  }

  @Test
  void another_version_says_which_decisions_would_have_been_otherwise() throws Exception {
    write(workedQuestions().stream().map(this::decided).toList());

    var replayed = replay(Optional.of(withoutTalkingToParents()));

    assertThat(replayed.isSame()).isTrue();
    assertThat(replayed.moved()).isPositive();
    assertThat(replayed.text())
        .contains("signaal-bespreken-cjg, school-ib aan cjg-coach: was AANHOUDEN")
        .doesNotContain(child.toString());
  }

  private List<Question> workedQuestions() {
    var questions = new ArrayList<Question>();
    for (var version : versions.items()) {
      version.examples().forEach(example -> questions.add(example.question()));
    }
    return questions;
  }

  private ObjectNode decided(Question question) {
    var row = JsonNodeFactory.instance.objectNode().put(Entry.TRANSACTION, "t");
    DecisionJson.write(row, question, decider.decide(question), decider.convenantFor(question));
    return row;
  }

  private void write(List<ObjectNode> rows) throws SQLException {
    var entries =
        rows.stream().map(row -> new Entry(EntryKind.ACCEPTED, Optional.of(child), row)).toList();
    try (var tx = database.gateway().getConnection()) {
      tx.setAutoCommit(false);
      logbook.append(tx, entries, NOW);
      tx.commit();
      tx.setAutoCommit(true);
    }
  }

  private Replayed replay(Optional<Convenant> other) throws SQLException {
    try (var connection = database.gateway().getConnection()) {
      return Replayed.of(connection, REGION, keys, LawHistory.ofExamples(versions), other);
    }
  }

  /// Zuid-Kennemerland, if nobody had to talk to parents first.
  private static Convenant withoutTalkingToParents() throws IOException {
    var files = new TreeMap<>(Bookcase.shipped().files());
    files.replaceAll(
        (path, text) ->
            path.contains("/regels/")
                ? text.replace("    voorwaarden: [besproken-met-ouders]\n", "")
                    .replace(", \"voorwaarde:besproken-met-ouders\"", "")
                : text);
    var folder = "convenant/zuid-kennemerland/2026-09/";
    return switch (ConvenantReader.read(
        ConvenantFiles.perVersion(files).getOrDefault(folder, new TreeMap<>()))) {
      case ConvenantReader.Result.Whole(var convenant) -> convenant;
      case ConvenantReader.Result.Broken(var faults) -> throw new IOException(faults.toString());
    };
  }
}
