package nl.sluis.gateway.werkplek.meldcode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the pages of the guide show. Immutable; a template reads them.
public final class Models {
  private Models() {}

  /// Where somebody is.
  ///
  /// @param started whether there is a draft
  /// @param mayReport whether the convenant lets this role report
  /// @param steps each of the five with how many things are still missing in it
  /// @param decided where the decision of step five leads: `melden`, `hulp` or `niets`; empty as
  ///   long as there is none
  public record Begin(
      boolean started, boolean mayReport, Map<Step, Integer> steps, String decided) {}

  /// One page to fill in.
  ///
  /// @param step which one
  /// @param groups what is asked
  /// @param answers what was filled in
  /// @param framework by which is weighed
  /// @param weighing what it says so far; only beside the decision
  /// @param wrong the key of what stands in the way; empty when nothing does
  public record Page(
      Step step,
      List<Group> groups,
      Answers answers,
      Framework framework,
      Optional<Weighing> weighing,
      String wrong) {
    /// Did somebody say that it went otherwise, or fill in something of this group?
    public boolean isTheOtherCase(Group group) {
      var said =
          switch (group.key()) {
            case "niet-gesproken" -> answers.is("stap3.hoe", "niet");
            case "uitstel" -> answers.is("gezin.hoe", "uitstel");
            default -> false;
          };
      return said
          || group.questions().stream().anyMatch(one -> !answers.value(one.name()).isEmpty());
    }
  }

  /// Everything once more before it goes.
  ///
  /// @param pages what was filled in, in its order
  /// @param answers what was filled in
  /// @param gaps what is missing, by the page on which it is mended
  /// @param faults what reading found in what would go along
  /// @param receivers the names of whom it can go to, by their number
  /// @param later what can be pasted back another day
  public record Whole(
      Map<Step, List<Group>> pages,
      Answers answers,
      Map<Step, List<String>> gaps,
      List<String> faults,
      Map<String, String> receivers,
      String later) {
    /// Was anything filled in on this page?
    public boolean isFilled(Step step) {
      return pages.getOrDefault(step, List.of()).stream()
          .flatMap(group -> group.questions().stream())
          .anyMatch(question -> !answers.value(question.name()).isEmpty());
    }

    /// May it be sent?
    public boolean ready() {
      return gaps.isEmpty() && faults.isEmpty() && !receivers.isEmpty();
    }
  }

  /// How a report went.
  ///
  /// @param told what Sluis said
  public record Outcome(Told told) {}
}
