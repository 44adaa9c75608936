package nl.sluis.policies.safety;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Steps four and five: the five questions, both decisions, and whether they agree with each other.
final class Judgement {
  private static final Set<String> NUMBERS = Set.of("1", "2", "3", "4", "5");
  private static final Set<String> ANSWERS = Set.of("ja", "nee", "twijfel", "nvt");
  private static final Set<String> UNSAFETY =
      Set.of("acuut", "structureel", "disclosure", "geen-maar-hulp-niet-mogelijk");

  private Judgement() {}

  static void check(Fields fields, Optional<LocalDate> consulted, LocalDate today) {
    var four = fields.part("stap4", "stap 4");
    if (four.isEmpty()) {
      fields.gap("stap 4 (de weging) ontbreekt (`stap4`)");
    }
    var answers = four.map(Judgement::answers).orElse(Map.of());
    var weighed = four.flatMap(f -> f.day("datum", "de datum van de weging", today));
    four.ifPresent(Fields::close);
    if (weighed.isPresent() && consulted.isPresent() && consulted.get().isAfter(weighed.get())) {
      fields.gap("stap 2: het overleg hoort vóór de weging van stap 4");
    }
    fields
        .part("stap5", "stap 5")
        .ifPresentOrElse(
            five -> decisions(five, answers, weighed, today),
            () -> fields.gap("stap 5 (het besluit) ontbreekt (`stap5`)"));
    var unsafety = fields.choice("onveiligheid", "de soort onveiligheid", UNSAFETY);
    if (!answers.isEmpty()) {
      unsafety.ifPresent(kind -> agrees(fields, kind, answers));
    }
  }

  private static Map<String, String> answers(Fields four) {
    var answers = new HashMap<String, String>();
    for (var question : four.parts("vragen", "stap 4, vraag", "het antwoord op de vijf vragen")) {
      var number = question.choice("nummer", "het nummer", NUMBERS);
      var answer = question.choice("antwoord", "het antwoord", ANSWERS);
      question.text("motivering", "de motivering");
      question.close();
      number.ifPresent(n -> answer.ifPresent(a -> answers.put(n, a)));
    }
    for (var number : List.of("1", "2", "3", "4", "5")) {
      if (!answers.containsKey(number)) {
        four.gap("vraag " + number + " is niet beantwoord");
      }
    }
    for (var number : List.of("1", "2")) {
      if ("nvt".equals(answers.get(number))) {
        four.gap("vraag " + number + " geldt altijd; antwoord met ja, nee of twijfel");
      }
    }
    return answers;
  }

  private static void decisions(
      Fields five, Map<String, String> answers, Optional<LocalDate> weighed, LocalDate today) {
    var day = five.day("datum", "de datum van het besluit", today);
    var report = five.answer("besluitMelden", "is melden noodzakelijk");
    five.answer("besluitHulp", "is hulp (ook) mogelijk");
    five.text("motivering", "de motivering");
    five.close();
    if (day.isPresent() && weighed.isPresent() && day.get().isBefore(weighed.get())) {
      five.gap("het besluit hoort na de weging van stap 4");
    }
    if (report.isPresent() && !report.get()) {
      five.gap("het besluit is om niet te melden; dan gaat er ook geen melding");
    }
    if ("nee".equals(answers.get("1"))) {
      five.gap("vraag 1 is met nee beantwoord: zonder vermoeden is er geen melding");
    }
  }

  private static void agrees(Fields fields, String unsafety, Map<String, String> answers) {
    boolean unsafe = Set.of("ja", "twijfel").contains(answers.getOrDefault("2", ""));
    boolean helpFails = Set.of("3", "4", "5").stream().anyMatch(n -> "nee".equals(answers.get(n)));
    boolean helpIsNotPossible = unsafety.equals("geen-maar-hulp-niet-mogelijk");
    if (answers.containsKey("2") && unsafe == helpIsNotPossible) {
      fields.gap("de soort onveiligheid past niet bij het antwoord op vraag 2 (`onveiligheid`)");
    }
    if (answers.containsKey("2") && !unsafe && !helpFails) {
      fields.gap("wie vraag 2 met nee beantwoordt, meldt alleen na een nee op vraag 3, 4 of 5");
    }
  }
}
