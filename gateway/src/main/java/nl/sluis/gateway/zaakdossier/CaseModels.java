package nl.sluis.gateway.zaakdossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the pages about cases show. Immutable.
public final class CaseModels {
  private CaseModels() {}

  /// Every case, what waits for one, and the form that opens one.
  ///
  /// @param cases the newest first
  /// @param waiting what was judged unjustified and has no case yet
  /// @param parties among which the other side is chosen
  /// @param mayOpen whether this officer opens cases
  /// @param sent what was filled in; shown again when something is wrong with it
  /// @param wrong the key of what is wrong; empty when nothing is
  public record All(
      List<One> cases,
      List<Waiting> waiting,
      List<Other> parties,
      boolean mayOpen,
      Map<String, String> sent,
      String wrong) {
    /// Copies its parts.
    public All {
      cases = List.copyOf(cases);
      waiting = List.copyOf(waiting);
      parties = List.copyOf(parties);
      sent = Map.copyOf(sent);
    }

    /// What was filled in here.
    public String sent(String field) {
      return sent.getOrDefault(field, "");
    }
  }

  /// A case in the list.
  ///
  /// @param path where it is
  /// @param kind its word
  /// @param stand the last part of the key of how it stands
  /// @param daysLate by how many days it is or was late; 0 when it is not
  public record One(
      String path, String kind, Instant opened, Instant due, String stand, long daysLate) {}

  /// Something that was judged unjustified.
  ///
  /// @param daysLate by how many days it is late; 0 when it is not
  public record Waiting(UUID exchange, Instant since, Instant due, long daysLate) {}

  /// An organisation that can be chosen.
  public record Other(String oin, String name) {}

  /// One case.
  ///
  /// @param one the case
  /// @param path where it is
  /// @param other the name of the other side; empty for any
  /// @param words why it was opened
  /// @param clock how the clock stands
  /// @param steps what was done, the oldest first
  /// @param rows what was frozen, the oldest first; no more than a page
  /// @param gone how many rows of this page can be opened no more
  /// @param total how many were frozen
  /// @param more the address of the next page of rows; empty on the last
  /// @param questions what is asked about the risk
  /// @param advice what the last answers come to; empty when there are none
  /// @param outcomes how it can be decided
  /// @param proposal what waits for somebody else; empty when nothing does
  /// @param own whether this officer proposed that
  /// @param does which forms there are
  /// @param gives whether this officer can give it along
  /// @param wrong the key of what is wrong; empty when nothing is
  public record Whole(
      CaseFile one,
      String path,
      Optional<String> other,
      String words,
      Clock clock,
      List<Step> steps,
      List<Row> rows,
      long gone,
      int total,
      String more,
      List<RiskQuestions.Question> questions,
      Optional<CaseOutcome> advice,
      List<CaseOutcome> outcomes,
      Optional<CaseFile.Step> proposal,
      boolean own,
      Does does,
      boolean gives,
      String wrong) {
    /// Copies its lists.
    public Whole {
      steps = List.copyOf(steps);
      rows = List.copyOf(rows);
      questions = List.copyOf(questions);
      outcomes = List.copyOf(outcomes);
    }

    /// What was answered last to this question; empty when it was not.
    public String answered(String question) {
      return one.last(CaseStepKind.RISICO)
          .map(step -> step.answers().getOrDefault(question, ""))
          .orElse("");
    }
  }

  /// Which forms the page of a case has.
  public record Does(
      boolean weigh,
      boolean propose,
      boolean decide,
      boolean tell,
      boolean recall,
      boolean close) {}

  /// How the clock stands.
  ///
  /// @param stopped when it stopped; empty while it runs
  /// @param hours left, or over when it is late, rounded down
  /// @param late whether it is late, or was
  public record Clock(Instant due, Optional<Instant> stopped, long hours, boolean late) {}

  /// Something that was done.
  ///
  /// @param word of what
  /// @param words that were written with it; empty when none were, or they are gone
  public record Step(String word, Instant at, Optional<String> outcome, String words) {}

  /// A row that was frozen.
  ///
  /// @param told the word of what happened
  /// @param gave whether the own organisation gave
  /// @param other the name of the other side
  /// @param sentence what for
  /// @param categories the names of the kinds of data
  /// @param recall how it stands with what was called back; empty when nothing was
  /// @param due when the receiver is late with its answer
  public record Row(
      LocalDate day,
      String told,
      boolean gave,
      String other,
      String sentence,
      List<String> categories,
      String recall,
      Optional<Instant> due) {
    /// Copies its list.
    public Row {
      categories = List.copyOf(categories);
    }
  }
}
