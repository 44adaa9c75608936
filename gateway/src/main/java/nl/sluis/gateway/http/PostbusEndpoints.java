package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.gateway.contact.ContactRegister;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.edge.Shares;
import nl.sluis.gateway.edge.Tempo;
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
  /// How many requests of one partner may wait for parcels at one moment.
  private static final Tempo WAITERS =
      new Tempo(Tempo.STANDARD.requests(), Tempo.STANDARD.lanes(), 32);

  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Exchange exchange;
  private final Postbus postbus;
  private final ContactRegister contacts;
  private final Sequencer sequencer;
  private final Shares waiters = new Shares(WAITERS);

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
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("pakketten");
    var waiting = waited(asked, partner.peer().oin(), request.at());
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

  /// What waits; when nothing does, what comes within the time that is asked for.
  private List<ParcelRow> waited(Asked asked, Oin asker, Instant at) throws SQLException {
    if (asked.patience().isZero()) {
      return postbus.waiting(asker, asked.receiver(), asked.roles(), at);
    }
    // Before the first look, so that nothing slips in between.
    try (var _ = waiters.enter(asker);
        var bell = postbus.bell().listen(asked.receiver())) {
      var end = System.nanoTime() + asked.patience().toNanos();
      for (; ; ) {
        var waiting = postbus.waiting(asker, asked.receiver(), asked.roles(), at);
        var left = Duration.ofNanos(end - System.nanoTime());
        if (!waiting.isEmpty() || !left.isPositive() || isStopping()) {
          return waiting;
        }
        // What another gateway accepted is rung here too; a look now and then costs little.
        var _ = bell.await(left.compareTo(LOOK) < 0 ? left : LOOK);
      }
    }
  }

  private boolean isStopping() {
    return postbus.bell().isSilent() || Thread.currentThread().isInterrupted();
  }

  /// For whom somebody looks, in which roles, and how long it waits when there is nothing.
  record Asked(Set<Role> roles, Oin receiver, Duration patience) {
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
      var patience = Optional.ofNullable(request.query().get("wacht"));
      if (patience.isPresent() && !patience.get().matches("\\d|[1-4]\\d|5[0-5]")) {
        faults.add(
            new InputFault.Field(
                "wacht",
                "Dit is geen aantal seconden van 0 tot en met 55",
                "Gebruik ten hoogste 55"));
      }
      if (!faults.isEmpty()) {
        throw new InputFault(faults);
      }
      var every = Arrays.stream(Role.values()).collect(Collectors.toSet());
      return new Asked(
          word.flatMap(Role::of).map(Set::of).orElse(every),
          named.map(Oin::new).orElseGet(() -> partner.peer().oin()),
          patience.map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(Duration.ZERO));
    }
  }

  Reply handOver(Authenticated partner, Request request) throws SQLException {
    var parcel = request.id().isEmpty() ? null : postbus.find(request.id().get()).orElse(null);
    if (parcel == null) {
      return Problem.notThere();
    }
    return switch (Door.await(exchange.handOver(partner, parcel))) {
      case HandedOver.Message message -> Reply.json(200, message.body(parcel));
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
