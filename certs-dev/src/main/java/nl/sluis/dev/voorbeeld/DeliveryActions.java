package nl.sluis.dev.voorbeeld;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.dev.partner.ParcelDoor.How;
import nl.sluis.gateway.boot.DeliveryCommand;

/// The steps around the door to which parcels are brought: how it is, and what came there.
final class DeliveryActions {
  private static final Map<String, Optional<How>> WORDS =
      Map.of(
          "open",
          Optional.of(How.TAKES),
          "tekent",
          Optional.of(How.SIGNS),
          "voorlopig",
          Optional.of(How.TAKES_FOR_NOW),
          "te druk",
          Optional.of(How.BUSY),
          "weigert",
          Optional.of(How.REFUSES),
          "hangt",
          Optional.of(How.STALLS),
          "praat zonder einde",
          Optional.of(How.CHATTERS),
          "dicht",
          Optional.empty());

  static final ActionKind DOOR =
      ActionKind.ofBlock(
          "pakketdeur",
          (fields, names) -> {
            var party = names.party(fields.need("van"));
            return fields.has("toont")
                ? new Shows(party, names.party(fields.need("toont")))
                : new Door(
                    party,
                    fields.tree("bij").map(names::party).orElse(party),
                    fields.text("is"),
                    Fields.oneOf(fields.need("is"), WORDS));
          });

  static final ActionKind BRING =
      ActionKind.ofBlock(
          "breng pakketten", (fields, names) -> new Bring(names.party(fields.need("aan"))));

  static final ActionKind AGAIN =
      ActionKind.ofBlock(
          "bied opnieuw aan", (fields, names) -> new Again(names.party(fields.need("aan"))));

  private DeliveryActions() {}

  private record Door(String party, String server, String is, Optional<How> how) implements Action {
    @Override
    public String told() {
      return "de deur van %s voor pakketten%s: %s"
          .formatted(party, server.equals(party) ? "" : ", bij " + server, is);
    }

    @Override
    public Observed play(Scene scene) {
      var door = scene.parcelDoor(party, server);
      if (how.isEmpty()) {
        door.shut();
      } else {
        door.openAgain();
        door.answers(how.get());
      }
      return Observed.told();
    }
  }

  private record Shows(String party, String other) implements Action {
    @Override
    public String told() {
      return "aan de deur van %s staat %s met haar eigen certificaat".formatted(party, other);
    }

    @Override
    public Observed play(Scene scene) {
      scene.parcelDoor(party).openAs(scene.partner(other).oin());
      return Observed.told();
    }
  }

  private record Bring(String party) implements Action {
    @Override
    public String told() {
      return "Sluis brengt aan %s wat nu mag".formatted(party);
    }

    @Override
    public Observed play(Scene scene) {
      var done = done(scene);
      var parcels = scene.parcelDoor(party).parcels();
      var told =
          "%d keer kwam er iets aan, %d verschillende pakketten%s"
              .formatted(parcels.size(), Set.copyOf(parcels).size(), done ? "" : "; het duurt nog");
      return Observed.told(told).withBody(told);
    }

    private boolean done(Scene scene) {
      try {
        return scene.gateway().bringNow(scene.partner(party).oin());
      } catch (SQLException e) {
        throw new IllegalStateException("the database of the gateway is there", e);
      }
    }
  }

  private record Again(String party) implements Action {
    @Override
    public String told() {
      return "de beheerder biedt opnieuw aan wat bij %s onbestelbaar was".formatted(party);
    }

    @Override
    public Observed play(Scene scene) {
      var told = new ByteArrayOutputStream();
      var print = new PrintStream(told, true, StandardCharsets.UTF_8);
      var gateway = scene.gateway();
      try {
        int code =
            new DeliveryCommand(print, print, gateway.clock())
                .run(
                    gateway.settings(),
                    List.of("opnieuw", "ontvanger=" + scene.partner(party).oin()));
        var text = told.toString(StandardCharsets.UTF_8).strip();
        return Observed.told(code == 0 ? text : "uitkomst " + code + ": " + text).withBody(text);
      } catch (SQLException e) {
        throw new IllegalStateException("the database of the gateway is there", e);
      }
    }
  }
}
