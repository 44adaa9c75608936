package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.ProvenRow;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.policies.terms.DataCategory;

/// The steps of a receiver: look, fetch, acknowledge; and of a sender: ask how it went.
final class PostbusActions {
  static final ActionKind LOOK =
      ActionKind.ofRequest(
          "kijk in postbus", (fields, names) -> new Look(names.partyAs(fields.need("door"))));
  static final ActionKind FETCH =
      ActionKind.ofRequest(
          "haal op",
          (fields, names) -> new Fetch(parcel(fields, names), fields.number("gelijktijdig", 1)));
  static final ActionKind ACKNOWLEDGE =
      ActionKind.ofRequest("bevestig", (fields, names) -> new Acknowledge(parcel(fields, names)));
  static final ActionKind STATUS =
      ActionKind.ofRequest(
          "vraag status",
          (fields, names) ->
              new Status(
                  names.partyAs(fields.need("door")),
                  names.step(fields.need("van stap"), "stuur", "herhaal")));

  private PostbusActions() {}

  /// A parcel that somebody asks for.
  ///
  /// @param who asks, in which role
  /// @param step the step that sent it; empty when asked for by number
  /// @param number the number asked for, for parcels that do not exist
  record Parcel(PartyAs who, String step, String number) {
    String id(Scene scene) {
      if (step.isEmpty()) {
        return number;
      }
      var named = scene.seen(step).text("pakket");
      return named.isEmpty() ? newest(scene) : named;
    }

    private String newest(Scene scene) {
      var waiting = listing(scene, who).json().path("pakketten");
      return waiting.isEmpty()
          ? "00000000-0000-0000-0000-000000000000"
          : waiting.get(waiting.size() - 1).path("id").asText();
    }
  }

  static Parcel parcel(Fields fields, Names names) {
    var who = names.partyAs(fields.need("door"));
    if (fields.has("pakket")) {
      return new Parcel(who, "", fields.text("pakket"));
    }
    return new Parcel(who, names.step(fields.need("pakket van"), "stuur", "herhaal"), "");
  }

  static Observed listing(Scene scene, PartyAs who) {
    var path = "/v1/postbus?rol=" + who.role();
    var whose = scene.isVia() ? "&namens=" + scene.partner(who.party()).oin() : "";
    var seen = scene.get(who.party(), path + whose);
    return seen.with("pakketten", String.valueOf(seen.json().path("pakketten").size()));
  }

  private record Look(PartyAs who) implements DeskAction.AlsoAtDesk {
    @Override
    public DeskAction atDesk() {
      return new DeskAction(this, who, DeskReading.acting(who), DeskReading::look);
    }

    @Override
    public String told() {
      return who + " kijkt in de postbus";
    }

    @Override
    public Observed play(Scene scene) {
      var seen = listing(scene, who);
      return seen.with("pakketten in de postbus: " + seen.fact("pakketten").orElse("?"));
    }
  }

  private record Fetch(Parcel parcel, int times) implements DeskAction.AlsoAtDesk {
    @Override
    public DeskAction atDesk() {
      var who = parcel.who();
      return new DeskAction(
          this,
          who,
          DeskReading.acting(who),
          (scene, desk) -> DeskReading.read(parcel.id(scene), desk));
    }

    @Override
    public String told() {
      var often = times == 1 ? "" : ", " + times + " keer tegelijk";
      return "%s haalt het pakket van `%s` op%s".formatted(parcel.who(), parcel.step(), often);
    }

    @Override
    public Observed play(Scene scene) {
      var path = "/v1/postbus/" + parcel.id(scene) + "/uitreikingen?rol=" + parcel.who().role();
      var caller = scene.caller(parcel.who().party());
      // Whoever asks at the same moment needs its token before.
      caller.token();
      var answers = AtOnce.send(times, () -> caller.postJson(path, "{}"));
      var given = answers.stream().filter(answer -> answer.status() == 200).toList();
      var first = given.isEmpty() ? answers.getFirst() : given.getFirst();
      long different =
          answers.stream()
              .map(a -> a.status() + Observed.answered(a).text("transactie"))
              .distinct()
              .count();
      var seen =
          Observed.answered(first).with("verschillende antwoorden", String.valueOf(different));
      var message = seen.text("bericht");
      return message.isEmpty() ? seen.with(title(seen)) : opened(scene, seen, message);
    }

    private Observed opened(Scene scene, Observed seen, String message) {
      var receiver = scene.partner(parcel.who().party());
      var receipt = seen.text("ontvangstbewijs");
      var key = LogKey.parse(scene.gateway().logbookKey());
      try {
        var opened =
            receiver
                .opener(scene.senderKeys())
                .open(message, leaf -> ProvenRow.check(receipt, leaf, key).isPresent());
        var content = new EnumMap<DataCategory, JsonNode>(DataCategory.class);
        content.putAll(opened.categories());
        if (!parcel.step().isEmpty()) {
          var child = scene.sent(parcel.step()).action().child();
          scene.received(parcel.who().party(), child, content.keySet());
        }
        return seen.withContent(content)
            .with("handtekening", "klopt")
            .with("ontvangstbewijs", "klopt")
            .with("geopend door %s: %s".formatted(receiver.name(), codes(content)))
            .with("handtekening van de afzender, binding en logboekbewijs kloppen");
      } catch (MessageFault fault) {
        return seen.with("handtekening", fault.code().code())
            .with("het pakket is niet te vertrouwen: " + fault.code().explanation());
      }
    }
  }

  private static String codes(Map<DataCategory, JsonNode> content) {
    return content.keySet().stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  static String title(Observed seen) {
    return seen.status() == 0
        ? "geen antwoord"
        : "antwoord %d %s".formatted(seen.status(), seen.text("title")).strip();
  }

  private record Acknowledge(Parcel parcel) implements DeskAction.AlsoAtDesk {
    @Override
    public DeskAction atDesk() {
      var who = parcel.who();
      return new DeskAction(
          this,
          who,
          DeskReading.acting(who),
          (scene, desk) -> DeskReading.acknowledge(parcel.id(scene), desk));
    }

    @Override
    public String told() {
      return "%s bevestigt het pakket van `%s`".formatted(parcel.who(), parcel.step());
    }

    @Override
    public Observed play(Scene scene) {
      return scene.postAs(parcel.who(), "/v1/postbus/" + parcel.id(scene) + "/bevestigingen");
    }
  }

  private record Status(PartyAs who, String step) implements Action {
    @Override
    public String told() {
      return "%s vraagt hoe het staat met `%s`".formatted(who, step);
    }

    @Override
    public Observed play(Scene scene) {
      var transaction = scene.seen(step).text("transactie");
      var seen = scene.get(who.party(), "/v1/berichten/" + transaction);
      return seen.with("status: " + seen.text("status"));
    }
  }

  /// The words of an array in a fixed order, for comparing.
  static Set<String> sorted(JsonNode array) {
    var words = new TreeSet<String>();
    array.forEach(word -> words.add(MessageAnswer.wordOf(word)));
    return words;
  }
}
