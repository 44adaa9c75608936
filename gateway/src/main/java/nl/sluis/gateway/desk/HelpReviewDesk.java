package nl.sluis.gateway.desk;

import java.util.List;
import java.util.Map;
import nl.sluis.consent.desk.HelpReviews;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where somebody looks back at a help at a desk of the own organisation. It is never who helped;
/// the database refuses that too. May be shared between threads.
public final class HelpReviewDesk {
  /// What can be found.
  public static final List<String> OUTCOMES = List.of("klopt", "klopt-niet");

  private final FactDesk facts;
  private final HelpReviews helps;
  private final SubjectReference references;
  private final Tasks tasks;

  /// @param facts knows who acts for whom
  /// @param references keys the words for people who work somewhere
  public HelpReviewDesk(String region, FactDesk facts, SubjectReference references, Tasks tasks) {
    this.facts = facts;
    this.helps = new HelpReviews(region);
    this.references = references;
    this.tasks = tasks;
  }

  /// Who looked back, and what was found.
  ///
  /// @param id the word of the organisation for that person, as at the desk
  /// @param function in what function
  /// @param outcome one of [#OUTCOMES]
  /// @param why in words, for the logbook only
  public record Review(String id, String function, String outcome, String why) {}

  /// It was looked at; the task is done.
  public Work<Outcome> review(Oin caller, PartyRole party, OpenTask open, Review review) {
    return new Filing(
        Needs.toWriteOfThen(open.task().subject()),
        EntryKind.ONLOOKER,
        facts.inAnyRole(caller, party),
        (found, detail) -> {
          if (open.task().kind() != TaskKind.HELP_LOOK_BACK) {
            return Filing.notThere();
          }
          var help = open.task().about();
          var by = Hmac.of(references.keyedEmployee(party.oin(), review.id()));
          return switch (helps.review(found.tx(), help, by, review.outcome(), found.at())) {
            case NOT_THERE -> Filing.notThere();
            case HELPED_ITSELF ->
                Filing.fault("door.id", "Laat iemand anders nakijken dan wie hielp.");
            case ALREADY ->
                new Filing.Result.Stopped(new Outcome.Done(help.toString(), "", Map.of()));
            case DONE -> {
              detail.put("handeling", "loket-nagekeken").put("hulp", help.toString());
              detail.put("functie", review.function()).put("uitkomst", review.outcome());
              detail.put("toelichting", review.why());
              yield new Filing.Result.Filed(help.toString())
                  .also(
                      tasks.finish(
                          found.tx(), open.task().kind(), open.task().organisation(), help));
            }
          };
        });
  }
}
