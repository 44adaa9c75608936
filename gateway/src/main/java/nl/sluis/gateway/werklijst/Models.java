package nl.sluis.gateway.werklijst;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.desk.ReviewDesk;
import nl.sluis.gateway.nacontrole.Family.Reported;
import nl.sluis.gateway.nacontrole.Review;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.taak.TaskEnd;
import nl.sluis.gateway.verzoek.StepKind;
import nl.sluis.gateway.verzoek.SubjectRequest;
import nl.sluis.gateway.vierogen.Proposal;

/// What the pages of the list show. Immutable.
public final class Models {
  private Models() {}

  /// The list.
  ///
  /// @param now at what instant it was read
  /// @param items the most urgent first
  /// @param counts how much there is of each group
  /// @param group of which group only; empty for all
  /// @param next the address of the next page; empty on the last one
  /// @param done the key of what was done just now; empty when nothing was
  public record All(
      Instant now,
      List<WorkItem> items,
      Map<Group, Count> counts,
      Optional<Group> group,
      String next,
      String done) {
    /// Copies its parts.
    public All {
      items = List.copyOf(items);
      counts = Map.copyOf(counts);
    }

    /// The groups in which there is something, in their order.
    public List<Group> groups() {
      return counts.keySet().stream().sorted().toList();
    }

    /// How much there is of everything.
    public Count total() {
      return counts.values().stream().reduce(Count.NONE, Count::plus);
    }
  }

  /// What every page of one thing shows.
  ///
  /// @param id by which the page is found
  /// @param daysLate by how many days, or parts of one, it is late; 0 when it is not
  /// @param secondAt the name of the organisation of that person; empty when none is needed
  public record Head(
      UUID id, String kind, Instant since, Instant due, long daysLate, String secondAt) {}

  /// A review.
  ///
  /// @param from the name of who sent it
  /// @param to the name of who got it
  /// @param family what its sender said of telling the family; empty when no child is known
  /// @param involved whether this officer works with the child, or sent it
  /// @param proposed whether somebody proposed already what it was
  public record Looking(
      Head head,
      Review review,
      String from,
      String to,
      Optional<Reported> family,
      boolean involved,
      boolean proposed,
      Forms form) {}

  /// A proposal for a second person.
  ///
  /// @param may whether this officer can be that person
  /// @param words of who proposed it; empty when they stand in the logbook alone
  /// @param review what was found, when it closes a review
  /// @param asked in the words of who asked, when it answers a request
  public record Second(
      Head head,
      Proposal proposal,
      boolean may,
      String words,
      Optional<Review> review,
      Optional<ReviewDesk.Draft> found,
      String from,
      String to,
      String asked,
      Forms form) {}

  /// A request of somebody.
  ///
  /// @param asked in the words of who asked
  /// @param answers how it can be answered
  /// @param two which of those a second person must confirm
  /// @param longer whether it may take longer still
  /// @param proposed whether an answer lies ready for a second person
  public record Asking(
      Head head,
      SubjectRequest request,
      String asked,
      List<StepKind> answers,
      Set<StepKind> two,
      boolean longer,
      boolean proposed,
      Forms form) {
    /// Copies its parts.
    public Asking {
      answers = List.copyOf(answers);
      two = Set.copyOf(two);
    }
  }

  /// Any other task.
  ///
  /// @param proposed whether somebody proposed to close it already
  public record Doing(Head head, OpenTask open, boolean proposed, Forms form) {}

  /// A task that ends by something that is done elsewhere.
  ///
  /// @param end by what
  public record Pointing(Head head, OpenTask open, TaskEnd end, Forms form) {
    /// Is it done on the pages of cases?
    public boolean isCase() {
      return end == TaskEnd.ZAAK;
    }
  }
}
