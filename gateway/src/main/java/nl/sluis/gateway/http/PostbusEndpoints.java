package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.gateway.contact.ContactRegister;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.exchange.Exchange;
import nl.sluis.gateway.postbus.HandedOver;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.token.Authenticated;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// The postbus of a receiver: what waits, handing over, and saying that it arrived.
final class PostbusEndpoints {
  private final Exchange exchange;
  private final Postbus postbus;
  private final ContactRegister contacts;
  private final Sequencer sequencer;

  PostbusEndpoints(
      Exchange exchange, Postbus postbus, ContactRegister contacts, Sequencer sequencer) {
    this.exchange = exchange;
    this.postbus = postbus;
    this.contacts = contacts;
    this.sequencer = sequencer;
  }

  /// What waits, without content and without a word about whom it concerns.
  Reply list(Authenticated partner, Request request) throws InputFault, SQLException {
    var asked = Asked.of(partner, request);
    var roles = asked.roles();
    var receiver = asked.receiver();
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("pakketten");
    var waiting = postbus.waiting(partner.peer().oin(), receiver, roles, request.at());
    var meant = contacts.meant(waiting, request.at());
    for (var parcel : waiting) {
      var line = list.addObject();
      line.put("id", parcel.id().toString())
          .put("doel", parcel.purpose().code())
          .put("rol", parcel.receiver().role().code())
          .put("aangenomenOp", parcel.acceptedAt().toString())
          .put("uiterlijk", parcel.dueAt().toString())
          .put("herinnering", !request.at().isBefore(parcel.remindAt()))
          .put("uitgereikt", parcel.state() == ParcelRow.State.UITGEREIKT)
          .set("van", QuestionJson.party(parcel.sender()));
      Optional.ofNullable(meant.get(parcel.id())).ifPresent(who -> line.set("voor", who));
    }
    return Reply.json(200, body);
  }

  /// For whom somebody looks, and in which roles.
  record Asked(Set<Role> roles, Oin receiver) {
    /// Copies its set.
    Asked {
      roles = Set.copyOf(roles);
    }

    /// Without `rol` every role is meant, and without `namens` who asks. A supplier names the party
    /// for which it looks; what it may collect is judged per parcel.
    static Asked of(Authenticated partner, Request request) throws InputFault {
      var faults = new ArrayList<InputFault.Field>();
      var word = Optional.ofNullable(request.query().get("rol"));
      if (word.isPresent() && Role.of(word.get()).isEmpty()) {
        faults.add(
            new InputFault.Field(
                "rol", "Deze rol bestaat niet", "Gebruik een rol uit het convenant"));
      }
      var named = Optional.ofNullable(request.query().get("namens"));
      if (named.isPresent() && !Oin.isOin(named.get())) {
        faults.add(new InputFault.Field("namens", "Dit is geen OIN", "Gebruik twintig tekens"));
      }
      if (!faults.isEmpty()) {
        throw new InputFault(faults);
      }
      var every = Arrays.stream(Role.values()).collect(Collectors.toSet());
      return new Asked(
          word.flatMap(Role::of).map(Set::of).orElse(every),
          named.map(Oin::new).orElseGet(() -> partner.peer().oin()));
    }
  }

  Reply handOver(Authenticated partner, Request request) throws SQLException {
    var parcel = request.id().isEmpty() ? null : postbus.find(request.id().get()).orElse(null);
    if (parcel == null) {
      return Problem.notThere();
    }
    return switch (Door.await(exchange.handOver(partner, parcel))) {
      case HandedOver.Message message -> {
        var body = JsonNodeFactory.instance.objectNode().put("pakket", parcel.id().toString());
        body.put("transactie", parcel.transaction().toString());
        body.put("bericht", message.message()).put("ontvangstbewijs", message.receipt());
        message.read().ifPresent(proof -> body.set("gelezen", proof.told()));
        yield Reply.json(200, body);
      }
      case HandedOver.NotThere() -> Problem.notThere();
    };
  }

  Reply confirm(Authenticated partner, Request request) throws SQLException {
    var parcel = request.id().isEmpty() ? null : postbus.find(request.id().get()).orElse(null);
    if (parcel == null
        || !Door.await(sequencer.submit(postbus.confirm(partner.peer().oin(), parcel)))) {
      return Problem.notThere();
    }
    return Reply.empty();
  }
}
