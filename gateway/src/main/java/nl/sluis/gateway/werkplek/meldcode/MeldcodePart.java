package nl.sluis.gateway.werkplek.meldcode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Task;
import nl.sluis.gateway.werkplek.Tile;
import nl.sluis.gateway.werkplek.WorkPart;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.concept.Drafts;

/// The guide through the five steps of the meldcode: one page for each, in the order in which they
/// are done, and what comes of them: a report to Veilig Thuis, help that is organised here, or
/// nothing more (Besluit verplichte meldcode; Wmo 2015 5.2.6).
///
/// The steps are done elsewhere; here they are filled in, in any order and over the hours of one
/// sealed draft. May be shared between threads.
public final class MeldcodePart implements WorkPart {
  private static final String START = "/werk/meldcode";
  private static final String CHECK = START + "/nakijken";
  private static final String TITLE = "werkplek-meldcode.titel";
  private static final Set<Task> MAY = Set.of(Task.MELDCODE);
  private static final int SHORTEST_REASON = 20;

  private final Drafts drafts;
  private final Frameworks frameworks = Frameworks.ofThisRelease();
  private final Asking asking = new Asking(frameworks);
  private final SendPages sending;

  /// @param drafts in which what was not sent yet stands
  public MeldcodePart(Drafts drafts) {
    this.drafts = drafts;
    this.sending = new SendPages(drafts, asking);
  }

