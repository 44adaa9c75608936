package nl.sluis.gateway.werkplek.overleg;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.gateway.werkplek.overleg.OverlegModels.Sending;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What somebody brings in at a table, and the minutes of who owns the case: written once, sent per
/// receiver, and to each only what the rule for that receiver lets through.
///
/// The bytes of a message stand in the sealed draft before they go, so that after a broken line
/// exactly those go again. May be shared between threads; of one browser one request at a time
/// writes, because what it sends is one form.
final class MinutesPages {
  private final Drafts drafts;

  /// @param drafts where what was not sent yet lies for a day at most
  MinutesPages(Drafts drafts) {
    this.drafts = drafts;
  }

  /// A table with who may receive from here, in the order of the frozen list.
  ///
  /// @param seats by the word of the receiver in forms
  private record Held(JsonNode table, Map<String, Share> seats, boolean owner, String path) {
    List<Share.Some> shares() {
      var some = new ArrayList<Share.Some>();
      for (var share : seats.values()) {
        if (share instanceof Share.Some known) {
          some.add(known);
        }
      }
      return some;
    }
  }

  private static Optional<Held> held(Worker who, Asked asked)
      throws Stopped, IOException, InterruptedException {
    var table = OverlegPages.look(who, asked);
    if (table.filter(one -> one.path("toestand").asText().equals("bevroren")).isEmpty()) {
      return Optional.empty();
    }
    var seats = new LinkedHashMap<String, Share>();
    var purpose = new Purpose(table.get().path("doel").asText());
    for (var line : table.get().path("uitwisselingen")) {
      var role = Role.of(line.path("aan").path("rol").asText());
      if (role.isPresent()) {
        var to = new PartyRole(new Oin(line.path("aan").path("oin").asText()), role.get());
        seats.put(word(to), Laws.share(who.at(), purpose, to));
      }
    }
    return Optional.of(
        new Held(
            table.get(),
            seats,
            OverlegPages.isOwner(who, table.get()),
            OverlegPages.PATH + "/" + table.get().path("id").asText()));
  }

  private static String word(PartyRole to) {
    return to.oin() + "." + to.role();
  }

  private Drafts.Own own(Worker who, Asked asked) {
    return drafts.of(
        asked, who.at().party() + " " + who.function() + " " + who.pseudonym() + " overleg");
  }

  private static String draft(Asked asked) {
    return "overleg-" + asked.id().map(Object::toString).orElse("");
  }

  private Writing writing(Worker who, Asked asked) throws IOException {
    return own(who, asked).read(draft(asked)).map(Writing::new).orElseGet(Writing::fresh);
  }

  /// The form: per category who may have it and who never, per receiver what goes.
  View form(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var held = held(who, asked);
    return held.isEmpty() ? new View.Gone() : shown(who, held.get(), writing(who, asked));
  }

  private static View.Shown shown(Worker who, Held held, Writing writing) {
    var model = MinutesShown.form(who, held.path(), held.seats(), writing, held.owner());
    return new View.Shown("werkplek/overleg-schrijven", model, OverlegPages.TITLE);
  }

  /// Keeps what was written, and goes on to what each receiver will read.
  View keep(Worker who, Asked asked) throws InputFault, Stopped, IOException, InterruptedException {
    var held = held(who, asked);
    if (held.isEmpty()) {
      return new View.Gone();
    }
    var one = held.get();
    var writing = writing(who, asked);
    writing.take(asked, one.shares(), one.owner());
    writing.forgetRefused();
    own(who, asked).keep(draft(asked), writing.json());
    return new View.Moved(one.path() + (asked.has("verder") ? "/versturen" : "/schrijven"));
  }

  /// Throws away what was written here.
  View away(Worker who, Asked asked) throws IOException {
    own(who, asked).drop(draft(asked));
    return asked
        .id()
        .<View>map(id -> new View.Moved(OverlegPages.PATH + "/" + id))
        .orElseGet(View.Gone::new);
  }

  /// What goes to one receiver, and what is wrong with it.
  private record Made(Share.Some share, OutgoingMessage message, List<String> faults) {}

  private static Map<String, Made> made(Worker who, Held held, Writing writing) {
    var made = new LinkedHashMap<String, Made>();
    var written = writing.written();
    held.seats()
        .forEach(
            (seat, share) -> {
              if (share instanceof Share.Some some && writing.isFor(seat)) {
                var goes = some.of(written, writing.chosen(seat));
                made.put(seat, made(who, held, writing, some, goes));
              }
            });
    return made;
  }

  private static Made made(
      Worker who,
      Held held,
      Writing writing,
      Share.Some share,
      Map<DataCategory, ObjectNode> goes) {
    var disclosed =
        writing.disclosed(
            Outbox.acting(who), share, goes.keySet(), held.table().path("id").asText());
    var message = Outbox.message(who, share, disclosed, goes);
    var faults = new ArrayList<String>();
    if (writing.text("kenmerk").isEmpty()) {
      faults.add("Vul in over welk kind het gaat, met uw eigen kenmerk of de koppelcode.");
    }
    faults.addAll(Outbox.faults(who, share, message));
    return new Made(share, message, faults);
  }

  /// What each receiver will read, and what not; afterwards how it went.
  View preview(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var held = held(who, asked);
    return held.isEmpty() ? new View.Gone() : preview(who, held.get(), writing(who, asked));
  }

  private static View.Shown preview(Worker who, Held held, Writing writing) {
    var going = new ArrayList<OverlegModels.Going>();
    boolean open = false;
    boolean ready = true;
    for (var one : made(who, held, writing).entrySet()) {
      var made = one.getValue();
      var answer = writing.answer(one.getKey());
      boolean undone = answer.isMissingNode();
      open |= undone;
      ready &= !undone || made.faults().isEmpty();
      going.add(
          MinutesShown.going(
              who, made.share(), writing, one.getKey(), undone ? made.faults() : List.of()));
    }
    var model =
        new Sending(
            held.path() + "/versturen", held.path() + "/schrijven", going, ready && open, open);
    return new View.Shown("werkplek/overleg-versturen", model, OverlegPages.TITLE);
  }

  /// Sends to each receiver what was shown, once. To whom something is wrong nothing goes, and then
  /// to nobody.
  View send(Worker who, Asked asked) throws Stopped, IOException, InterruptedException {
    var held = held(who, asked);
    if (held.isEmpty()) {
      return new View.Gone();
    }
    var one = held.get();
    var writing = writing(who, asked);
    var made = made(who, one, writing);
    made.keySet().removeIf(seat -> !writing.answer(seat).isMissingNode());
    if (made.isEmpty() || made.values().stream().anyMatch(each -> !each.faults().isEmpty())) {
      return preview(who, one, writing).again();
    }
    var own = own(who, asked);
    for (var each : made.entrySet()) {
      var seat = each.getKey();
      var message = each.getValue();
      if (writing.sent(seat).isEmpty()) {
        writing.sent(seat, Outbox.sign(who, message.share(), message.message()));
        own.keep(draft(asked), writing.json());
      }
      var answer = Outbox.send(who, writing.sent(seat).orElseThrow());
      if (answer.isPresent()) {
        writing.answered(seat, answer.get().status(), answer.get().body());
        own.keep(draft(asked), writing.json());
      }
    }
    return new View.Moved(one.path() + "/versturen");
  }
}
