package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// Where a message begins that answers one that came in: on the roads that are open to its sender,
/// with what is known of it already filled in. May be shared between threads.
public final class Replies {
  private final Concepts concepts;
  private final Roads roads = new Roads();

  /// @param drafts where what was not sent yet lies for a day at most
  public Replies(Drafts drafts) {
    this.concepts = new Concepts(drafts);
  }

  /// One road to who wrote.
  ///
  /// @param word by which a form names it
  /// @param purpose what for, as the convenant says it
  /// @param rule by which rule
  public record Road(String word, String purpose, Rule rule) {}

  /// What the form has when it opens.
  ///
  /// @param categories what is offered
  /// @param claimed conditions, with the fields that are known
  public record Known(
      Map<DataCategory, ObjectNode> categories, Map<String, Map<String, String>> claimed) {
    /// Copies its maps.
    public Known {
      categories = Map.copyOf(categories);
      claimed = Map.copyOf(claimed);
    }

    /// Nothing is known yet.
    public static Known nothing() {
      return new Known(Map.of(), Map.of());
    }

    /// Tells which, never what.
    @Override
    public String toString() {
      return "Known" + categories.keySet() + claimed.keySet();
    }
  }

  /// The roads that are open to who wrote, but for those that begin with a record, a table or a
  /// text that the family reads first.
  ///
  /// @param wanted which rules are meant
  public List<Road> to(Worker who, PartyRole writer, Predicate<Rule> wanted) {
    return open(who, writer)
        .filter(road -> wanted.test(road.rule()))
        .map(road -> new Road(Roads.word(road), ComposeShown.purpose(road), road.rule()))
        .toList();
  }

  private Stream<OpenRoad> open(Worker who, PartyRole writer) {
    return roads.of(who.at()).stream()
        .filter(road -> road.to() == writer.role())
        .filter(road -> road.receivers().stream().anyMatch(one -> one.oin().equals(writer.oin())))
        .filter(
            road ->
                switch (Step.of(road)) {
                  case OPSTELLEN, POSTBUS -> true;
                  case MELDCODE, OVERLEG, INZAGE -> false;
                });
  }

  /// Begins a message on such a road.
  ///
  /// @param word of the road
  /// @return where it goes on; empty when there is no such road, or every place is taken
  public Optional<String> begin(Worker who, Asked asked, PartyRole writer, String word, Known known)
      throws IOException, InterruptedException {
    var road = open(who, writer).filter(one -> Roads.word(one).equals(word)).findFirst();
    if (road.isEmpty()) {
      return Optional.empty();
    }
    var mine = concepts.of(who, asked);
    var begun = mine.begin(road.get(), Receivers.of(who.at(), road.get()));
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    var concept = begun.get();
    concept.to(writer.oin());
    concept.stated(filled(concept.stated(), known));
    mine.keep(concept);
    return Optional.of(ComposePages.path(concept));
  }

  private static Stated filled(Stated stated, Known known) {
    Map<String, SortedMap<String, String>> claimed = new TreeMap<>();
    known.claimed().forEach((code, fields) -> claimed.put(code, new TreeMap<>(fields)));
    return new Stated(
        stated.by(),
        stated.child(),
        new TreeMap<>(known.categories()),
        stated.necessity(),
        claimed,
        stated.settled(),
        stated.consent(),
        stated.follows());
  }
}
