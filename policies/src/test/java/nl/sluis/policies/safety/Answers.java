package nl.sluis.policies.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// One filled-in meldcode record, as the words that were chosen; an empty word leaves the field
/// out. In two halves, so that each can be enumerated whole.
///
/// @param weighed the five questions and what follows from them
/// @param prepared all the rest
record Answers(Weighed weighed, Prepared prepared) {
  static final List<String> QUESTION = List.of("ja", "nee", "twijfel", "nvt", "");
  static final List<String> DECISION = List.of("ja", "nee", "");
  static final List<String> UNSAFETY =
      List.of("acuut", "structureel", "disclosure", "geen-maar-hulp-niet-mogelijk", "");
  static final List<String> SECOND = List.of("ander", "zelfde", "");
  static final List<String> CONSULTED = List.of("voor", "na", "");
  static final List<String> TALK =
      List.of("gesprek", "veiligheid-kind", "kind-uit-beeld", "geen-tijd", "beide", "");
  static final List<String> FAMILY =
      List.of("verteld", "uitstel", "te-lang", "zelf-bevestigd", "beide", "");
  static final List<String> ANONYMOUS = List.of("nee", "ja-met-grond", "ja-zonder-grond", "");
  static final List<String> NECESSITY = List.of("zin", "te-kort", "K11-met", "K11-zonder", "");
  static final List<String> KINDCHECK = List.of("gedaan", "");
  static final List<Role> SENDER = List.of(Role.SCHOOL_IB, Role.HUISARTS);
  static final List<String> FRAMEWORK = List.of("eigen", "ander");
  static final List<String> SIGNAL = List.of("gedateerd", "zonder-soort", "");

  record Weighed(List<String> questions, String report, String help, String unsafety) {
    static final Weighed RIGHT =
        new Weighed(List.of("ja", "ja", "nvt", "nvt", "nvt"), "ja", "nee", "structureel");
    static final Weighed WRONG =
        new Weighed(List.of("nee", "ja", "nvt", "nvt", "nvt"), "ja", "nee", "structureel");

    static void all(Consumer<Weighed> visitor) {
      for (var questions : fives()) {
        for (var report : DECISION) {
          for (var help : DECISION) {
            for (var unsafety : UNSAFETY) {
              visitor.accept(new Weighed(questions, report, help, unsafety));
            }
          }
        }
      }
    }

    private static List<List<String>> fives() {
      var all = List.of(List.<String>of());
      for (int i = 0; i < 5; i++) {
        all = all.stream().flatMap(Weighed::oneMore).toList();
      }
      return all;
    }

    private static Stream<List<String>> oneMore(List<String> answers) {
      return QUESTION.stream().map(a -> Stream.concat(answers.stream(), Stream.of(a)).toList());
    }
  }

  record Prepared(
      Role sender,
      String framework,
      String signal,
      String kindcheck,
      String second,
      String consulted,
      String talk,
      String necessity,
      String family,
      String anonymous) {
    static final Prepared RIGHT =
        new Prepared(
            Role.SCHOOL_IB,
            "eigen",
            "gedateerd",
            "",
            "ander",
            "voor",
            "gesprek",
            "zin",
            "verteld",
            "nee");

    Prepared with(String otherNecessity, String otherFamily) {
      return new Prepared(
          sender,
          framework,
          signal,
          kindcheck,
          second,
          consulted,
          talk,
          otherNecessity,
          otherFamily,
          anonymous);
    }

    static void all(Consumer<Prepared> visitor) {
      for (var sender : SENDER) {
        for (var framework : FRAMEWORK) {
          for (var signal : SIGNAL) {
            for (var kindcheck : KINDCHECK) {
              of(sender, framework, signal, kindcheck, visitor);
            }
          }
        }
      }
    }

    private static void of(
        Role sender,
        String framework,
        String signal,
        String kindcheck,
        Consumer<Prepared> visitor) {
      for (var second : SECOND) {
        for (var consulted : CONSULTED) {
          for (var talk : TALK) {
            for (var necessity : NECESSITY) {
              for (var family : FAMILY) {
                for (var anonymous : ANONYMOUS) {
                  visitor.accept(
                      new Prepared(
                          sender, framework, signal, kindcheck, second, consulted, talk, necessity,
                          family, anonymous));
                }
              }
            }
          }
        }
      }
    }
  }

  /// The record as a partner would send it on 13 November 2026.
  Map<String, Object> form() {
    var form = new LinkedHashMap<String, Object>(Forms.whole());
    weighing(form);
    people(form);
    steps(form);
    put(
        form,
        "categorieen",
        switch (prepared.necessity()) {
          case "zin" -> List.of(Map.of("code", "K16", "noodzaak", NEED));
          case "te-kort" -> List.of(Map.of("code", "K16", "noodzaak", "nodig"));
          case "K11-met" ->
              List.of(Map.of("code", "K11", "noodzaak", NEED, "extraZin", "Kan niet zonder."));
          case "K11-zonder" -> List.of(Map.of("code", "K11", "noodzaak", NEED));
          default -> null;
        });
    return form;
  }

