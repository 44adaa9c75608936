package nl.sluis.gateway.bewijs;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.sluis.consent.desk.AskRecord;
import nl.sluis.consent.desk.AskRecord.Happened;
import nl.sluis.consent.desk.Recorder;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.sight.OwnConsents.Line;
import nl.sluis.gateway.bewijs.Receipts.Listed;
import nl.sluis.gateway.bewijs.Receipts.Side;
import nl.sluis.gateway.desk.AtChild;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.OwnDesk;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import org.jspecify.annotations.Nullable;

/// Where receipts are asked for: a person those of the own words, a partner those of what it wrote
/// down itself.
///
/// Who may not know of a question finds no receipt of it either, and cannot tell the difference.
/// May be shared between threads.
public final class ReceiptDesk {
  private final DataSource database;
  private final Receipts receipts;
  private final OwnDesk own;
  private final Mandates mandates;

  /// @param own knows what a person may see
  /// @param mandates knows who may act for whom
  public ReceiptDesk(DataSource database, Receipts receipts, OwnDesk own, Mandates mandates) {
    this.database = database;
    this.receipts = receipts;
    this.own = own;
    this.mandates = mandates;
  }

  /// The receipts of what this person said to a question; empty when there is no such question for
  /// this person.
  public Optional<List<Listed>> list(SignedIn who, UUID askId, Instant now) throws SQLException {
    var own = own(who, askId, now);
    return read(
        askId,
        (tx, asked) ->
            own.isEmpty() ? null : receipts.list(tx, asked, own.get().cover(), said(own.get())));
  }

  /// One receipt of what this person said.
  public Optional<String> find(SignedIn who, UUID askId, UUID receipt, Instant now)
      throws SQLException {
    var own = own(who, askId, now);
    return read(
        askId,
        (tx, asked) ->
            own.isEmpty()
                ? null
                : receipts
                    .find(tx, asked, receipt, Side.PERSOON, own.get().cover(), said(own.get()))
                    .orElse(null));
  }

  /// The receipts of what this partner wrote down, or those for whom it acts; empty when it wrote
  /// down nothing, as when there is no such question.
  public Optional<List<Listed>> list(Oin caller, UUID askId, Instant now) throws SQLException {
    return read(
            askId,
            (tx, asked) -> receipts.list(tx, asked, Cover.nothing(), wrote(tx, caller, asked, now)))
        .filter(list -> !list.isEmpty());
  }

  /// One receipt of what this partner wrote down.
  public Optional<String> find(Oin caller, UUID askId, UUID receipt, Instant now)
      throws SQLException {
    return read(
        askId,
        (tx, asked) ->
            receipts
                .find(
                    tx,
                    asked,
                    receipt,
                    Side.PARTNER,
                    Cover.nothing(),
                    wrote(tx, caller, asked, now))
                .orElse(null));
  }

  private Optional<AtChild<Line>> own(SignedIn who, UUID askId, Instant now) throws SQLException {
    return own.at(who, askId, now)
        .filter(child -> child.lines().getFirst().ask().id().equals(askId));
  }

  private static Predicate<Happened> said(AtChild<Line> own) {
    var said =
        own.lines().getFirst().own().stream().map(ConsentEvent::seq).collect(Collectors.toSet());
    return happened -> said.contains(happened.event().seq());
  }

  private Predicate<Happened> wrote(Connection tx, Oin caller, AskRecord asked, Instant now)
      throws SQLException {
    var writers = new HashSet<String>();
    for (var happened : asked.events()) {
      var writer = Recorder.partner(happened.recordedBy());
      if (writer.isPresent() && mayActFor(tx, caller, writer.get(), asked, now)) {
        writers.add(happened.recordedBy());
      }
    }
    return happened -> writers.contains(happened.recordedBy());
  }

  private boolean mayActFor(
      Connection tx, Oin caller, PartyRole writer, AskRecord asked, Instant now)
      throws SQLException {
    var purpose = asked.asked().ask().purpose();
    return caller.equals(writer.oin())
        || mandates.mandateFor(tx, caller, writer.oin(), writer.role(), purpose, now).isPresent();
  }

  @FunctionalInterface
  private interface Reading<T> {
    @Nullable T from(Connection tx, AskRecord asked) throws SQLException;
  }

  private <T> Optional<T> read(UUID askId, Reading<T> reading) throws SQLException {
    try (var connection = database.getConnection()) {
      var asked = receipts.record(connection, askId);
      return asked.isEmpty()
          ? Optional.empty()
          : Optional.ofNullable(reading.from(connection, asked.get()));
    }
  }
}
