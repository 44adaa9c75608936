package nl.sluis.gateway.zaakdossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What is asked about the risk of a breach, and what the answers come to (AVG 33(1), 34(1),
/// 34(3)).
///
/// The questions are data; what they come to is one rule. Immutable.
///
/// @param version counts up when what is asked changes
/// @param questions in the order in which they are asked
public record RiskQuestions(int version, List<Question> questions) {
  private static final String FILE = "/zaak/datalek.yaml";

  /// Copies its list.
  ///
  /// @throws IllegalArgumentException when two questions have one name, or one has no answer
  public RiskQuestions {
    questions = List.copyOf(questions);
    var names = new HashSet<String>();
    for (var question : questions) {
      if (!names.add(question.id()) || question.answers().isEmpty()) {
        throw new IllegalArgumentException("question `" + question.id() + "` cannot be asked");
      }
    }
  }

  /// What an answer does to the risk.
  public enum Weight {
    /// A risk is unlikely by this alone.
    LAAG,
    /// There is a risk.
    RISICO,
    /// There is a high risk.
    HOOG,
    /// What was a high risk is not high any more (AVG 34(3)).
    NEEMT_HOOG_WEG,
    /// A risk is unlikely, whatever else (AVG 33(1)).
    NEEMT_WEG
  }

  /// One question.
  ///
  /// @param id its name
  /// @param article where it comes from
  /// @param text what is asked
  /// @param answers of which one is chosen
  public record Question(String id, String article, String text, List<Answer> answers) {
    /// Copies its list.
    public Question {
      answers = List.copyOf(answers);
    }

    Optional<Answer> answer(String id) {
      return answers.stream().filter(answer -> answer.id().equals(id)).findFirst();
    }
  }

  /// One answer that can be chosen.
  public record Answer(String id, String text, Weight weight) {}

  /// Was each question answered with one of its own answers?
  public boolean isAnswered(Map<String, String> answers) {
    return answers.size() == questions.size()
        && questions.stream()
            .allMatch(
                question ->
                    Optional.ofNullable(answers.get(question.id()))
                        .flatMap(question::answer)
                        .isPresent());
  }

  /// What follows from these answers: the heaviest counts, unless something takes it away.
  ///
  /// @param answers by question; see [#isAnswered]
  public CaseOutcome advice(Map<String, String> answers) {
    var weights = weights(answers);
    if (weights.contains(Weight.NEEMT_WEG)) {
      return CaseOutcome.NIET_MELDEN;
    }
    if (weights.contains(Weight.HOOG)) {
      return weights.contains(Weight.NEEMT_HOOG_WEG)
          ? CaseOutcome.ALLEEN_AP
          : CaseOutcome.AP_EN_GEZIN;
    }
    return weights.contains(Weight.RISICO) ? CaseOutcome.ALLEEN_AP : CaseOutcome.NIET_MELDEN;
  }

  private Set<Weight> weights(Map<String, String> answers) {
    var weights = EnumSet.noneOf(Weight.class);
    for (var question : questions) {
      Optional.ofNullable(answers.get(question.id()))
          .flatMap(question::answer)
          .map(Answer::weight)
          .ifPresent(weights::add);
    }
    return weights;
  }

  /// Those of this release.
  ///
  /// @throws IllegalStateException when the file is not as it should be
  public static RiskQuestions ofThisRelease() {
    try (var in = RiskQuestions.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("no `" + FILE + "` in this release");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads questions; a key that is missing or unknown is a fault.
  ///
  /// @throws IllegalStateException naming what is wrong
  static RiskQuestions read(String yaml) {
    var settings = LoadSettings.builder().setAllowDuplicateKeys(false).setLabel(FILE).build();
    var root = map(new Load(settings).loadFromString(yaml), Set.of("versie", "vragen"));
    var questions = new ArrayList<Question>();
    for (var one : list(root, "vragen")) {
      var question = map(one, Set.of("id", "artikel", "vraag", "antwoorden"));
      var answers = new ArrayList<Answer>();
      for (var other : list(question, "antwoorden")) {
        var answer = map(other, Set.of("id", "tekst", "weegt"));
        var weight = text(answer, "weegt").toUpperCase(Locale.ROOT).replace('-', '_');
        answers.add(new Answer(text(answer, "id"), text(answer, "tekst"), Weight.valueOf(weight)));
      }
      questions.add(
          new Question(
              text(question, "id"), text(question, "artikel"), text(question, "vraag"), answers));
    }
    return new RiskQuestions(Integer.parseInt(text(root, "versie")), questions);
  }

  private static Map<?, ?> map(Object node, Set<String> keys) {
    if (node instanceof Map<?, ?> map && map.keySet().equals(keys)) {
      return map;
    }
    throw new IllegalStateException("`" + FILE + "` needs exactly " + keys + " here");
  }

  private static List<?> list(Map<?, ?> map, String key) {
    if (map.get(key) instanceof List<?> list) {
      return list;
    }
    throw new IllegalStateException("`" + FILE + "` needs a list under `" + key + "`");
  }

  private static String text(Map<?, ?> map, String key) {
    return String.valueOf(map.get(key));
  }
}
