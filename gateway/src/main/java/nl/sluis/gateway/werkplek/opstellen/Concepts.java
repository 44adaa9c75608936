package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.terms.Oin;

/// The few messages that one person has in hand at one browser. Thread-safe; each [Mine] is for one
/// request.
final class Concepts {
  /// How many somebody has in hand at once.
  static final int PLACES = 6;

  private final Drafts drafts;

  Concepts(Drafts drafts) {
    this.drafts = drafts;
  }

  /// Those of who is at the desk.
  Mine of(Worker who, Asked asked) {
    return new Mine(
        drafts.of(asked, who.at().party() + " " + who.function() + " " + who.pseudonym()));
  }

  /// The messages that one person has in hand.
  static final class Mine {
    private final Drafts.Own own;

    private Mine(Drafts.Own own) {
      this.own = own;
    }

    List<Concept> all() throws IOException {
      var all = new ArrayList<Concept>();
      for (int place = 1; place <= PLACES; place++) {
        int at = place;
        own.read(name(place)).map(json -> new Concept(at, json)).ifPresent(all::add);
      }
      return all;
    }

    /// The one with this identifier; empty when there is none that this browser opens.
    Optional<Concept> find(Asked asked) throws IOException {
      var id = asked.id();
      return id.isEmpty()
          ? Optional.empty()
          : all().stream().filter(one -> one.id().equals(id.get())).findFirst();
    }

    /// A new one on this road; empty when every place is taken.
    Optional<Concept> begin(OpenRoad road, ArrayNode receivers) throws IOException {
      var taken = all().stream().map(Concept::place).toList();
      for (int place = 1; place <= PLACES; place++) {
        if (!taken.contains(place)) {
          var json = JsonNodeFactory.instance.objectNode();
          json.put("id", UUID.randomUUID().toString()).put("weg", Roads.word(road));
          json.put("aan", first(road, receivers));
          json.set("ontvangers", receivers);
          var concept = new Concept(place, json);
          concept.stated(Stated.nothing(ComposeForm.reference(road.rule())));
          keep(concept);
          return Optional.of(concept);
        }
      }
      return Optional.empty();
    }

    /// The only one, or the fixed contact of the sender when that is among them: then nothing has
    /// to be chosen, and may be.
    private static String first(OpenRoad road, ArrayNode receivers) {
      var self = Optional.ofNullable(road.convenant().parties().get(road.from().oin()));
      var fixed = self.flatMap(party -> party.fixedContact(road.to())).map(Oin::value).orElse("");
      for (var one : receivers) {
        var oin = one.path("oin").asText();
        if (receivers.size() == 1 || oin.equals(fixed)) {
          return oin;
        }
      }
      return "";
    }

    void keep(Concept concept) throws IOException {
      own.keep(name(concept.place()), concept.json());
    }

    void drop(Concept concept) throws IOException {
      own.drop(name(concept.place()));
    }

    private static String name(int place) {
      return "opstellen-" + place;
    }
  }
}
