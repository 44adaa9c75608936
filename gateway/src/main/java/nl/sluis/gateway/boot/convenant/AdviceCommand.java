package nl.sluis.gateway.boot.convenant;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.custody.MadeUpFamily;
import nl.sluis.policies.convenant.CaseReader;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.hypothesis.Advice;
import nl.sluis.policies.hypothesis.AdviceText;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.SubjectFacts;

/// `sluis convenant leg-uit`: what the convenant says of one made-up case.
///
/// The case is written as the `vraag` of a worked example. There is no place in it for a name, a
/// number or a date of birth, and it is never kept.
final class AdviceCommand {
  private static final List<String> LISTS =
      List.of(
          "categorieen",
          "verzegeld",
          "gemotiveerd",
          "voorwaarden",
          "toestemmingVoor",
          "beperkingen",
          "ja");
  private static final List<String> SINGLE =
      List.of(
          "doel",
          "dag",
          "verwijzing",
          "bijGedeeltelijk",
          "meldcode",
          "leeftijd",
          "toestemming",
          "gemeente",
          "gezag");
  private static final List<String> SIDES = List.of("van", "aan");

  /// Every option: the words of a `vraag`, and those of a made-up family.
  static final Set<String> OPTIONS = options();

  private final PrintStream out;
  private final PrintStream err;

  AdviceCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  private static Set<String> options() {
    var options = new HashSet<>(LISTS);
    options.addAll(SINGLE);
    options.addAll(SIDES);
    return Set.copyOf(options);
  }

  int run(Options options) throws WrongUse, IOException {
    var words = options.words();
    boolean byFile = words.size() == 2;
    if (words.isEmpty() || words.size() > 2 || byFile != options.named().isEmpty()) {
      throw new WrongUse(
          "Noem een versie en een geval: een YAML-bestand, of --doel, --van, --aan, --categorieen"
              + " ...");
    }
    var convenant = Bookcase.of(words.getFirst()).one();
    var name = byFile ? words.get(1) : "uw vraag";
    var text = byFile ? Files.readString(Path.of(words.get(1))) : yaml(options);
    return switch (CaseReader.read(name, text, convenant)) {
      case CaseReader.Result.Broken(var faults) -> {
        faults.forEach(
            fault -> err.println(byFile ? fault.toString() : name + ": " + fault.sentence()));
        yield 1;
      }
      case CaseReader.Result.Whole asked -> answer(asked, convenant);
    };
  }

  private int answer(CaseReader.Result.Whole asked, Convenant convenant) throws WrongUse {
    var question = asked.question();
    Optional<String> whoSaysYes = Optional.empty();
    if (asked.custody().isPresent()) {
      var family = family(asked);
      var regimes =
          convenant
              .rule(question.purpose(), question.sender(), question.receiver())
              .map(rule -> rule.consent().regimes())
              .orElse(Set.of());
      if (!regimes.isEmpty()) {
        var said =
            family.said(
                Set.copyOf(asked.yes()),
                regimes,
                question.categories(),
                ConsentParameters.of(convenant));
        var facts = question.facts();
        question =
            question.with(
                question.at(),
                new SubjectFacts(
                    facts.age(), said.state(), facts.restrictions(), facts.municipality()));
        whoSaysYes = Optional.of(MadeUpFamily.joined(said.missing())).filter(w -> !w.isEmpty());
      }
    }
    out.print(AdviceText.of(Advice.on(question, convenant), whoSaysYes));
    return 0;
  }

  private static MadeUpFamily family(CaseReader.Result.Whole asked) throws WrongUse {
    var word = asked.custody().orElseThrow();
    var situation =
        CustodySituation.of(word)
            .orElseThrow(() -> new WrongUse("De gezagssituatie `" + word + "` is onbekend."));
    Question question = asked.question();
    var age =
        question
            .facts()
            .age()
            .orElseThrow(() -> new WrongUse("Wie `gezag` noemt, noemt ook `leeftijd`."));
    var family = new MadeUpFamily(age, situation);
    for (var member : asked.yes()) {
      if (!family.members().contains(member)) {
        throw new WrongUse(
            "`"
                + member
                + "` hoort niet bij dit gezin; kies uit "
                + String.join(", ", family.members())
                + ".");
      }
    }
    return family;
  }

  /// The options as a `vraag`: one line each.
  private static String yaml(Options options) throws WrongUse {
    var lines = new ArrayList<String>();
    for (var side : SIDES) {
      var value = options.find(side);
      if (value.isEmpty()) {
        throw new WrongUse("Noem `--" + side + "`: een rol, of rol@partij.");
      }
      var parts = value.get().split("@", 2);
      lines.add(
          side
              + ": {rol: "
              + quoted(parts[0])
              + (parts.length == 2 ? ", partij: " + quoted(parts[1]) : "")
              + "}");
    }
    for (var key : SINGLE) {
      options.find(key).ifPresent(value -> lines.add(key + ": " + quoted(value)));
    }
    for (var key : LISTS) {
      options
          .find(key)
          .ifPresent(
              value -> {
                var items = List.of(value.split(",", -1));
                lines.add(
                    key
                        + ": ["
                        + String.join(", ", items.stream().map(AdviceCommand::quoted).toList())
                        + "]");
              });
    }
    return String.join("\n", lines) + "\n";
  }

  private static String quoted(String word) {
    return "\"" + word.strip().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
