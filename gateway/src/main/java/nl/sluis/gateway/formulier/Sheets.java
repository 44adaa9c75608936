package nl.sluis.gateway.formulier;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.besluit.PaperQuestion;
import nl.sluis.gateway.besluit.Written;

/// What stands on each letter and form. The number on it is how whoever gets it back finds what it
/// was about; it says nothing to anybody else.
public final class Sheets {
  private Sheets() {}

  /// A letter with a code.
  ///
  /// @param from the organisation that writes
  /// @param code that is good once
  /// @param lastDay on which it is good
  /// @param where people log in; empty when they cannot in a browser
  /// @param waiting whether something lies ready: then that is what it says first
  public record Invitation(
      String from, String code, LocalDate lastDay, Optional<URI> where, boolean waiting) {
    /// The address as people type it.
    public String address() {
      return where.map(URI::toString).orElse("").replace("https://", "");
    }

    @Override
    public String toString() {
      return "letter";
    }
  }

  /// A form on which somebody says yes, no or later.
  ///
  /// @param number of the conversation, or of the question when it was asked alone
  /// @param back the organisation to which it goes back
  public record Answers(UUID number, String back, List<Line> lines) {
    /// Copies its list.
    public Answers {
      lines = List.copyOf(lines);
    }
  }

  /// One question on it.
  ///
  /// @param number which line it is, from one
  public record Line(int number, PaperQuestion asked) {}

  /// A form with which somebody takes a yes back.
  public record Stop(UUID number, PaperQuestion asked) {}

  /// A text that somebody reads before it goes, with room for what they say of it.
  ///
  /// @param from who wants to send it
  /// @param to for whom it is
  /// @param purpose what for, in one sentence
  /// @param can what readers can do: `akkoord`, `blokkeren` or `opmerking`
  /// @param lastDay until when it can be read
  public record ReadFirst(
      UUID number,
      String from,
      String to,
      String purpose,
      String can,
      LocalDate lastDay,
      List<Written> pieces) {
    /// Copies its list.
    public ReadFirst {
      pieces = List.copyOf(pieces);
    }

    @Override
    public String toString() {
      return "text to read";
    }
  }
}
