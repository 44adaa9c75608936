package nl.sluis.gateway.leesmee;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.leesmee.Piece;
import nl.sluis.consent.leesmee.ReadingState;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.gateway.register.Register;
import nl.sluis.gateway.register.Testimony;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ScanFinding;

/// Vouches that the family read exactly what a message says, and let it go. A sender cannot: what
/// it claims of this counts for nothing.
///
/// What people said is read in the deciding transaction. May be shared between threads.
public final class ReadingRegister implements Register {
  private static final String TOLD = "lezen";

  private final Readings readings;

  /// @param readings knows the texts
  public ReadingRegister(Readings readings) {
    this.readings = readings;
  }

  @Override
  public Testimony about(Found found, SignedMessage message, Convenant convenant, Rule rule)
      throws SQLException {
    var condition = Readings.condition(convenant, rule);
    if (condition.isEmpty() || found.subject().isEmpty()) {
      return Testimony.silent();
    }
    var piece = newest(found, message);
    if (piece.isEmpty()) {
      return lacking(Lack.GEEN_LEESSTUK, Set.of());
    }
    var code = condition.get().code();
    if (!readings.isOf(found.tx(), piece.get(), message.disclosed())) {
      return lacking(Lack.ANDERE_TEKST, against(ScanFinding.ANDERE_TEKST, code));
    }
    var state = state(found, piece.get(), condition.get(), convenant);
    return switch (state) {
      case ReadingState.Done() -> met(piece.get(), code);
      case ReadingState.Stopped() ->
          lacking(Lack.of(state), against(ScanFinding.TEGENGEHOUDEN, code));
      case ReadingState.Waiting _,
          ReadingState.ReadersUnknown _,
          ReadingState.ReaderShielded _,
          ReadingState.Over _ ->
          lacking(Lack.of(state), Set.of());
    };
  }

  private ReadingState state(Found found, Piece piece, Condition condition, Convenant convenant)
      throws SQLException {
    var first = condition.readFirst().orElseThrow();
    return readings.stand(found.tx(), piece, first, convenant, found.at()).state();
  }

  private Optional<Piece> newest(Found found, SignedMessage message) throws SQLException {
    return readings
        .pieces()
        .newest(
            found.tx(),
            found.subject().orElseThrow(),
            message.purpose(),
            message.from(),
            message.to());
  }

  private static Set<ScanFinding.Found> against(ScanFinding what, String code) {
    return Set.of(new ScanFinding.Found(what, code));
  }

  private static Testimony met(Piece piece, String code) {
    var told = JsonNodeFactory.instance.objectNode().put("telt", true);
    told.put("leesstuk", piece.id().toString());
    return new Testimony(Set.of(code), Set.of(), Map.of(TOLD, told), List.of());
  }

  private static Testimony lacking(Lack lack, Set<ScanFinding.Found> findings) {
    var told = JsonNodeFactory.instance.objectNode().put("telt", false);
    told.put("gebrek", lack.code()).put("uitleg", lack.sentence());
    return new Testimony(Set.of(), findings, Map.of(TOLD, told), List.of());
  }

  @Override
  public void passed(
      Found found,
      SignedMessage message,
      Convenant convenant,
      Rule rule,
      UUID transaction,
      UUID parcel)
      throws SQLException {
    if (found.subject().isEmpty() || Readings.condition(convenant, rule).isEmpty()) {
      return;
    }
    var piece = newest(found, message);
    if (piece.isPresent()) {
      readings.pieces().went(found.tx(), piece.get(), transaction, "aangenomen", found.at());
    }
  }
}
