package nl.sluis.gateway.zaakdossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.Entry;
import nl.sluis.policies.convenant.Faults;
import nl.sluis.policies.convenant.Word;
import nl.sluis.policies.convenant.Yaml;

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
    var faults = new Faults();
    var read = Yaml.read(FILE, yaml, faults).map(root -> read(root, faults));
    if (read.isEmpty() || !faults.isEmpty()) {
      throw new IllegalStateException("the questions cannot be asked: " + faults.all());
    }
    return read.get();
  }

  private static RiskQuestions read(Entry root, Faults faults) {
    var questions = new ArrayList<Question>();
    for (var question : root.entries("vragen")) {
      var answers = new ArrayList<Answer>();
      for (var answer : question.entries("antwoorden")) {
        weight(answer.word("weegt"), faults)
            .ifPresent(
                weight ->
                    answers.add(new Answer(text(answer, "id"), text(answer, "tekst"), weight)));
        answer.close();
      }
      questions.add(
          new Question(
              text(question, "id"), text(question, "artikel"), text(question, "vraag"), answers));
      question.close();
    }
    int version = root.number("versie", 0);
    root.close();
    return new RiskQuestions(version, questions);
  }

  private static String text(Entry entry, String key) {
    return entry.word(key).value();
  }

  private static Optional<Weight> weight(Word word, Faults faults) {
    var found =
        Arrays.stream(Weight.values())
            .filter(one -> one.name().replace('_', '-').equalsIgnoreCase(word.value()))
            .findFirst();
    if (found.isEmpty()) {
      faults.add(word.spot(), "`" + word.value() + "` weegt niets.");
    }
    return found;
  }
}
