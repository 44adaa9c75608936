package nl.sluis.gateway.toezicht;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the pages of rows show. All of it immutable.
public final class RowModels {
  private RowModels() {}

  /// The page on which one looks for rows.
  ///
  /// @param choices what can be chosen
  /// @param filter what was asked
  /// @param view the word of how rows are put together
  /// @param person who was opened, when it is about one
  /// @param groups the rows
  /// @param next the name of the row below which to go on; empty when everything was looked through
  /// @param mayOpen whether this duty may look for a person
  /// @param wrong the key of what is missing; empty when nothing is
  public record Search(
      Choices choices,
      Fields filter,
      String view,
      Optional<Person> person,
      List<Group> groups,
      String next,
      boolean mayOpen,
      String wrong) {
    /// Copies its list.
    public Search {
      groups = List.copyOf(groups);
    }

    /// How many rows there are on it.
    public int rows() {
      return groups.stream().mapToInt(group -> group.lines().size()).sum();
    }

    @Override
    public String toString() {
      return "search of an officer";
    }
  }

  /// What was asked, field by field.
  ///
  /// @param from the first day
  /// @param until the last day
  /// @param organisation an OIN
  /// @param role a word
  /// @param purpose a word
  /// @param lane a word
  /// @param outcome a word
  /// @param reason a word
  /// @param category a code
  /// @param staff a pseudonym
  public record Fields(
      String from,
      String until,
      String organisation,
      String role,
      String purpose,
      String lane,
      String outcome,
      String reason,
      String category,
      String staff) {}

  /// Whom it is about, opened: only for what comes next on the same page.
  ///
  /// @param number by which this organisation knows this person in lines (`docs/standaarden.md`)
  /// @param reason the word of why it was opened
  /// @param words and what was written with it
  public record Person(String number, String reason, String words) {
    @Override
    public String toString() {
      return "somebody";
    }
  }

  /// Rows that belong together.
  ///
  /// @param title a day, a pseudonym or nothing
  /// @param lines the rows
  public record Group(String title, List<Line> lines) {
    /// Copies its list.
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /// One row in short.
  ///
  /// @param id its name in addresses
  /// @param at when, as people write it
  /// @param kind the word of what happened
  /// @param purpose the word of the convenant
  /// @param from who sends; empty when nobody does
  /// @param to who receives
  /// @param lane the word of the convenant
  /// @param reasons why not
  /// @param categories the codes
  /// @param subject the pseudonym of whom it is about, for this session alone
  /// @param staff the pseudonym of who acted
  public record Line(
      UUID id,
      String at,
      String kind,
      String purpose,
      String from,
      String to,
      String lane,
      List<String> reasons,
      List<String> categories,
      String subject,
      String staff) {
    /// Copies its lists.
    public Line {
      reasons = List.copyOf(reasons);
      categories = List.copyOf(categories);
    }
  }

  /// What can be chosen.
  ///
  /// @param organisations each OIN with its name
  /// @param roles the words
  /// @param purposes the words
  /// @param lanes the words
  /// @param outcomes the words of kinds of rows
  /// @param reasons the words
  /// @param categories each code with its name
  /// @param why the words of why a person is opened
  public record Choices(
      List<Choice> organisations,
      List<Choice> roles,
      List<Choice> purposes,
      List<Choice> lanes,
      List<Choice> outcomes,
      List<Choice> reasons,
      List<Choice> categories,
      List<String> why) {
    /// Copies its lists.
    public Choices {
      organisations = List.copyOf(organisations);
      roles = List.copyOf(roles);
      purposes = List.copyOf(purposes);
      lanes = List.copyOf(lanes);
      outcomes = List.copyOf(outcomes);
      reasons = List.copyOf(reasons);
      categories = List.copyOf(categories);
      why = List.copyOf(why);
    }
  }

  /// One of them.
  ///
  /// @param word what the form sends
  /// @param name what is read
  public record Choice(String word, String name) {}

  /// One decision, explained.
  ///
  /// @param line the row in short
  /// @param sentence what the purpose is
  /// @param rule the rule; empty when there was none
  /// @param version the version of the convenant, with its digest; empty when it cites none
  /// @param articles the articles on which it rests
  /// @param why why not, in sentences
  /// @param withheld the codes of what was left out
  /// @param duties what the convenant asks besides
  /// @param again the key of what came of deciding once more; empty when it is no decision
  /// @param differs the members that differ; empty when none do
  /// @param trace the number of the trace, by which others find their side
  /// @param sides the rows of the same exchange, the oldest first
  /// @param both whether the other side is on record too
  /// @param exchange whether it is about an exchange
  /// @param mayOpen whether this officer may open whom it is about
  /// @param opened the facts, when it was opened
  /// @param choices the words of why a person is opened
  /// @param wrong the key of what is missing; empty when nothing is
  public record Explained(
      Line line,
      String sentence,
      String rule,
      String version,
      List<String> articles,
      List<String> why,
      List<String> withheld,
      List<String> duties,
      String again,
      List<String> differs,
      String trace,
      List<Line> sides,
      boolean both,
      boolean exchange,
      boolean mayOpen,
      Optional<Opened> opened,
      List<String> choices,
      String wrong) {
    /// Copies its lists.
    public Explained {
      articles = List.copyOf(articles);
      why = List.copyOf(why);
      withheld = List.copyOf(withheld);
      duties = List.copyOf(duties);
      differs = List.copyOf(differs);
      sides = List.copyOf(sides);
      choices = List.copyOf(choices);
    }
  }

  /// What an opened row tells besides.
  ///
  /// @param person whom it is about
  /// @param age in years; empty when it was not known
  /// @param municipality empty when it was not known
  /// @param consent the word of how it was with consent, as a sender may know it
  /// @param conditions the words of the convenant that were stated
  public record Opened(
      Person person, String age, String municipality, String consent, List<String> conditions) {
    /// Copies its list.
    public Opened {
      conditions = List.copyOf(conditions);
    }

    @Override
    public String toString() {
      return "what was opened";
    }
  }
}
