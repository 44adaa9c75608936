package nl.sluis.gateway.werkplek.postbus;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.terugroeping.ReversalKind;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;
import nl.sluis.gateway.werkplek.WorkRoutes;
import nl.sluis.gateway.werkplek.Worker;

/// Giving back what is not for this organisation, and calling back or replacing what it sent
/// itself: first a reason of a list, then once more what will happen, and only then it goes.
public final class UndoPages {
  private static final int NOT_THERE = 404;
  private static final String STATEMENT = "verklaring";
  private static final String REASON = "reden";
  private static final String KEEPS_NOTHING = "niets-bewaard";

  /// What is about to be undone.
  ///
  /// @param kind how
  /// @param about the exchange, or the parcel
  /// @param form what was filled in
  /// @param statement what was signed and goes at the next step; empty as long as a reason is asked
  public record Undoing(ReversalKind kind, UUID about, Form form, String statement) {
    /// Where the form goes.
    public String path() {
      return UndoPages.path(kind, about.toString());
    }

    /// Where one comes from.
    public String back() {
      return UndoPages.back(kind, about.toString());
    }

    /// The reasons that can be chosen.
    public List<String> reasons() {
      return kind.reasons();
    }

    /// Is it what was received?
    public boolean isReturn() {
      return kind == ReversalKind.RETOUR;
    }

    /// Does something else come in its place?
    public boolean isReplacement() {
      return kind == ReversalKind.RECTIFICATIE;
    }
  }

  void add(WorkRoutes routes) {
    for (var kind : ReversalKind.values()) {
      var path = path(kind, ":id");
      routes.strong(path, PostbusPart.MAY, (_, asked) -> begin(kind, asked));
      routes.strongPost(path, PostbusPart.MAY, (who, asked) -> step(kind, who, asked));
    }
  }

  private static String path(ReversalKind kind, String about) {
    return switch (kind) {
      case RETOUR -> ParcelPages.HOME + "/" + about + "/terug";
      case TERUGROEPING -> SentPages.HOME + "/" + about + "/terugroepen";
      case RECTIFICATIE -> SentPages.HOME + "/" + about + "/vervangen";
    };
  }

  private static String back(ReversalKind kind, String about) {
    return kind == ReversalKind.RETOUR ? ParcelPages.HOME : SentPages.HOME + "/" + about;
  }

  private View begin(ReversalKind kind, Asked asked) {
    return asked
        .id()
        .<View>map(id -> shown(new Undoing(kind, id, Form.empty(), "")))
        .orElseGet(View.Gone::new);
  }

  private View step(ReversalKind kind, Worker who, Asked asked)
      throws InputFault, Stopped, IOException, InterruptedException {
    var id = asked.id();
    if (id.isEmpty()) {
      return new View.Gone();
    }
    var signed = asked.one(STATEMENT);
    if (signed.isEmpty()) {
      return ask(kind, who, id.get(), asked);
    }
    if (!OwnStatement.isOurs(who, kind, id.get(), signed)) {
      throw new InputFault(STATEMENT);
    }
    return send(kind, who, id.get(), signed);
  }

  private View ask(ReversalKind kind, Worker who, UUID id, Asked asked) throws InputFault, Stopped {
    var form = Form.of(asked, REASON, KEEPS_NOTHING, OwnStatement.REPLACED_BY);
    var wrong = wrong(kind, form);
    if (wrong.isPresent()) {
      var missing = form.wrong(PostbusPart.TEXTS + "fout." + wrong.get());
      return shown(new Undoing(kind, id, missing, "")).again();
    }
    var by = form.value(OwnStatement.REPLACED_BY);
    var statement = OwnStatement.sign(who, kind, id, form.value(REASON), by, asked.at());
    return shown(new Undoing(kind, id, form, statement));
  }

  /// What a person still has to fill in; empty when nothing.
  static Optional<String> wrong(ReversalKind kind, Form form) {
    if (!kind.reasons().contains(form.value(REASON))) {
      return Optional.of(REASON);
    }
    return switch (kind) {
      case TERUGROEPING -> Optional.empty();
      case RECTIFICATIE ->
          SentPages.exchange(form.value(OwnStatement.REPLACED_BY)).isEmpty()
              ? Optional.of("transactie")
              : Optional.empty();
      case RETOUR -> form.is(KEEPS_NOTHING, "ja") ? Optional.empty() : Optional.of(KEEPS_NOTHING);
    };
  }

  private static View send(ReversalKind kind, Worker who, UUID id, String signed)
      throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    var answer = line.post(road(kind, id), "application/jwt", signed);
    if (answer.status() == NOT_THERE) {
      return Calm.gone(back(kind, id.toString()));
    }
    if (!answer.isOk()) {
      throw Stopped.by(answer);
    }
    var receipt = answer.body().path("ontvangstbewijs").asText("");
    if (!receipt.isEmpty()) {
      var _ = line.prove(receipt);
    }
    return new View.Moved(after(kind, answer.body()));
  }

  private static String road(ReversalKind kind, UUID id) {
    return switch (kind) {
      case TERUGROEPING -> "/v1/berichten/" + id + "/terugroepingen";
      case RECTIFICATIE -> "/v1/berichten/" + id + "/rectificaties";
      case RETOUR -> "/v1/postbus/" + id + "/retouren";
    };
  }

  private static String after(ReversalKind kind, JsonNode body) {
    var number = SentPages.exchange(body.path("id").asText());
    return kind == ReversalKind.RETOUR || number.isEmpty()
        ? ParcelPages.HOME + "?gedaan=teruggegeven"
        : SentPages.UNDONE + "/" + number.get();
  }

  private static View.Shown shown(Undoing model) {
    return new View.Shown(PostbusPart.PAGES + "ongedaan", model, PostbusPart.TITLE);
  }
}
