package nl.sluis.policies.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.safety.Answers.Prepared;
import nl.sluis.policies.safety.Answers.Weighed;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// Over all combinations of what a professional can fill in, the record is whole exactly when
/// domain 3.6 says so, told here once more in words of our own.
final class WholeRecordSpec {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 13);

  private final LongAdder checked = new LongAdder();
  private final LongAdder whole = new LongAdder();

  /// Steps four and five: who suspects, sees danger or no help that works, and decides to report.
  private static boolean isWeighed(Weighed it) {
    var q = it.questions();
    boolean suspects = Set.of("ja", "twijfel").contains(q.get(0));
    boolean danger = Set.of("ja", "twijfel").contains(q.get(1));
    boolean noDanger = q.get(1).equals("nee");
    boolean helpFails = q.subList(2, 5).contains("nee");
    boolean dangerIsNamed = Set.of("acuut", "structureel", "disclosure").contains(it.unsafety());
    boolean noHelpIsNamed = it.unsafety().equals("geen-maar-hulp-niet-mogelijk");
    return !q.contains("")
        && suspects
        && ((danger && dangerIsNamed) || (noDanger && helpFails && noHelpIsNamed))
        && it.report().equals("ja")
        && !it.help().isEmpty();
  }

  /// All the rest: seen, discussed, spoken of, looked at by another, and told to the family.
  private static boolean isPrepared(Prepared it) {
    return it.framework().equals("eigen")
        && it.signal().equals("gedateerd")
        && (it.sender() != Role.HUISARTS || it.kindcheck().equals("gedaan"))
        && it.second().equals("ander")
        && it.consulted().equals("voor")
        && Set.of("gesprek", "veiligheid-kind", "kind-uit-beeld").contains(it.talk())
        && Set.of("zin", "K11-met").contains(it.necessity())
        && Set.of("verteld", "uitstel").contains(it.family())
        && Set.of("nee", "ja-met-grond").contains(it.anonymous());
  }

  @Test
  void the_five_questions_and_both_decisions_open_the_lane_exactly_where_the_law_says() {
    var all = new ArrayList<Weighed>();
    Weighed.all(all::add);

    all.parallelStream()
        .forEach(weighed -> check(new Answers(weighed, Prepared.RIGHT), isWeighed(weighed)));
    some(all).forEach(weighed -> check(new Answers(weighed, WRONG), false));

    assertThat(all).hasSize(140_625);
    report("answers to the five questions");
  }

  @Test
  void the_steps_before_and_the_family_open_the_lane_exactly_where_the_law_says() {
    var all = new ArrayList<Prepared>();
    Prepared.all(all::add);

    all.parallelStream()
        .forEach(prepared -> check(new Answers(Weighed.RIGHT, prepared), isPrepared(prepared)));
    some(all).forEach(prepared -> check(new Answers(Weighed.WRONG, prepared), false));

    assertThat(all).hasSize(155_520);
    report("ways to have prepared it");
  }

  @Test
  void in_acute_danger_five_answers_are_enough_and_four_are_not() {
    var five = List.of("melder", "kind", "feit", "gevaar", "gebeld");
    for (Object acute : List.of(true, "ja")) {
      for (int given = 0; given < 32; given++) {
        for (var rest : RESTS) {
          var form = new LinkedHashMap<>(rest);
          var right = Forms.acute();
          form.put("acuut", acute);
          for (int i = 0; i < five.size(); i++) {
            form.remove(five.get(i));
            if ((given >> i & 1) == 1) {
              form.put(five.get(i), right.get(five.get(i)));
            }
          }

          var state = MeldcodeCheck.check(form, Role.SCHOOL_LEERKRACHT, TODAY);

          assertThat(state instanceof MeldcodeState.Acute).as("%s", form).isEqualTo(given == 31);
          assertThat(state).isNotInstanceOf(MeldcodeState.Complete.class);
        }
      }
    }
  }

  /// A half that is right never makes up for one that is wrong; some of each suffice to see that.
  private static <T> Stream<T> some(List<T> all) {
    return IntStream.range(0, all.size()).filter(i -> i % 13 == 0).mapToObj(all::get);
  }

  @Test
  void the_short_record_opens_the_lane_to_the_raad_and_a_gi_exactly_where_the_law_says() {
    for (var receiver : List.of(Role.RVDK, Role.GI_OTS)) {
      for (var occasion : List.of("op-verzoek", "uit-eigen-beweging", "")) {
        for (var request : List.of("heel", "zonder nummer", "")) {
          for (var decision : List.of("heel", "te kort", "zonder naam", "")) {
            for (var necessity : Answers.NECESSITY) {
              for (var family : Answers.FAMILY) {
                var rest = Prepared.RIGHT.with(necessity, family);
                var form = shortForm(receiver, occasion, request, decision, rest);
                // The Raad always asks; a GI either asks, with a request, or does not.
                boolean asked =
                    (receiver == Role.RVDK || occasion.equals("op-verzoek"))
                        ? request.equals("heel")
                        : occasion.equals("uit-eigen-beweging") && !request.equals("zonder nummer");
                boolean opens =
                    asked
                        && decision.equals("heel")
                        && Set.of("zin", "K11-met").contains(necessity)
                        && Set.of("verteld", "uitstel").contains(family);

                var state = MeldcodeCheck.check(form, Role.SCHOOL_IB, receiver, TODAY);

                assertThat(state instanceof MeldcodeState.Complete)
                    .as("%s %s", receiver, form)
                    .isEqualTo(opens);
              }
            }
          }
        }
      }
    }
  }

  private static Map<String, Object> shortForm(
      Role receiver, String occasion, String request, String decision, Prepared rest) {
    var form = new LinkedHashMap<String, Object>();
    var whole = new Answers(Weighed.RIGHT, rest).form();
    for (var field : List.of("categorieen", "gezin")) {
      if (whole.containsKey(field)) {
        form.put(field, whole.get(field));
      }
    }
    if (receiver == Role.GI_OTS && !occasion.isEmpty()) {
      form.put("aanleiding", occasion);
    }
    switch (request) {
      case "heel" -> form.put("verzoek", Map.of("nummer", "R-12", "datum", "2026-11-10"));
      case "zonder nummer" -> form.put("verzoek", Map.of("datum", "2026-11-10"));
      default -> {}
    }
    var decided = new LinkedHashMap<String, Object>();
    decided.put("datum", "2026-11-12");
    decided.put("functie", "intern begeleider");
    decided.put("motivering", decision.equals("te kort") ? "nodig" : "Nodig voor het onderzoek.");
    if (!decision.equals("zonder naam")) {
      decided.put("door", "med-77");
    }
    if (!decision.isEmpty()) {
      form.put("besluit", decided);
    }
    return form;
  }

  private static final List<Map<String, Object>> RESTS =
      List.of(Map.of(), Forms.whole(), Map.of("dossier", "x"));

  private static final Prepared WRONG =
      new Prepared(
          Role.SCHOOL_IB,
          "eigen",
          "gedateerd",
          "",
          "zelfde",
          "voor",
          "gesprek",
          "zin",
          "verteld",
          "nee");

  private void check(Answers answers, boolean opens) {
    var state = MeldcodeCheck.check(answers.form(), answers.prepared().sender(), TODAY);
    checked.increment();
    boolean complete = state instanceof MeldcodeState.Complete;
    if (complete) {
      whole.increment();
    }
    if (complete != opens) {
      throw new AssertionError(answers + " should be " + opens + " and is " + state);
    }
    if (state instanceof MeldcodeState.Complete(boolean told)
        && told != answers.prepared().family().equals("verteld")) {
      throw new AssertionError(answers + ": was the family told?");
    }
    if (state instanceof MeldcodeState.Incomplete(var gaps) && gaps.isEmpty()) {
      throw new AssertionError(answers + ": a refusal without a word of what is missing");
    }
  }

  private void report(String what) {
    System.out.printf("%,d %s, %,d of them whole%n", checked.sum(), what, whole.sum());
    assertThat(whole.sum()).isPositive();
  }
}