  @Override
  public void add(WorkRoutes routes) {
    routes.get(START, MAY, this::begin);
    routes.get(START + "/stap/:stap", MAY, this::page);
    routes.post(START + "/stap/:stap", MAY, this::save);
    routes.get(START + "/hulp", MAY, (who, asked) -> decided(who, asked, "hulp"));
    routes.get(START + "/niets", MAY, (who, asked) -> decided(who, asked, "niets"));
    routes.post(START + "/weg", MAY, this::away);
    routes.post(START + "/terugzetten", MAY, this::back);
    sending.add(routes, MAY);
  }

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(START, "werkplek-meldcode.tegel", "beeld-lezen", MAY));
  }

  private View begin(Worker who, Asked asked) throws IOException {
    var answers = Dossier.of(drafts, who, asked).answers();
    var gaps = gaps(who, answers.orElse(NOTHING));
    var steps = new LinkedHashMap<Step, Integer>();
    for (var step : Step.values()) {
      if (step.isOfTheFive()) {
        steps.put(step, gaps.getOrDefault(step, List.of()).size());
      }
    }
    var line = who.at().line();
    boolean mayReport =
        !Receivers.of(line.check(), who.at().party(), line.clock().instant()).isEmpty();
    var decided = answers.map(MeldcodePart::decision).orElse("");
    return new View.Shown(
        "werkplek/meldcode-begin",
        new Models.Begin(answers.isPresent(), mayReport, steps, decided),
        TITLE);
  }

  private static final Answers NOTHING = new Answers(Map.of());

  /// What is missing for a report, by the page on which it is mended.
  private Map<Step, List<String>> gaps(Worker who, Answers answers) {
    var role = who.at().party().role();
    var version = asking.framework(role, answers).version();
    var record = RecordForm.of(answers, Reporter.of(who), version);
    return byStep(RecordForm.gaps(record, role, who.at().line().clock().instant()));
  }

  static Map<Step, List<String>> byStep(List<String> gaps) {
    var found = new EnumMap<Step, List<String>>(Step.class);
    for (var gap : gaps) {
      found.computeIfAbsent(Step.mending(gap), _ -> new ArrayList<>()).add(plain(gap));
    }
    return found;
  }

  /// A sentence of the check without the names of fields, which a form has labels for.
  private static String plain(String gap) {
    return gap.replaceAll(" \\(`[A-Za-z0-9]+`\\)", "");
  }

  private View page(Worker who, Asked asked) throws IOException {
    var step = step(asked);
    if (step.isEmpty()) {
      return new View.Gone();
    }
    var answers = Dossier.of(drafts, who, asked).answers().orElse(NOTHING);
    return shown(who, step.get(), answers, "");
  }

  private static Optional<Step> step(Asked asked) {
    return Step.of(asked.path().getOrDefault("stap", ""));
  }

  private View.Shown shown(Worker who, Step step, Answers answers, String wrong) {
    var role = who.at().party().role();
    var framework = asking.framework(role, answers);
    var weighing =
        step == Step.BESLUIT
            ? Optional.of(Weighing.of(framework, answers.weighed()))
            : Optional.<Weighing>empty();
    var page =
        new Models.Page(step, asking.of(step, role, answers), answers, framework, weighing, wrong);
    return new View.Shown("werkplek/meldcode-stap", page, TITLE);
  }

  private View save(Worker who, Asked asked) throws InputFault, IOException {
    var found = step(asked);
    if (found.isEmpty()) {
      return new View.Gone();
    }
    var step = found.get();
    var dossier = Dossier.of(drafts, who, asked);
    var before = dossier.answers().orElse(NOTHING);
    var role = who.at().party().role();
    var answers = before.with(asked, asking.of(step, role, before));
    if (step == Step.WEGING) {
      answers = withLater(answers, asking.framework(role, answers));
    }
    dossier.keep(answers);
    if (asked.has("meer")) {
      return new View.Moved(step.path());
    }
    if (step == Step.BESLUIT) {
      return decide(who, answers);
    }
    return new View.Moved(step.next().map(Step::path).orElse(CHECK));
  }

  /// The questions after the one that leads to a report are answered together with Veilig Thuis,
  /// unless somebody answered them.
  private Answers withLater(Answers answers, Framework framework) {
    var filled = answers;
    if (Weighing.of(framework, answers.weighed()) instanceof Weighing.Report(int question)) {
      for (int later = Math.max(question + 1, 3); later <= Framework.QUESTIONS; later++) {
        var at = "vraag." + later + ".";
        filled = filled.orElse(at + "antwoord", "nvt");
        if (filled.is(at + "antwoord", "nvt")) {
          filled = filled.orElse(at + "motivering", frameworks.later());
        }
      }
    }
    return filled;
  }

  /// Reporting is a right: who decides to report is not stopped by the afwegingskader. Who does not
  /// has weighed it to the end, and says why where the kader says otherwise.
  private View decide(Worker who, Answers answers) {
    var decided = decision(answers);
    var weighing =
        Weighing.of(asking.framework(who.at().party().role(), answers), answers.weighed());
    var wrong =
        switch (weighing) {
          case Weighing.Report _ ->
              answers.value("stap5.motivering").length() < SHORTEST_REASON ? "afwijken" : "";
          case Weighing.Open _, Weighing.Consult _ -> "weeg-eerst";
          case Weighing.Help _, Weighing.Nothing _ -> "";
        };
    return switch (decided) {
      case "melden" -> new View.Moved(Step.GEZIN.path());
      case "hulp", "niets" ->
          wrong.isEmpty()
              ? new View.Moved(START + "/" + decided)
              : shown(who, Step.BESLUIT, answers, wrong).again();
      default -> shown(who, Step.BESLUIT, answers, "besluit").again();
    };
  }

  /// `melden`, `hulp` or `niets`; empty as long as one of both decisions is open.
  private static String decision(Answers answers) {
    var report = RecordForm.decided(answers, "stap5.melden");
    var help = RecordForm.decided(answers, "stap5.hulp");
    if (report.isEmpty() || help.isEmpty()) {
      return "";
    }
    return report.get() ? "melden" : help.get() ? "hulp" : "niets";
  }

  private View decided(Worker who, Asked asked, String what) throws IOException {
    var answers = Dossier.of(drafts, who, asked).answers();
    if (answers.isEmpty() || !decision(answers.get()).equals(what)) {
      return new View.Moved(START);
    }
    return new View.Shown("werkplek/meldcode-" + what, sending.whole(who, answers.get()), TITLE);
  }

  private View away(Worker who, Asked asked) throws IOException {
    Dossier.of(drafts, who, asked).drop();
    return new View.Moved(START);
  }

  private View back(Worker who, Asked asked) throws InputFault, IOException {
    var pasted = Dossier.pasted(asked.one("later"), asking, who.at().party().role());
    if (pasted.isPresent()) {
      Dossier.of(drafts, who, asked).keep(pasted.get());
    }
    return new View.Moved(START);
  }
}
