package nl.sluis.policies.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluis.policies.cijfers.Counting;
import nl.sluis.policies.cijfers.Counting.Measure;
import nl.sluis.policies.contact.ContactFunction;
import nl.sluis.policies.contact.Wall;
import nl.sluis.policies.convenant.Arrangements;
import nl.sluis.policies.convenant.ConsentTerms;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Retention;
import nl.sluis.policies.overleg.OverlegKind;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What was arranged differently besides the rules: tables, contacts, walls, counts and how long
/// what people said may be relied on.
final class ArrangementsMoved {
  private static final List<Part<OverlegKind>> TABLE =
      List.of(
          Part.one("heet voor Sluis", OverlegKind::code),
          Part.one("heet", OverlegKind::name),
          Part.one("zegt tegen het gezin", t -> "\"" + t.sentence() + "\""),
          Part.some("is voor", t -> t.purposes().stream().map(Purpose::code)),
          Part.some("heeft als vaste rol", t -> roles(t.fixed())),
          Part.some("laat ook toe", t -> roles(t.possible())),
          Part.some("laat met een reden toe", t -> roles(t.separate())),
          Part.some(
              "vraagt",
              t -> t.agenda().entrySet().stream().map(e -> e.getKey() + ": " + e.getValue())),
          Part.one("telt hoogstens (mensen)", t -> "" + t.most()),
          Part.one("staat open (dagen)", t -> "" + t.days()));
  private static final List<Part<ContactFunction>> CONTACT =
      List.of(
          Part.one("is", c -> c.role().code()),
          Part.some(
              "is er voor",
              c ->
                  c.parts().entrySet().stream()
                      .map(e -> e.getKey() + ": " + String.join(" en ", e.getValue()))),
          Part.flag("kan de contactpersoon van een gezin zijn", ContactFunction::familySees));
  private static final List<Part<Wall>> WALL =
      List.of(
          Part.one("heet", Wall::code),
          Part.some("heeft aan de ene kant", w -> roles(w.one())),
          Part.some("heeft aan de andere kant", w -> roles(w.other())),
          Part.one("doet", w -> w.effect().name().toLowerCase(Locale.ROOT)),
          Part.one("zegt", w -> "\"" + w.sentence() + "\""));
  private static final List<Part<Measure>> MEASURE =
      List.of(
          Part.one("heet", Measure::code),
          Part.one("telt", m -> "\"" + m.sentence() + "\""),
          Part.flag("heeft meer bijdragers", Measure::manyContributors));
  private static final List<Part<Retention>> RETENTION =
      List.of(
          Part.one("heet", Retention::code),
          Part.one("gaat over", Retention::file),
          Part.one("is", Retention::inWords),
          Part.one("begint bij", Retention::begins),
          Part.one("staat in", r -> RulesMoved.law(r.article())),
          Part.some("wacht op de jurist bij", r -> r.legalPoints().stream()));
  private static final List<Part<Counting>> COUNTING =
      List.of(
          Part.one("gaan over ten minste (mensen)", c -> "" + c.guard().smallest()),
          Part.one("komen hoogstens van één (procent)", c -> "" + c.guard().largestShare()),
          Part.row("kennen de leeftijdsgroepen", c -> c.ageGroups().stream()));

