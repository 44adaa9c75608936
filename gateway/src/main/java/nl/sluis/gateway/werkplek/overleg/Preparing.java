package nl.sluis.gateway.werkplek.overleg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.opstellen.CategoryForm;
import nl.sluis.gateway.werkplek.overleg.Laws.TableLaw;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Choice;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Place;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// Preparing a table: the question on the agenda, whether the family knows, and who is invited, by
/// function. Who has a function at a school today is in the contact register; the convenant says
/// which functions sit there. May be shared between threads.
final class Preparing {
  private static final String FORM = "werkplek/overleg-nieuw";

  /// An empty form for a kind of table, with whom the contact register names.
  View form(Worker who, Asked asked) throws InputFault, Stopped, IOException, InterruptedException {
    var law = law(who, asked);
    return law.isEmpty()
        ? new View.Gone()
        : shown(who, asked, law.get(), school(who, asked, law.get()), List.of());
  }

  private static Optional<TableLaw> law(Worker who, Asked asked) {
    return Laws.tables(who.at()).stream()
        .filter(law -> law.kind().code().equals(asked.path().getOrDefault("soort", "")))
        .findFirst();
  }

  /// Whose contacts are asked: of the own school, or of the school that was chosen.
  private static String school(Worker who, Asked asked, TableLaw law) throws InputFault {
    var self = law.convenant().parties().get(who.at().party().oin());
    return self != null && isSchool(self) ? self.oin().value() : asked.one("school");
  }

  private static boolean isSchool(Party party) {
    return party.kind().startsWith("school");
  }

  /// Opens it, or shows who the contacts of another school are.
  View open(Worker who, Asked asked) throws InputFault, Stopped, IOException, InterruptedException {
    var law = law(who, asked);
    if (law.isEmpty()) {
      return new View.Gone();
    }
    var school = school(who, asked, law.get());
    if (asked.has("contacten")) {
      return shown(who, asked, law.get(), school, List.of());
    }
    var body = Asking.body(who);
    body.set("betrokkene", Asking.reference(kindOf(asked), asked.one("kenmerk")));
    body.put("soort", law.get().kind().code()).put("doel", asked.one("doel"));
    body.put("agendavraag", asked.one("agendavraag"));
    body.putObject("gezin")
        .put("hoe", asked.one("gezin"))
        .put("datum", CategoryForm.day(asked.one("gezin-op")));
    var members = body.putArray("leden");
    members
        .addObject()
        .put("oin", who.at().party().oin().value())
        .put("rol", who.at().party().role().code())
        .put("persoon", who.pseudonym())
        .put("functie", who.function())
        .put("casushouder", true);
    for (var role : roles(who, law.get())) {
      var oin = asked.one("wie-" + role);
      if (!oin.isEmpty()) {
        var member = members.addObject().put("oin", oin).put("rol", role.code());
        member.put("persoon", asked.one("persoon-" + role));
        member.put("functie", asked.one("functie-" + role));
        if (!asked.one("reden-" + role).isEmpty()) {
          member.put("reden", asked.one("reden-" + role));
        }
      }
    }
    var answer = who.at().line().post("/v1/overleggen", body);
    var faults = Asking.faults(answer);
    return faults.isEmpty()
        ? new View.Moved(OverlegPages.PATH + "/" + answer.body().path("id").asText())
        : shown(who, asked, law.get(), school, faults).again();
  }

  private static String kindOf(Asked asked) throws InputFault {
    return asked.one("soort").equals("koppelcode") ? "koppelcode" : "eigen-kenmerk";
  }

  /// The roles that can be invited: those that must sit there first; the own one is there already.
  private static List<Role> roles(Worker who, TableLaw law) {
    var kind = law.kind();
    var roles = new ArrayList<Role>();
    for (var some : List.of(kind.fixed(), kind.possible(), kind.separate())) {
      some.stream()
          .sorted()
          .filter(role -> role != who.at().party().role())
          .filter(role -> !Laws.holders(who.at(), role).isEmpty())
          .forEach(roles::add);
    }
    return roles;
  }

  /// Every place that can be added: organisation and role in one word.
  static List<Choice> seatable(Worker who, TableLaw law) {
    var seats = new ArrayList<Choice>();
    for (var some : List.of(law.kind().fixed(), law.kind().possible(), law.kind().separate())) {
      for (var role : some.stream().sorted().toList()) {
        for (var party : Laws.holders(who.at(), role)) {
          seats.add(
              new Choice(
                  party.oin() + " " + role,
                  party.name() + " (" + Laws.words(role.code()) + ")",
                  false));
        }
      }
    }
    return seats;
  }

