package nl.sluis.gateway.werkplek.overleg;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.opstellen.CategoryForm;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Block;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Choice;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Claim;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Going;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Line;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Part;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Receiver;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Why;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Write;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// Makes of what is written what a page shows. Pure.
final class MinutesShown {
  private MinutesShown() {}

  static Write form(
      Worker who, String path, Map<String, Share> seats, Writing writing, boolean owner) {
    var shares = some(seats);
    var blocks = new ArrayList<Block>();
    for (var one : Writing.forms(shares).entrySet()) {
      var name = one.getKey();
      var form = CategoryForm.of(one.getValue(), name).orElseThrow();
      blocks.add(
          new Block(
              form.title(),
              form.description(),
              form.inputs(writing.content(name)),
              who(who, seats, name, true),
              who(who, seats, name, false)));
    }
    var receivers = new ArrayList<Receiver>();
    seats.forEach((seat, share) -> receivers.add(receiver(who, seat, share, writing)));
    return new Write(
        path,
        owner,
        writing.isMinutes(),
        writing.text("kenmerk"),
        writing.text("soort").equals("koppelcode"),
        blocks,
        receivers,
        claims(shares, writing),
        whys(shares, writing));
  }

  static List<Share.Some> some(Map<String, Share> seats) {
    var some = new ArrayList<Share.Some>();
    for (var share : seats.values()) {
      if (share instanceof Share.Some known) {
        some.add(known);
      }
    }
    return some;
  }

  /// Who may have what stands in this form, or who never.
  private static List<String> who(Worker who, Map<String, Share> seats, String form, boolean may) {
    return seats.values().stream()
        .filter(share -> takes(share, form) == may)
        .map(share -> name(who, share.to()))
        .toList();
  }

  private static boolean takes(Share share, String form) {
    return switch (share) {
      case Share.Some some ->
          some.parts().values().stream().anyMatch(says -> says.form().equals(form));
      case Share.None _ -> false;
    };
  }

  static String name(Worker who, PartyRole to) {
    return Laws.name(who.at(), to.oin().value()) + " (" + Laws.words(to.role().code()) + ")";
  }

  private static Receiver receiver(Worker who, String seat, Share share, Writing writing) {
    var always = new ArrayList<String>();
    var optional = new ArrayList<Choice>();
    if (share instanceof Share.Some some) {
      var chosen = writing.chosen(seat);
      for (var category : some.parts().keySet()) {
        var label = label(some.convenant(), category);
        if (some.required().contains(category)) {
          always.add(label);
        } else {
          optional.add(new Choice(seat + "." + category, label, chosen.contains(category)));
        }
      }
    }
    return new Receiver(
        seat,
        name(who, share.to()),
        writing.isFor(seat),
        writing.answer(seat).path("status").asInt() == 200,
        always,
        optional,
        share instanceof Share.None);
  }

  static String label(Convenant convenant, DataCategory category) {
    return convenant.labels().getOrDefault(category, category.name());
  }

  static List<Claim> claims(List<Share.Some> shares, Writing writing) {
    return Writing.claims(shares).stream().map(condition -> claim(condition, writing)).toList();
  }

  private static Claim claim(Condition condition, Writing writing) {
    return new Claim(
        condition.sentence(),
        condition.fields().stream()
            .map(
                field ->
                    CategoryForm.field(
                        "beweerd:" + condition.code() + ":" + field,
                        Laws.words(field),
                        field.equals("datum"),
                        field.equals("uitkomst")
                            ? condition.outcomes().stream().sorted().toList()
                            : List.of(),
                        writing.claim(condition.code(), field)))
            .toList());
  }

  static List<Why> whys(List<Share.Some> shares, Writing writing) {
    return Writing.motivated(shares).stream()
        .map(
            category ->
                new Why(
                    category.name(),
                    label(shares.getFirst().convenant(), category),
                    writing.necessity(category)))
        .toList();
  }

  /// What one receiver will read, and of what was written what not.
  static Going going(
      Worker who, Share.Some share, Writing writing, String seat, List<String> faults) {
    var chosen = writing.chosen(seat);
    var parts = new ArrayList<Part>();
    share
        .of(writing.written(), chosen)
        .forEach(
            (category, content) -> {
              var says = share.parts().get(category);
              parts.add(
                  new Part(
                      label(share.convenant(), category),
                      says != null && says.handling() == Handling.VERZEGELD,
                      CategoryForm.lines(content).stream()
                          .map(line -> new Line(line.getKey(), line.getValue()))
                          .toList()));
            });
    var stays =
        share.stays(writing.written(), chosen).stream()
            .map(
                form ->
                    CategoryForm.of(share.convenant(), form).map(CategoryForm::title).orElse(form))
            .toList();
    var answer = writing.answer(seat);
    return new Going(
        name(who, share.to()),
        share.rule().id(),
        parts,
        stays,
        faults,
        done(answer),
        reasons(answer));
  }

  /// How it went, as a key of the texts: only words that are known.
  static String done(JsonNode answer) {
    if (answer.isMissingNode()) {
      return "";
    }
    return switch (answer.path("uitkomst").asText()) {
      case "PERMIT", "PERMIT_MET_VERPLICHTINGEN" -> "gegaan";
      case "GEDEELTELIJK" -> "deels";
      case "AANHOUDEN" -> "aangehouden";
      default -> answer.path("status").asInt() == 200 ? "gegaan" : "geweigerd";
    };
  }

  /// What Sluis says about it, in its own Dutch.
  static List<String> reasons(JsonNode answer) {
    var said = new ArrayList<String>();
    for (var list : List.of("redenen", "achtergehouden")) {
      for (var reason : answer.path(list)) {
        said.add((reason.path("uitleg").asText() + " " + reason.path("watNu").asText()).strip());
      }
    }
    if (said.isEmpty() && answer.has("detail")) {
      said.add(answer.path("detail").asText());
    }
    return said;
  }
}
