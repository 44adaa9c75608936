package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.gateway.sequencer.SubjectParcels.Seen;
import nl.sluis.policies.terms.Oin;

/// What follows when a link is undone; told before it is done, and again once it is.
///
/// @param consents the questions in which a yes does not count any more
/// @param withheld the parcels that wait, and will not be handed over on such a yes
/// @param disclosed the parcels that were handed over while the link stood
record Consequences(SortedSet<UUID> consents, List<Seen> withheld, List<Seen> disclosed) {
  Consequences {
    consents = new TreeSet<>(consents);
    withheld = List.copyOf(withheld);
    disclosed = List.copyOf(disclosed);
  }

  /// Those of a place that is taken back: what rests on the yes that came from it.
  static Consequences of(SortedSet<UUID> consents, Collection<ConsentAsk> asks, List<Seen> about) {
    return among(
        consents, about.stream().filter(seen -> asks.stream().anyMatch(ask -> restsOn(seen, ask))));
  }

  /// Those of a merge that is undone: all that these organisations sent about this child.
  static Consequences of(SortedSet<UUID> consents, Set<Oin> senders, List<Seen> about) {
    return among(consents, about.stream().filter(seen -> senders.contains(seen.sender().oin())));
  }

  private static Consequences among(SortedSet<UUID> consents, Stream<Seen> touched) {
    var parts = touched.collect(Collectors.partitioningBy((Predicate<Seen>) Seen::waits));
    return new Consequences(
        consents, parts.getOrDefault(true, List.of()), parts.getOrDefault(false, List.of()));
  }

  private static boolean restsOn(Seen seen, ConsentAsk ask) {
    return seen.purpose().equals(ask.purpose())
        && seen.sender().oin().equals(ask.sender().oin())
        && seen.receiver().equals(ask.receiver());
  }

  /// Who must look at what was disclosed: its senders and its receivers.
  Set<Oin> officers() {
    return disclosed.stream()
        .flatMap(seen -> Stream.of(seen.sender().oin(), seen.receiver().oin()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The part that one organisation may know: its own parcels, and the questions by number.
  Consequences of(Oin party) {
    return new Consequences(
        consents,
        withheld.stream().filter(seen -> isOf(seen, party)).toList(),
        disclosed.stream().filter(seen -> isOf(seen, party)).toList());
  }

  private static boolean isOf(Seen seen, Oin party) {
    return seen.sender().oin().equals(party) || seen.receiver().oin().equals(party);
  }

  /// In the words of the interface.
  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    var lapsed = json.putArray("vervallenToestemmingen");
    consents.forEach(ask -> lapsed.add(ask.toString()));
    var waiting = json.putArray("ingehouden");
    withheld.forEach(seen -> waiting.add(parcel(seen)));
    var given = json.putArray("verstrekt");
    disclosed.forEach(seen -> given.add(parcel(seen).put("rij", seen.releasedRow().orElseThrow())));
    return json;
  }

  private static ObjectNode parcel(Seen seen) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("pakket", seen.id().toString())
        .put("doel", seen.purpose().code())
        .put("van", seen.sender().oin().value())
        .put("aan", seen.receiver().oin().value());
  }
}