  private View.Shown shown(
      Worker who, Asked asked, TableLaw law, String school, List<String> faults)
      throws InputFault, IOException, InterruptedException, Stopped {
    var contacts = contacts(who, school);
    var places = new ArrayList<Place>();
    for (var role : roles(who, law)) {
      places.add(place(who, asked, law, role, contacts));
    }
    var kind = law.kind();
    var purposes = law.purposes(who.at().party().role());
    var agenda = new ArrayList<Choice>();
    for (var one : new TreeMap<>(kind.agenda()).entrySet()) {
      agenda.add(
          new Choice(one.getKey(), one.getValue(), one.getKey().equals(asked.one("agendavraag"))));
    }
    var purposeChoices = new ArrayList<Choice>();
    for (var purpose : purposes) {
      purposeChoices.add(
          new Choice(
              purpose.code(),
              law.convenant().purposes().getOrDefault(purpose, purpose.code()),
              purposes.size() == 1 || purpose.code().equals(asked.one("doel"))));
    }
    var model =
        new OverlegModels.Preparing(
            OverlegPages.PATH + "/nieuw/" + kind.code(),
            kind.name(),
            kind.sentence(),
            who.function(),
            purposeChoices,
            agenda,
            List.of(
                new Choice("uitgenodigd", "", asked.one("gezin").equals("uitgenodigd")),
                new Choice("geinformeerd", "", asked.one("gezin").equals("geinformeerd"))),
            asked.one("gezin-op"),
            asked.one("kenmerk"),
            asked.one("soort").equals("koppelcode"),
            schools(who, law, school),
            places,
            faults);
    return new View.Shown(FORM, model, OverlegPages.TITLE);
  }

  private static List<Choice> schools(Worker who, TableLaw law, String chosen) {
    var self = law.convenant().parties().get(who.at().party().oin());
    if (self != null && isSchool(self)) {
      return List.of();
    }
    var parties = new TreeMap<String, Party>();
    Laws.inForce(who.at())
        .forEach(one -> one.parties().values().forEach(p -> parties.putIfAbsent(p.name(), p)));
    return parties.values().stream()
        .filter(Preparing::isSchool)
        .map(
            party ->
                new Choice(party.oin().value(), party.name(), party.oin().value().equals(chosen)))
        .toList();
  }

  /// Who is the contact today. Where the register does not say so, whoever prepares fills it in.
  private static JsonNode contacts(Worker who, String school)
      throws Stopped, IOException, InterruptedException {
    if (!Oin.isOin(school)) {
      return MissingNode.getInstance();
    }
    var answer = who.at().line().get("/v1/contactpunten?school=" + school);
    return answer.isOk() ? answer.body().path("contacten") : MissingNode.getInstance();
  }

  private static Place place(Worker who, Asked asked, TableLaw law, Role role, JsonNode contacts)
      throws InputFault {
    var holders = Laws.holders(who.at(), role);
    boolean must = law.kind().fixed().contains(role);
    boolean asksAgain = asked.has("wie-" + role) && !asked.has("contacten");
    var contact = contact(contacts, role);
    var one =
        asksAgain
            ? asked.one("wie-" + role)
            : contact
                .map(c -> c.path("partij").asText())
                .orElse(must && holders.size() == 1 ? holders.getFirst().oin().value() : "");
    var person =
        asksAgain
            ? asked.one("persoon-" + role)
            : contact.map(c -> c.path("persoon").asText()).orElse("");
    var function =
        asked.one("functie-" + role).isEmpty()
            ? Laws.words(role.code())
            : asked.one("functie-" + role);
    var names = new ArrayList<Choice>();
    for (var party : holders) {
      names.add(new Choice(party.oin().value(), party.name(), party.oin().value().equals(one)));
    }
    return new Place(
        role.code(),
        Laws.words(role.code()),
        must,
        law.kind().separate().contains(role),
        names,
        person,
        function,
        asked.one("reden-" + role));
  }

  /// The first contact in this function; a team or somebody who stands in counts too.
  private static Optional<JsonNode> contact(JsonNode contacts, Role role) {
    for (var one : contacts) {
      if (one.path("functie").asText().equals(role.code())
          && Set.of("vast", "vervanger", "team").contains(one.path("hoe").asText())) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
