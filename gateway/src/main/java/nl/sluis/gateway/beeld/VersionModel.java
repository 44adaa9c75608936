package nl.sluis.gateway.beeld;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One version of a convenant, as a page says it. Immutable.
///
/// @param path where its pages are
/// @param name such as `zuid-kennemerland 2026-09`
/// @param title what it is called
/// @param status how far its text has come, in words
/// @param from the first day on which it may bind
/// @param until the day before which it does
/// @param digest of its text
/// @param former the version before it; empty for the first
/// @param rules how many it has
/// @param parties who are in it, and whether they signed
/// @param objections what parties have against it
/// @param grounds on which the own organisation can object; empty where it may not
public record VersionModel(
    String path,
    String name,
    String title,
    String status,
    LocalDate from,
    LocalDate until,
    String digest,
    Optional<String> former,
    int rules,
    List<Signer> parties,
    List<Against> objections,
    List<String> grounds) {
  /// Copies its lists.
  public VersionModel {
    parties = List.copyOf(parties);
    objections = List.copyOf(objections);
    grounds = List.copyOf(grounds);
  }

  /// A party.
  ///
  /// @param at when it signed, in words; empty when it did not
  public record Signer(String name, String at) {}

  /// Something a party has against it.
  ///
  /// @param ground its word
  /// @param at since when, in words
  public record Against(String party, String ground, String at) {}

  /// How many parties signed.
  public long signed() {
    return parties.stream().filter(one -> !one.at().isEmpty()).count();
  }

  /// Does it bind anybody at all? For that two must have signed.
  public boolean isBinding() {
    return signed() > 1;
  }

  /// Every version there is.
  ///
  /// @param versions by name and then the oldest first
  public record Shelf(List<VersionModel> versions) {
    /// Copies its list.
    public Shelf {
      versions = List.copyOf(versions);
    }
  }

  /// The rules of a version.
  ///
  /// @param path where the version is
  public record Matrix(String path, String name, List<Line> lines) {
    /// Copies its list.
    public Matrix {
      lines = List.copyOf(lines);
    }
  }

  /// A rule.
  ///
  /// @param purpose its code
  /// @param sentence what it is for, in plain Dutch
  /// @param from who gives, in words
  /// @param to who gets, in words
  /// @param lane its code
  /// @param categories what may go, with what it is called
  /// @param grounds the articles
  public record Line(
      String rule,
      String purpose,
      String sentence,
      String from,
      String to,
      String lane,
      String categories,
      String grounds) {}

  /// The worked examples of a version, played again now.
  public record Examples(String path, String name, List<Played> played) {
    /// Copies its list.
    public Examples {
      played = List.copyOf(played);
    }

    /// How many get another answer than was agreed.
    public long wrong() {
      return played.stream().filter(one -> !one.same()).count();
    }
  }

  /// A worked example.
  ///
  /// @param rule the rule that it shows
  /// @param title what happens
  /// @param agreed the answer on which the parties agreed
  /// @param given the answer that the rules give now
  public record Played(String rule, String title, String agreed, String given) {
    /// Is it the same?
    public boolean same() {
      return agreed.equals(given);
    }
  }

  /// What changes from one version to the next.
  ///
  /// @param former the version before it; empty when this is the first
  /// @param text in Dutch
  public record Changes(String path, String name, String former, List<Told> text) {
    /// Copies its list.
    public Changes {
      text = List.copyOf(text);
    }
  }

  /// A question about a made-up case, and the answer.
  ///
  /// @param purposes that can be chosen
  /// @param roles that can be chosen
  /// @param categories that can be chosen, by code, each with what it is called
  /// @param conditions that can be met, by code
  /// @param text the answer; empty before anything was asked
  /// @param faults what is wrong with the question
  /// @param chosen what was filled in, by the name of its field
  public record Asking(
      String path,
      String name,
      List<String> purposes,
      List<String> roles,
      List<Choice> categories,
      List<Choice> conditions,
      List<Told> text,
      List<String> faults,
      Map<String, String> chosen) {
    /// Copies its parts.
    public Asking {
      purposes = List.copyOf(purposes);
      roles = List.copyOf(roles);
      categories = List.copyOf(categories);
      conditions = List.copyOf(conditions);
      text = List.copyOf(text);
      faults = List.copyOf(faults);
      chosen = Map.copyOf(chosen);
    }

    /// What was filled in here.
    public String in(String field) {
      return chosen.getOrDefault(field, "");
    }
  }

  /// Something that can be ticked.
  public record Choice(String code, String label, boolean ticked) {}
}
