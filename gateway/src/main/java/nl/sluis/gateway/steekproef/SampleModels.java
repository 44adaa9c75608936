package nl.sluis.gateway.steekproef;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.sluis.policies.toezicht.Finding;

/// What the pages of the sample show.
public final class SampleModels {
  private SampleModels() {}

  /// The samples of an organisation.
  ///
  /// @param weeks the newest first
  public record All(List<Week> weeks) {
    /// Copies its list.
    public All {
      weeks = List.copyOf(weeks);
    }
  }

  /// How far the sample of a week is.
  public enum Stand {
    /// The list is closed; there is no seed yet.
    GESLOTEN,
    /// It is drawn, and not every row was looked at.
    GETROKKEN,
    /// The same, and the time for it is over.
    TE_LAAT,
    /// Every row was looked at by two.
    BEKEKEN;

    /// The end of the key of its words.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One week.
  ///
  /// @param listed how many rows are on the list
  /// @param drawn how many were drawn
  /// @param looked how many of those two people looked at
  /// @param due the last day on which it is in time; the day of the closing while nothing is drawn
  /// @param says what it says of all rows, in words; empty until every row was looked at
  public record Week(
      String path,
      LocalDate monday,
      Stand stand,
      int listed,
      int drawn,
      int looked,
      LocalDate due,
      String says) {
    /// The last day of the week.
    public LocalDate sunday() {
      return monday.plusDays(6);
    }
  }

  /// One sample, with every step.
  ///
  /// @param closing how the list was fixed
  /// @param seeding where the seed comes from; without a root while there is none
  /// @param cases what was drawn
  /// @param faithful whether the draw, done again, gives the rows that are stored
  /// @param wrong the key of what went wrong; empty when nothing did
  public record One(
      Week week,
      Closing closing,
      Seeding seeding,
      List<Case> cases,
      boolean faithful,
      String wrong) {
    /// Copies its list.
    public One {
      cases = List.copyOf(cases);
    }

    /// What can be found of a row.
    public List<String> findings() {
      return List.of(Finding.values()).stream().map(Finding::code).toList();
    }

    /// What who reads may still say something about.
    public List<Case> mine() {
      return cases.stream().filter(one -> !one.closed() && !one.own()).toList();
    }

    /// What waits for who reads to agree.
    public List<Case> second() {
      return mine().stream().filter(one -> one.proposed() && !one.byMe()).toList();
    }

    /// Where the file with the whole list is.
    public String file() {
      return week.path() + "/csv";
    }
  }

  /// How the list was fixed.
  ///
  /// @param row the place of the row of the logbook that says so
  /// @param policy the fingerprint of the control policy
  /// @param size how many rows are drawn
  public record Closing(Instant at, long row, String fingerprint, String policy, int size) {}

  /// Where the seed comes from.
  ///
  /// @param checkpoint the size of the checkpoint
  /// @param root in hexadecimal; empty while there is none
  public record Seeding(long checkpoint, String root) {}

  /// A row that was drawn.
  ///
  /// @param path where it is read
  /// @param ticket its number in the draw
  /// @param own whether it is the work of who reads
  /// @param closed whether two people looked at it
  /// @param finding what was proposed, or found; empty when neither
  /// @param byMe whether who reads proposed it
  public record Case(
      long row,
      String path,
      String ticket,
      boolean own,
      boolean closed,
      String finding,
      boolean byMe) {
    /// Was something proposed that is not closed?
    public boolean proposed() {
      return !closed && !finding.isEmpty();
    }

    /// The end of the key of how it stands.
    public String stand() {
      return closed ? "bekeken" : finding.isEmpty() ? "open" : "wacht";
    }
  }
}
