package nl.sluis.gateway.verzoek;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.besluit.Statutes;
import nl.sluis.gateway.inzicht.Again;
import nl.sluis.gateway.inzicht.ChildrenModel;
import nl.sluis.gateway.inzicht.Lines;
import nl.sluis.gateway.inzicht.Who;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.vorm.Visitor;

/// What somebody asked and how it stands: a list, and one request step by step.
///
/// A request goes with what it is about: who may not see that any more finds no request. For who
/// may see the own words alone there are no words of others. May be shared between threads.
public final class AnswerPages {
  private final OwnRequests desk;
  private final Lines lines;
  private final SubjectReference references;
  private final Receivers receivers;

  AnswerPages(OwnRequests desk, Lines lines, SubjectReference references) {
    this.desk = desk;
    this.lines = lines;
    this.references = references;
    this.receivers = new Receivers(desk, lines);
  }

  /// All of them, child by child.
  public record All(List<At> children) {
    /// Copies its list.
    public All {
      children = List.copyOf(children);
    }

    /// Was nothing asked?
    public boolean isEmpty() {
      return children.stream().allMatch(at -> at.requests().isEmpty());
    }
  }

  /// Those about one child.
  public record At(ChildrenModel.One child, List<One> requests) {
    /// Copies its list.
    public At {
      requests = List.copyOf(requests);
    }
  }

  /// One request in a list.
  ///
  /// @param holder who must answer, as a family reads it
  /// @param stand the key of how it stands
  /// @param daysLate by how many days the answer is or was late; 0 when it is not
  public record One(SubjectRequest request, Who holder, String stand, long daysLate) {
    /// The place of the page of this request.
    public String path() {
      return RightsPages.HOME + "/" + request.id();
    }

    /// Does somebody wait for an answer that should have been there?
    public boolean isOverdue() {
      return daysLate > 0 && request.answer().isEmpty();
    }
  }

  /// One request, step by step.
  ///
  /// @param about what it is about, as this person may see it now
  /// @param said the own words; empty when there were none
  /// @param steps what the organisation did
  /// @param receivers who got it as well and was told
  /// @param complain where one complains about the same
  public record Whole(
      ChildrenModel.One child,
      One one,
      Again about,
      String said,
      List<Told> steps,
      List<Receiver> receivers,
      String complain) {
    /// Copies its lists.
    public Whole {
      steps = List.copyOf(steps);
      receivers = List.copyOf(receivers);
    }
  }

  /// One step.
  ///
  /// @param words what the organisation said; empty when it said nothing, or it is told elsewhere
  public record Told(SubjectRequest.Step step, String words) {}

  /// Somebody who got it as well.
  ///
  /// @param who it is, as this person may read it
  /// @param stand the word for how it stands: `wacht`, `te-laat`, or what was done
  /// @param day on which that was, or will be
  public record Receiver(Who who, String stand, Instant day) {}

  View all(Visitor who, Asked asked) throws SQLException {
    return new View.Shown("verzoeken/verzoeken", all(who, asked.at()), RightsPages.TITLE);
  }

  /// All that this person asked, as it stands now.
  public All all(Visitor who, Instant at) throws SQLException {
    var all = new ArrayList<At>();
    for (var child : lines.children(who, at)) {
      var requests = new ArrayList<One>();
      for (var one : seen(who, child, at)) {
        requests.add(one(one.request(), one.about(), at));
      }
      all.add(new At(child.one(), requests));
    }
    return new All(all);
  }

  private record Seen(SubjectRequest request, Again about) {}

  private List<Seen> seen(Visitor who, Lines.Child child, Instant at) throws SQLException {
    var requests = desk.of(child.place());
    var onces = requests.stream().map(request -> Topic.once(request.matter())).toList();
    var again = lines.again(who, child, onces, at);
    var seen = new ArrayList<Seen>();
    for (int i = 0; i < again.size(); i++) {
      var request = requests.get(i);
      again.get(i).ifPresent(about -> seen.add(new Seen(request, about)));
    }
    return seen;
  }

  private static One one(SubjectRequest request, Again about, Instant now) {
    var matter = request.matter();
    boolean atSender = matter.from().oin().equals(request.holder());
    var holder = atSender ? about.from() : about.to().orElse(about.from());
    long late = request.daysLate(now);
    var last = request.steps().isEmpty() ? "gesteld" : request.steps().getLast().kind().code();
    boolean waits = late > 0 && request.answer().isEmpty();
    return new One(request, holder, "verzoeken.stand." + (waits ? "te-laat" : last), late);
  }

  View one(Visitor who, Asked asked) throws SQLException {
    var whole =
        asked.id().isEmpty() ? Optional.<Whole>empty() : one(who, asked.id().get(), asked.at());
    return whole
        .<View>map(one -> new View.Shown("verzoeken/verzoek", one, RightsPages.TITLE))
        .orElseGet(View.Gone::new);
  }

  /// One request of this person, as it stands now; empty when there is none that this person may
  /// see.
  public Optional<Whole> one(Visitor who, UUID id, Instant at) throws SQLException {
    for (var child : lines.children(who, at)) {
      for (var one : seen(who, child, at)) {
        if (one.request().id().equals(id)) {
          return Optional.of(whole(who, child, one, at));
        }
      }
    }
    return Optional.empty();
  }

  private Whole whole(Visitor who, Lines.Child child, Seen seen, Instant at) throws SQLException {
    var request = seen.request();
    boolean told = seen.about().whole() && !seen.about().masked();
    var steps = new ArrayList<Told>();
    for (var step : request.steps()) {
      steps.add(new Told(step, told ? desk.said(request, step) : ""));
    }
    return new Whole(
        child.one(),
        one(request, seen.about(), at),
        seen.about(),
        desk.asked(request),
        steps,
        receivers.of(who, child, request, at),
        "%s/over/%s/%s/%s"
            .formatted(
                RightsPages.HOME,
                child.word(),
                name(who, child, request.matter()),
                RequestKind.KLACHT.code()));
  }

  private UUID name(Visitor who, Lines.Child child, Matter matter) {
    return matter
        .line()
        .map(line -> lines.name(who, child, line))
        .orElseGet(
            () ->
                Statutes.name(
                    references.lineKey(who.who().number(), child.place().subject()),
                    matter.from().oin(),
                    Optional.of(matter).flatMap(Matter::rule).orElseThrow()));
  }
}