  private static final String NEED = "De feiten waarop het vermoeden rust.";

  private void weighing(Map<String, Object> form) {
    var questions = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 5; i++) {
      if (!weighed.questions().get(i).isEmpty()) {
        questions.add(
            Map.of(
                "nummer",
                String.valueOf(i + 1),
                "antwoord",
                weighed.questions().get(i),
                "motivering",
                "zie het dossier"));
      }
    }
    form.put("stap4", Map.of("datum", "2026-11-12", "vragen", questions));
    var decision = new LinkedHashMap<String, Object>();
    decision.put("datum", "2026-11-12");
    decision.put("motivering", "zie 4");
    put(decision, "besluitMelden", weighed.report().isEmpty() ? null : weighed.report());
    put(decision, "besluitHulp", weighed.help().isEmpty() ? null : weighed.help());
    form.put("stap5", decision);
    put(form, "onveiligheid", weighed.unsafety().isEmpty() ? null : weighed.unsafety());
  }

  private void people(Map<String, Object> form) {
    boolean own = prepared.framework().equals("eigen");
    boolean school = prepared.sender() == Role.SCHOOL_IB;
    form.put("versieAfwegingskader", own == school ? "onderwijs-2019" : "knmg-2019");
    put(
        form,
        "aandachtsfunctionaris",
        switch (prepared.second()) {
          case "ander" -> Map.of("id", "med-12", "datum", "2026-11-12", "advies", "melden");
          case "zelfde" -> Map.of("id", "med-77", "datum", "2026-11-12", "advies", "melden");
          default -> null;
        });
    put(
        form,
        "anoniemJegensGezin",
        switch (prepared.anonymous()) {
          case "nee" -> Map.of("anoniem", "nee");
          case "ja-met-grond" -> Map.of("anoniem", "ja", "grond", "veiligheid-melder");
          case "ja-zonder-grond" -> Map.of("anoniem", "ja");
          default -> null;
        });
    var told = Map.of("datum", "2026-11-12", "door", "med-77");
    put(
        form,
        "gezin",
        switch (prepared.family()) {
          case "verteld" -> Map.of("geinformeerd", told);
          case "uitstel" -> Map.of("uitstel", postponed("2026-12-11", "med-12"));
          case "te-lang" -> Map.of("uitstel", postponed("2026-12-12", "med-12"));
          case "zelf-bevestigd" -> Map.of("uitstel", postponed("2026-12-11", "med-77"));
          case "beide" ->
              Map.of("geinformeerd", told, "uitstel", postponed("2026-12-11", "med-12"));
          default -> null;
        });
  }

  private static Map<String, Object> postponed(String until, String by) {
    return Map.of("reden", "veiligheid-kind", "tot", until, "bevestigdDoor", by);
  }

  private void steps(Map<String, Object> form) {
    var one = new LinkedHashMap<String, Object>();
    var signal = new LinkedHashMap<String, Object>(Forms.signal("2026-11-02"));
    if (prepared.signal().equals("zonder-soort")) {
      signal.remove("soort");
    }
    put(one, "signalen", prepared.signal().isEmpty() ? null : List.of(signal));
    put(
        one,
        "kindcheck",
        prepared.kindcheck().isEmpty()
            ? null
            : Map.of("datum", "2026-11-10", "uitkomst", "twee kinderen thuis"));
    form.put("stap1", one);
    put(
        form,
        "stap2",
        switch (prepared.consulted()) {
          case "voor" -> Map.of("datum", "2026-11-10", "met", "aandachtsfunctionaris");
          case "na" -> Map.of("datum", "2026-11-13", "met", "aandachtsfunctionaris");
          default -> null;
        });
    var talk = Map.of("datum", "2026-11-11", "met", "moeder", "uitkomst", "ontkent");
    put(
        form,
        "stap3",
        switch (prepared.talk()) {
          case "gesprek" -> Map.of("gesprek", talk);
          case "beide" -> Map.of("gesprek", talk, "nietGesproken", notTalked("veiligheid-kind"));
          case "" -> null;
          default -> Map.of("nietGesproken", notTalked(prepared.talk()));
        });
  }

  private static Map<String, Object> notTalked(String reason) {
    return Map.of("reden", reason, "motivering", "zie het dossier");
  }

  private static void put(Map<String, Object> form, String field, @Nullable Object value) {
    if (value == null) {
      form.remove(field);
    } else {
      form.put(field, value);
    }
  }
}
