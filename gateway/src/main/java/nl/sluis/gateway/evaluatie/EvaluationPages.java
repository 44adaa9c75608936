package nl.sluis.gateway.evaluatie;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.besluit.ChildName;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Ages;
import nl.sluis.gateway.desk.AtChild;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.Outcome;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.vorm.Pages;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;
import nl.sluis.policies.terms.Age;

/// Where somebody reads what is asked after help, and answers, says no or takes the answer back;
/// each with one click, and the two words weigh the same.
///
/// What was answered is not shown again: the page may be read along. May be shared between threads.
public final class EvaluationPages implements PageRoutes {
  static final String HOME = "/mijn/evaluaties";
  private static final String TITLE = "evaluatie.titel";
  private static final String WORD = "woord";

  private final OwnEvaluations own;
  private final Ages ages;
  private final Sequencer sequencer;
  private final CurrentLaw law;

  /// @param own knows what somebody was asked
  /// @param ages by which children are told apart
  /// @param law the words of the convenant
  public EvaluationPages(OwnEvaluations own, Ages ages, Sequencer sequencer, CurrentLaw law) {
    this.own = own;
    this.ages = ages;
    this.sequencer = sequencer;
    this.law = law;
  }

  /// What was asked about one child.
  public record At(ChildName child, List<One> asked) {
    /// Copies its list.
    public At {
      asked = List.copyOf(asked);
    }
  }

  /// All of it.
  ///
  /// @param wrong of which question must be filled in otherwise; empty when of none
  /// @param fields what must be
  /// @param said what was filled in of that one, by field
  public record All(
      List<At> children, Optional<UUID> wrong, Set<String> fields, Map<String, String> said) {
    /// Copies its parts.
    public All {
      children = List.copyOf(children);
      fields = Set.copyOf(fields);
      said = Map.copyOf(said);
    }

    /// Was this chosen?
    public boolean isSaid(One one, String field, String word) {
      return said(one, field).equals(word);
    }

    /// What was filled in here; empty when nothing was.
    public String said(One one, String field) {
      return isWrong(one) ? said.getOrDefault(field, "") : "";
    }

    /// Is there nothing?
    public boolean isEmpty() {
      return children.stream().allMatch(at -> at.asked().isEmpty());
    }

    /// Must something of this be filled in otherwise?
    public boolean isWrong(One one) {
      return wrong.filter(one.id()::equals).isPresent();
    }
  }

  /// Something that was asked.
  ///
  /// @param by who asks, and reads what is said
  /// @param referred on which day help was allocated
  /// @param until the last day on which can be answered
  /// @param kept the last day on which an answer lies here
  /// @param form what is asked; empty when nothing can be said any more
  /// @param stand the key of how it stands
  /// @param day on which that came to be
  /// @param canBeTakenBack whether there is an answer that nobody fetched
  public record One(
      UUID id,
      Who by,
      LocalDate referred,
      LocalDate until,
      LocalDate kept,
      Optional<Questionnaire> form,
      String stand,
      LocalDate day,
      boolean canBeTakenBack) {}

  @Override
  public List<Tile> tiles() {
    return List.of(new Tile(HOME, "evaluatie.tegel", "beeld-schrijven"));
  }

  @Override
  public void add(Pages pages) {
    pages.get(HOME, (who, asked) -> page(who, asked, Optional.empty(), Set.of(), Map.of()));
    pages.post(HOME + "/:id", this::say);
  }

  private View.Shown page(
      Visitor who, Asked asked, Optional<UUID> wrong, Set<String> fields, Map<String, String> said)
      throws SQLException {
    var seen = own.look(who.who(), asked.at());
    var old = ages.of(seen, asked.at());
    var children =
        seen.stream()
            .map(
                child ->
                    new At(
                        ChildName.of(child, old),
                        child.lines().stream()
                            .map(one -> one(one, child.cover(), asked.at()))
                            .toList()))
            .toList();
    return new View.Shown("evaluatie/evaluaties", new All(children, wrong, fields, said), TITLE);
  }

  private One one(OwnEvaluations.One one, Cover cover, Instant now) {
    var referral = one.referral();
    var words =
        one.asking()
            .map(Asking::convenant)
            .orElseGet(() -> law.now().couldGovern(referral.by(), referral.by(), now).getFirst());
    var standing = one.standing();
    var until = day(standing.until());
    return new One(
        referral.id(),
        Who.of(referral.by(), words, cover),
        referral.on(),
        until,
        until.plusDays(Standing.KEPT_DAYS),
        standing.isOpen(now) ? one.asking().flatMap(Asking::questions) : Optional.empty(),
        stand(standing, now),
        standing
            .fetched()
            .or(() -> standing.said().map(Standing.Said::at))
            .map(EvaluationPages::day)
            .orElse(until),
        standing.canBeTakenBack());
  }

  private static String stand(Standing standing, Instant now) {
    if (standing.fetched().isPresent()) {
      return "evaluatie.stand.opgehaald";
    }
    return standing
        .said()
        .map(said -> "evaluatie.stand." + said.word().name().toLowerCase(Locale.ROOT))
        .orElse(
            now.isBefore(standing.until()) ? "evaluatie.stand.open" : "evaluatie.stand.voorbij");
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Age.CALENDAR);
  }

  private View say(Visitor who, Asked asked) throws InputFault, SQLException {
    var word = asked.one(WORD);
    for (var child : own.look(who.who(), asked.at())) {
      for (var one : child.lines()) {
        if (asked.id().filter(one.referral().id()::equals).isPresent()) {
          return switch (word) {
            case "geven" -> give(who, asked, child, one);
            case "niet" -> done(own.decline(who.who(), child.subject(), one.referral().id()));
            case "terug" -> done(own.takeBack(who.who(), child.subject(), one.referral().id()));
            default -> throw new InputFault(WORD);
          };
        }
      }
    }
    return new View.Gone();
  }

  private View give(
      Visitor who, Asked asked, AtChild<OwnEvaluations.One> child, OwnEvaluations.One one)
      throws InputFault, SQLException {
    var form = one.asking().flatMap(Asking::questions);
    if (form.isEmpty() || !one.standing().isOpen(asked.at())) {
      return new View.Moved(HOME);
    }
    var said = new HashMap<String, String>();
    for (var field : form.get().fields()) {
      said.put(field.name(), asked.one(field.name()));
    }
    var filled = form.get().read(said);
    return filled.answer().isEmpty()
        ? page(who, asked, Optional.of(one.referral().id()), filled.wrong(), said).again()
        : done(own.give(who.who(), child.subject(), one.referral().id(), filled.answer().get()));
  }

  /// Who presses twice said it once: what cannot be said any more is read on the page.
  private View done(Work<Outcome> work) {
    return switch (sequencer.submit(work).join()) {
      case Outcome.Done _, Outcome.Faulty _, Outcome.NotAllowed _, Outcome.NotThere _ ->
          new View.Moved(HOME);
    };
  }
}
