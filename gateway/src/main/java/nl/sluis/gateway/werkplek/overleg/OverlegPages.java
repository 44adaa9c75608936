package nl.sluis.gateway.werkplek.overleg;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.opstellen.CategoryForm;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Choice;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Message;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Seat;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Start;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Table;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.TableLine;

/// The tables of an organisation, and what the owner of a case does with one: seat, freeze, say who
/// was there, close. Nothing of it is kept here. May be shared between threads.
final class OverlegPages {
  static final String PATH = "/werk/overleg";
  static final String TITLE = "werkplek-overleg.titel";

  /// So many messages are followed on one page; a table has few members.
  private static final int FOLLOWED = 40;

  /// The tables, and which can be opened.
  View start(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var listed = who.at().line().alone("/v1/overleggen?rol=" + who.at().party().role().code());
    var tables = new ArrayList<TableLine>();
    for (var one : listed.path("overleggen")) {
      tables.add(
          new TableLine(
              PATH + "/" + one.path("id").asText(),
              kindName(who, one.path("soort").asText()),
              one.path("agendavraag").asText(),
              one.path("toestand").asText(),
              one.path("casushouder").asBoolean(),
              CategoryForm.shown(one.path("sturenTot").asText())));
    }
    var kinds =
        Laws.tables(who.at()).stream()
            .map(law -> new Choice(law.kind().code(), law.kind().name(), false))
            .toList();
    return new View.Shown(
        "werkplek/overleg-begin", new Start(tables, kinds, who.pseudonym()), TITLE);
  }

  private static String kindName(Worker who, String code) {
    return Laws.table(who.at(), code).map(law -> law.kind().name()).orElse(code);
  }

  /// The table as Sluis has it; empty when it is not there, or not for this organisation.
  static Optional<JsonNode> look(Worker who, Asked asked)
      throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    // Who works under a mandate would see the tables of the holder.
    if (id.isEmpty() || who.at().isNamens()) {
      return Optional.empty();
    }
    var answer = who.at().line().own("/v1/overleggen/" + id.get());
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (!answer.isOk()) {
      throw Stopped.by(answer);
    }
    return Optional.of(answer.body());
  }

  static boolean isOwner(Worker who, JsonNode table) {
    for (var member : table.path("leden")) {
      if (member.path("casushouder").asBoolean() && isAt(who, member)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(Worker who, JsonNode party) {
    return party.path("oin").asText().equals(who.at().party().oin().value())
        && party.path("rol").asText().equals(who.at().party().role().code());
  }

  /// One table: who sit there, and how it stands with what went from here.
  View table(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var table = look(who, asked);
    return table.isEmpty() ? new View.Gone() : shown(who, table.get(), List.of());
  }

  private View.Shown shown(Worker who, JsonNode table, List<String> faults)
      throws Stopped, IOException, InterruptedException {
    var seats = new ArrayList<Seat>();
    for (var member : table.path("leden")) {
      seats.add(
          new Seat(
              String.valueOf(seats.size()),
              partyName(who, member),
              member.path("functie").asText(),
              member.path("casushouder").asBoolean()));
    }
    var law = Laws.table(who.at(), table.path("soort").asText());
    var roles = new ArrayList<Choice>();
    law.ifPresent(known -> roles.addAll(Preparing.seatable(who, known)));
    var shown =
        new Table(
            PATH + "/" + table.path("id").asText(),
            law.map(known -> known.kind().name()).orElse(table.path("soort").asText()),
            table.path("agendavraag").asText(),
            table.path("toestand").asText(),
            table.path("betrokkenen").asInt(),
            isOwner(who, table),
            seats,
            sent(who, table),
            roles,
            faults);
    return new View.Shown("werkplek/overleg-tafel", shown, TITLE);
  }

  private static List<OverlegModels.Sent> sent(Worker who, JsonNode table)
      throws Stopped, IOException, InterruptedException {
    var sent = new ArrayList<OverlegModels.Sent>();
    int followed = 0;
    for (var line : table.path("uitwisselingen")) {
      var messages = new ArrayList<Message>();
      for (var message : line.path("berichten")) {
        messages.add(
            new Message(
                message.path("bijdrage").asText(),
                followed++ < FOLLOWED
                    ? state(who, message.path("transactie").asText())
                    : "onbekend"));
      }
      sent.add(
          new OverlegModels.Sent(
              partyName(who, line.path("aan")), line.path("betrokkene").asInt(), messages));
    }
    return sent;
  }

  /// How a message of our own stands, in the word of the interface.
  private static String state(Worker who, String transaction)
      throws Stopped, IOException, InterruptedException {
    var answer = who.at().line().get("/v1/berichten/" + transaction);
    var state = answer.body().path("status").asText("");
    return answer.isOk() && state.matches("[a-z-]{1,30}") ? state : "onbekend";
  }

  static String partyName(Worker who, JsonNode party) {
    return Laws.name(who.at(), party.path("oin").asText())
        + " ("
        + Laws.words(party.path("rol").asText())
        + ")";
  }

  /// Freezes the list: from here on nobody is added, and members can send.
  View freeze(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    return step(who, asked, "bevriezingen", Map.of());
  }

  /// Closes the table: nothing more goes for it.
  View close(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    return step(who, asked, "sluitingen", Map.of());
  }

  /// Somebody more on a list that is not frozen yet.
  View member(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var seat = asked.one("plaats").split(" ", 2);
    var member =
        JsonNodes.object()
            .put("oin", seat[0])
            .put("rol", seat.length > 1 ? seat[1] : "")
            .put("persoon", asked.one("persoon"))
            .put("functie", asked.one("functie"));
    if (!asked.one("reden").isEmpty()) {
      member.put("reden", asked.one("reden"));
    }
    return step(who, asked, "leden", Map.of("lid", member));
  }

  /// Another child, such as a brother, on a table whose list is not frozen yet.
  View child(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var kind = asked.one("soort").equals("koppelcode") ? "koppelcode" : "eigen-kenmerk";
    return step(
        who,
        asked,
        "betrokkenen",
        Map.of("betrokkene", Asking.reference(kind, asked.one("kenmerk"))));
  }

  /// That they met, and who was there.
  View meeting(Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var table = look(who, asked);
    if (table.isEmpty()) {
      return new View.Gone();
    }
    var present = JsonNodes.array();
    int number = 0;
    for (var member : table.get().path("leden")) {
      if (asked.many("aanwezig").contains(String.valueOf(number++))) {
        present.add(
            JsonNodes.object()
                .put("oin", member.path("oin").asText())
                .put("rol", member.path("rol").asText()));
      }
    }
    return step(
        who,
        asked,
        "bijeenkomsten",
        Map.of(
            "gehoudenOp",
            JsonNodes.text(CategoryForm.day(asked.one("gehouden-op"))),
            "gezin",
            JsonNodes.text(asked.one("gezin")),
            "aanwezig",
            present));
  }

  private View step(Worker who, Asked asked, String what, Map<String, JsonNode> fields)
      throws Stopped, IOException, InterruptedException {
    var id = asked.id();
    if (id.isEmpty()) {
      return new View.Gone();
    }
    var path = "/" + id.get();
    var body = Asking.body(who);
    fields.forEach(body::set);
    var answer = who.at().line().post("/v1/overleggen" + path + "/" + what, body);
    if (answer.status() == 404) {
      return new View.Gone();
    }
    var faults = Asking.faults(answer);
    if (faults.isEmpty()) {
      return new View.Moved(PATH + path);
    }
    var table = look(who, asked);
    return table.isEmpty() ? new View.Gone() : shown(who, table.get(), faults).again();
  }
}