  private static final List<Part<ConsentTerms>> TERMS =
      List.of(
          Part.one("gelden hoogstens (maanden)", t -> "" + t.longestConsentMonths()),
          Part.one("rusten na een nee (maanden)", t -> "" + t.coolDownMonths()),
          Part.one("zijn gezien binnen (werkdagen)", t -> "" + t.noticeWorkingDays()),
          Part.one("steunen op verklaard gezag (maanden)", t -> "" + t.declaredCustodyMonths()),
          Part.one(
              "steunen op gezag uit een register (maanden)", t -> "" + t.documentedCustodyMonths()),
          Part.one(
              "rusten voor de veiligheid hoogstens (weken)", t -> "" + t.longestSuspensionWeeks()),
          Part.one(
              "bekijken een beperking opnieuw binnen (maanden)",
              t -> "" + t.reviews().longestMonths()),
          Part.one("wegen een bezwaar binnen (maanden)", t -> "" + t.reviews().weighMonths()),
          Part.one(
              "bekijken een embargo opnieuw binnen (dagen)", t -> "" + t.reviews().embargoDays()),
          Part.one(
              "vragen een antwoord op een stopbericht binnen (werkdagen)",
              t -> "" + t.stopConfirmDays()),
          Part.one("geven om een betwist gesprek na te gaan (dagen)", t -> "" + t.talkCheckDays()),
          Part.one(
              "zoeken gezag opnieuw op vóór het verouderd is (dagen)",
              t -> "" + t.custodyReviewDays()),
          Part.one("geven om een tekst te lezen (dagen)", t -> "" + t.readingDays()),
          Part.one(
              "vragen een antwoord op een verzoek binnen (maanden)",
              t -> "" + t.requests().answerMonths()),
          Part.one("verlengen dat hoogstens met (maanden)", t -> "" + t.requests().extendMonths()),
          Part.one(
              "vragen een antwoord op waarom binnen (werkdagen)",
              t -> "" + t.requests().whyWorkingDays()),
          Part.one("laten een helper meekijken (dagen)", t -> "" + t.helpers().days()),
          Part.one(
              "laten een helper hoogstens meekijken (dagen)", t -> "" + t.helpers().mostDays()),
          Part.one("geven een helper een code (uren)", t -> "" + t.helpers().codeHours()),
          Part.one(
              "vragen wie gewijzigde gegevens had bericht binnen (werkdagen)",
              t -> "" + t.requests().receiverWorkingDays()),
          Part.one(
              "laten een vraag van Veilig Thuis vervallen zonder antwoord na (werkdagen)",
              t -> "" + t.requests().inquiryWorkingDays()),
          Part.one(
              "vragen een gezin of de hulp past, na (maanden)",
              t -> "" + t.requests().evaluationAfterMonths()),
          Part.one(
              "nemen dat antwoord aan gedurende (dagen)",
              t -> "" + t.requests().evaluationOpenDays()));

  private ArrangementsMoved() {}

  static List<String> between(Convenant before, Convenant after) {
    var old = before.arrangements();
    var now = after.arrangements();
    var moved = new ArrayList<String>();
    moved.addAll(Part.moved(old.tables(), now.tables(), t -> "Overleg " + t, TABLE));
    moved.addAll(
        Part.<Role, ContactFunction>moved(
            contacts(old), contacts(now), r -> "Aanspreekpunt " + r, CONTACT));
    moved.addAll(
        Part.moved(
            "De aanspreekpunten",
            old,
            now,
            List.of(
                Part.row(
                    "staan in de volgorde",
                    a -> a.contacts().stream().map(c -> c.role().code())))));
    moved.addAll(Part.moved(walls(old), walls(now), w -> "Muur " + w, WALL));
    moved.addAll(
        Part.moved(
            old.counting().measures(), now.counting().measures(), m -> "Telling " + m, MEASURE));
    moved.addAll(
        Part.moved(old.retentions(), now.retentions(), r -> "Bewaartermijn " + r, RETENTION));
    moved.addAll(Part.moved("Tellingen", old.counting(), now.counting(), COUNTING));
    moved.addAll(Part.moved("Toestemmingen", old.consentTerms(), now.consentTerms(), TERMS));
    return moved;
  }

  private static Map<Role, ContactFunction> contacts(Arrangements arrangements) {
    return arrangements.contacts().stream()
        .collect(Collectors.toMap(ContactFunction::role, Function.identity(), (a, _) -> a));
  }

  private static Map<String, Wall> walls(Arrangements arrangements) {
    return arrangements.walls().stream()
        .collect(Collectors.toMap(Wall::code, Function.identity(), (a, _) -> a));
  }

  private static java.util.stream.Stream<String> roles(java.util.Set<Role> roles) {
    return roles.stream().map(Role::code);
  }
}
