package nl.sluis.policies.oracle;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Enumeration;
import nl.sluis.policies.export.Asked;
import nl.sluis.policies.export.CedarText;
import nl.sluis.policies.export.Stated;
import nl.sluis.policies.export.XacmlText;
import nl.sluis.policies.question.Question;

/// `./sluis bench beslissing`: what a decision costs, beside two engines of others on the same
/// rules and the same questions, in one run and on one thread.
public final class DecisionBench {
  private static final int QUESTIONS = 2_000;
  private static final long WARM_NANOS = 8_000_000_000L;
  private static final long WINDOW_NANOS = 400_000_000L;
  private static final int ROUNDS = 9;

  private final PrintStream out;
  private final Convenants.Named named = Convenants.alone(Shipped.convenant());
  private final Comparison comparison = new Comparison(named.shelf());
  private final Decider decider = new Decider(named.shelf());
  private final List<Question> questions =
      new Requests(named.shelf(), new Random(2026)).some(QUESTIONS);
  private final List<Stated> stated = questions.stream().map(comparison::stated).toList();

  /// What the work comes to, so that none of it can be left out.
  private long used;

  private DecisionBench(PrintStream out) {
    this.out = out;
  }

  /// Measures and tells.
  public static void main(String[] args) {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    new DecisionBench(out).run();
  }

