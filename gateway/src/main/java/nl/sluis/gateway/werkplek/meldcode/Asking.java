package nl.sluis.gateway.werkplek.meldcode;

import static nl.sluis.gateway.werkplek.meldcode.Question.area;
import static nl.sluis.gateway.werkplek.meldcode.Question.choice;
import static nl.sluis.gateway.werkplek.meldcode.Question.day;
import static nl.sluis.gateway.werkplek.meldcode.Question.line;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.policies.safety.MeldcodeCheck;
import nl.sluis.policies.terms.Role;

/// What each page of the guide asks of somebody in a role: every field of the whole record
/// (`MeldcodeCheck`), in the words of that check, and nothing that the record does not have.
///
/// Pure; may be shared between threads.
final class Asking {
  private static final int LEAST_SIGNALS = 2;
  private static final int LEAST_PERSONS = 2;

  private final Frameworks frameworks;

  Asking(Frameworks frameworks) {
    this.frameworks = frameworks;
  }

  /// The groups of a page.
  ///
  /// @param role in which somebody works
  /// @param answers what was filled in so far: of signals and persons there is always one more
  ///   asked than there are
  List<Group> of(Step step, Role role, Answers answers) {
    return switch (step) {
      case SIGNALEN -> signals(role, answers);
      case OVERLEG -> consultation();
      case GESPREK -> talk();
      case WEGING -> weighing(role, answers);
      case BESLUIT -> decision();
      case GEZIN -> family(answers);
      case MEEGEVEN -> along();
    };
  }

  /// By which this person weighs: the chosen one of two, or the only one.
  Framework framework(Role role, Answers answers) {
    var known = frameworks.of(role);
    return known.stream()
        .filter(one -> answers.is("kader", one.version()))
        .findFirst()
        .orElse(known.getFirst());
  }

  private static List<Group> signals(Role role, Answers answers) {
    var groups = new ArrayList<Group>();
    int shown = Math.max(LEAST_SIGNALS, Math.min(Answers.MOST, answers.count("signaal") + 1));
    for (int number = 1; number <= shown; number++) {
      var at = "signaal." + number + ".";
      groups.add(
          Group.of(
              "signaal",
              number,
              day(at + "datum", "datum"),
              area(at + "feit", "feit").withExplanation(),
              line(at + "bron", "bron"),
              choice(at + "soort", "soort", "feit", "vermoeden", "van-horen-zeggen")));
    }
    if (needsKindcheck(role)) {
      groups.add(
          Group.of(
              "kindcheck",
              day("kindcheck.datum", "datum"),
              area("kindcheck.uitkomst", "kindcheck").withExplanation()));
    }
    return groups;
  }

  /// Must who works in this role do the kindcheck? The empty record says so.
  static boolean needsKindcheck(Role role) {
    return MeldcodeCheck.form(role).stream()
        .filter(field -> field.name().equals("stap1"))
        .flatMap(field -> field.parts().stream())
        .anyMatch(part -> part.name().equals("kindcheck") && part.required());
  }

  private static List<Group> consultation() {
    return List.of(
        Group.of(
            "overleg",
            day("stap2.datum", "datum"),
            line("stap2.met", "overlegd-met").withExplanation(),
            line("stap2.vtAdviesNummer", "adviesnummer").withExplanation()),
        Group.of(
            "aandachtsfunctionaris",
            line("aandachtsfunctionaris.id", "aandacht-id").withExplanation(),
            day("aandachtsfunctionaris.datum", "datum"),
            choice(
                "aandachtsfunctionaris.advies",
                "advies",
                "melden",
                "niet-melden",
                "geen-bezwaar")));
  }

  private static List<Group> talk() {
    return List.of(
        Group.of("gesproken", choice("stap3.hoe", "hoe", "gesprek", "niet")),
        Group.of(
            "gesprek",
            day("gesprek.datum", "datum"),
            line("gesprek.met", "gesproken-met"),
            area("gesprek.uitkomst", "uitkomst")),
        Group.of(
            "niet-gesproken",
            choice(
                "niet.reden",
                "reden",
                "veiligheid-kind",
                "veiligheid-ander",
                "kind-uit-beeld",
                "niet-bereikbaar"),
            area("niet.motivering", "motivering")));
  }

