package nl.sluis.policies.convenant;

import java.util.List;
import java.util.Optional;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Reads a made-up case: written as the `vraag` of a worked example, so that it can become one.
///
/// It has no place for a name, a number or a date of birth. Besides the words of a `vraag` it may
/// say who has gezag (`gezag`) and who said yes (`ja`); what that comes to is for whoever knows
/// about consent. Does no I/O; may be shared between threads.
public final class CaseReader {
  /// What reading came to.
  public sealed interface Result {
    /// A case that can be asked.
    ///
    /// @param question the question, on a day on which the convenant is in force unless it says
    ///   another
    /// @param custody the word of who has gezag; empty when it is not told
    /// @param yes the members of the made-up family who said yes
    record Whole(Question question, Optional<String> custody, List<String> yes) implements Result {
      /// Copies its parts.
      public Whole {
        yes = List.copyOf(yes);
      }
    }

    /// Everything that is wrong with it.
    record Broken(List<ConvenantFault> faults) implements Result {
      /// Copies its parts.
      public Broken {
        faults = List.copyOf(faults);
      }
    }
  }

  private CaseReader() {}

  /// @param name what the text is called in faults
  /// @param text YAML, as in `vraag`
  /// @param convenant the version whose words it uses
  public static Result read(String name, String text, Convenant convenant) {
    var faults = new Faults();
    var entry = Yaml.read(name, text, faults);
    var custody = entry.flatMap(e -> e.find("gezag")).map(Word::value);
    var yes = entry.map(e -> e.words("ja")).orElse(List.of()).stream().map(Word::value).toList();
    var question =
        entry.flatMap(
            asked ->
                new QuestionReader(faults, convenant.parties().values(), convenant.validFrom())
                    .question(asked, rule(asked, convenant), false));
    if (question.isEmpty() || !faults.isEmpty()) {
      return new Result.Broken(faults.all());
    }
    return new Result.Whole(question.get(), custody, yes);
  }

  // Which parties can play the case depends on the rule that would speak of it.
  private static Optional<Rule> rule(Entry asked, Convenant convenant) {
    var purpose = asked.find("doel").map(Word::value).filter(Purpose::isPurpose).map(Purpose::new);
    var from = role(asked, "van");
    var to = role(asked, "aan");
    return convenant.rules().stream()
        .filter(r -> purpose.filter(r.purpose()::equals).isPresent())
        .filter(r -> from.filter(r.from()::contains).isPresent())
        .filter(r -> to.filter(r.to()::contains).isPresent())
        .findFirst();
  }

  private static Optional<Role> role(Entry asked, String side) {
    return asked
        .entry(side)
        .flatMap(entry -> entry.find("rol"))
        .flatMap(word -> Role.of(word.value()));
  }
}