  private void run() {
    out.printf(
        "%d processoren, Java %s; convenant %s %s, %d regels; %,d vragen, één draad%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        named.convenant().id(),
        named.convenant().version(),
        named.convenant().rules().size(),
        QUESTIONS);
    out.printf("belasting van de machine vooraf: %s%n", load());
    var xacmlText = XacmlText.policies(named.convenant());
    var cedarText = CedarText.policies(named.convenant());
    try (var xacml = loaded("AuthzForce", xacmlText, () -> new XacmlEngine(xacmlText));
        var cedar =
            loaded(
                "cedar-java",
                cedarText,
                () -> new CedarEngine(cedarText, CedarText.schema(named.convenant())))) {
      agree(List.of(xacml, cedar));
      var work = new LinkedHashMap<String, IntConsumer>();
      work.put("Sluis, index", i -> use(decider.decide(questions.get(i))));
      work.put("Sluis, lezer", i -> use(decider.interpret(questions.get(i))));
      work.put("AuthzForce", i -> use(Recipe.decide(xacml, stated.get(i))));
      work.put("cedar-java", i -> use(Recipe.decide(cedar, stated.get(i))));
      work.put("AuthzForce, één vraag", i -> use(xacml.on(stated.get(i)).ask(Asked.MAG)));
      work.put("cedar-java, één vraag", i -> use(cedar.on(stated.get(i)).ask(Asked.MAG)));
      table(measured(work));
    }
    out.println("doel voor de index: 1.000 ns of minder");
    out.println("\nde hele ruimte van dit convenant, lezer tegen index:");
    Enumeration.run(named.convenant());
    remarks();
    // Whoever does not look at an answer may find that it was never worked out.
    if (used == 0) {
      throw new AssertionError("nothing was decided");
    }
  }

  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).strip();
    } catch (IOException _) {
      return "onbekend";
    }
  }

  private <E extends Engine> E loaded(String name, String text, Supplier<E> make) {
    long begin = System.nanoTime();
    var engine = make.get();
    out.printf(
        "%s: %,d tekens geladen in %.1f s%n",
        name, text.length(), (System.nanoTime() - begin) / 1e9);
    return engine;
  }

  private void agree(List<Engine> engines) {
    for (var engine : engines) {
      for (var question : questions) {
        if (!decider.decide(question).equals(decider.interpret(question))) {
          throw new AssertionError("text and index differ: " + question);
        }
        comparison
            .difference(engine, question)
            .ifPresent(
                difference -> {
                  throw new AssertionError(engine.name() + ": " + difference);
                });
      }
    }
    out.printf("vooraf: op alle %,d vragen geven allen hetzelfde antwoord%n", QUESTIONS);
    var counting = new Counting(engines.getFirst());
    stated.forEach(each -> use(Recipe.decide(counting, each)));
    out.printf(
        "een beslissing is voor een ander programma gemiddeld %.1f vragen%n%n",
        (double) counting.asked / QUESTIONS);
  }

  /// Nanoseconds of processor time for one, by name, one for each round.
  private Map<String, double[]> measured(Map<String, IntConsumer> work) {
    work.values().forEach(each -> nanos(each, WARM_NANOS));
    var measured = new LinkedHashMap<String, double[]>();
    work.keySet().forEach(name -> measured.put(name, new double[ROUNDS]));
    for (int round = 0; round < ROUNDS; round++) {
      int now = round;
      measured.forEach(
          (name, nanos) ->
              nanos[now] = nanos(Objects.requireNonNull(work.get(name)), WINDOW_NANOS));
    }
    return measured;
  }

  private static double nanos(IntConsumer work, long least) {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    long count = 0;
    long spent;
    do {
      for (int i = 0; i < QUESTIONS; i++) {
        work.accept(i);
        count++;
        if ((i & 127) == 127 && threads.getCurrentThreadCpuTime() - begin > least) {
          break;
        }
      }
      spent = threads.getCurrentThreadCpuTime() - begin;
    } while (spent < least);
    return (double) spent / count;
  }

  private void table(Map<String, double[]> measured) {
    var ours = measured.values().iterator().next();
    out.printf(
        "%-24s %14s %26s %22s%n", "", "ns, mediaan", "ns, laagste en hoogste", "maal de index");
    for (var row : measured.entrySet()) {
      var ratios = new ArrayList<Double>();
      for (int i = 0; i < ROUNDS; i++) {
        ratios.add(row.getValue()[i] / ours[i]);
      }
      var sorted = row.getValue().clone();
      Arrays.sort(sorted);
      ratios.sort(null);
      out.printf(
          "%-24s %,14.0f %,12.0f %,12.0f %,14.1f (%,.1f - %,.1f)%n",
          row.getKey(),
          sorted[ROUNDS / 2],
          sorted[0],
          sorted[ROUNDS - 1],
          ratios.get(ROUNDS / 2),
          ratios.getFirst(),
          ratios.getLast());
    }
  }

  private void remarks() {
    out.print(
        """

        Hoe dit te lezen:
        - Eén beslissing van een ander programma is meer dan één vraag aan dat programma: het bericht, elke
          categorie en elke verplichting (docs/uitvoer.md). De regels "één vraag" tonen een enkele vraag.
        - Van cedar-java meten wij de koppeling met Java: JSON heen, machinecode, JSON terug. Cedar zelf, in Rust,
          beslist in microseconden. De regels zijn vooraf ingelezen en per doel gesplitst, zodat Cedar
          alleen leest wat over dat doel gaat; in XACML doen de `PolicySet`s per doel en per regel dat.
        - De vraag wordt telkens opnieuw in de vorm van het andere programma gezet; dat zit in zijn tijd.
        - De lezer is ons convenant zin voor zin, zonder index; hij is de maat voor wat de index mag zeggen.
        - De feiten zijn voor de anderen vooraf verzameld; bij Sluis zit het opzoeken van partijen en versie in de tijd.
        - Naast een TLS-verbinding en een vastlegging in PostgreSQL (milliseconden) telt geen van deze tijden.
          Snelheid is geen reden om zelf een programma te schrijven; uitleg bij een nee en een volledig bewijs wel.
        - Alleen verhoudingen binnen één ronde zeggen iets.
        """);
  }

  /// An engine of which the questions are counted.
  private static final class Counting implements Engine {
    private final Engine engine;
    private long asked;

    Counting(Engine engine) {
      this.engine = engine;
    }

    @Override
    public String name() {
      return engine.name();
    }

    @Override
    public Session on(Stated stated) {
      var session = engine.on(stated);
      return what -> {
        asked++;
        return session.ask(what);
      };
    }

    @Override
    public void close() {
      // Whoever made the engine closes it.
    }
  }

  private void use(Object answer) {
    used += answer.hashCode();
  }
}