  private List<Group> weighing(Role role, Answers answers) {
    var groups = new ArrayList<Group>();
    var known = frameworks.of(role);
    if (known.size() > 1) {
      groups.add(
          Group.of(
              "kader",
              choice(
                  "kader",
                  "kader",
                  known.stream().map(Framework::version).toArray(String[]::new))));
    }
    groups.add(Group.of("weging", day("stap4.datum", "datum")));
    var framework = framework(role, answers);
    for (int number = 1; number <= Framework.QUESTIONS; number++) {
      var question = framework.questions().get(number - 1);
      var at = "vraag." + number + ".";
      var words =
          number <= 2
              ? new String[] {"ja", "nee", "twijfel"}
              : new String[] {"ja", "nee", "twijfel", "nvt"};
      groups.add(
          new Group(
              "",
              number,
              question.text(),
              List.of(question.explanation()),
              List.of(
                  choice(at + "antwoord", "antwoord", words),
                  area(at + "motivering", "motivering"))));
    }
    return groups;
  }

  private static List<Group> decision() {
    return List.of(
        Group.of(
            "besluit",
            day("stap5.datum", "datum"),
            choice("stap5.melden", "melden", "ja", "nee"),
            choice("stap5.hulp", "hulp", "ja", "nee"),
            area("stap5.motivering", "motivering")),
        Group.of(
            "onveiligheid",
            choice(
                "onveiligheid",
                "onveiligheid",
                "acuut",
                "structureel",
                "disclosure",
                "geen-maar-hulp-niet-mogelijk")));
  }

  private static List<Group> family(Answers answers) {
    var groups = new ArrayList<Group>();
    int shown = Math.max(LEAST_PERSONS, Math.min(Answers.MOST, answers.count("betrokkene") + 1));
    for (int number = 1; number <= shown; number++) {
      var at = "betrokkene." + number + ".";
      groups.add(
          Group.of(
              "betrokkene",
              number,
              line(at + "wie", "wie").withExplanation(),
              choice(
                  at + "rol",
                  "rol",
                  "kind",
                  "moeder",
                  "vader",
                  "ouder",
                  "stiefouder",
                  "pleegouder",
                  "broer-of-zus",
                  "huisgenoot",
                  "ander")));
    }
    groups.add(Group.of("gezin", choice("gezin.hoe", "gezin", "geinformeerd", "uitstel")));
    groups.add(
        Group.of(
            "geinformeerd",
            day("geinformeerd.datum", "datum"),
            line("geinformeerd.door", "door").withExplanation()));
    groups.add(
        Group.of(
            "uitstel",
            choice(
                "uitstel.reden", "reden", "veiligheid-kind", "veiligheid-ander", "kind-uit-beeld"),
            day("uitstel.tot", "tot").withExplanation(),
            line("uitstel.bevestigdDoor", "bevestigd-door").withExplanation()));
    groups.add(
        Group.of(
            "anoniem",
            choice("anoniem.anoniem", "anoniem", "nee", "ja"),
            choice(
                "anoniem.grond",
                "grond",
                "veiligheid-betrokkene",
                "veiligheid-melder",
                "vertrouwensrelatie")));
    return groups;
  }

  private static List<Group> along() {
    return List.of(
        Group.of(
            "kind",
            choice("kind.soort", "verwijzing", "eigen-kenmerk", "koppelcode"),
            line("kind.waarde", "kenmerk").withExplanation(),
            line("kind.voornamen", "voornamen"),
            new Question(
                "kind.tussenvoegsel", "tussenvoegsel", Question.Kind.REGEL, List.of(), 20, false),
            line("kind.achternaam", "achternaam"),
            day("kind.geboortedatum", "geboortedatum")),
        Group.of(
            "noodzaak",
            area("noodzaak.K01", "noodzaak-K01").withExplanation(),
            area("noodzaak.K16", "noodzaak-K16").withExplanation()),
        Group.of(
            "vraag-aan",
            new Question("kind.vraag", "vraag-aan", Question.Kind.VAK, List.of(), 500, false)));
  }
}
