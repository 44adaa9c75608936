package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/// What whoever reports acute danger is always told: that a telephone is quicker than a computer.
public final class Phones {
  /// Whom to phone: the emergency number, and Veilig Thuis, day and night.
  public static final List<String> NUMBERS = List.of("112", "0800-2000");

  private static final String CALL =
      "Bel bij direct gevaar 112, en anders Veilig Thuis op 0800-2000 (dag en nacht, gratis).";
  private static final String ARRIVED =
      "Het systeem van Veilig Thuis heeft de melding. Er is nog geen mens die haar heeft gelezen. ";
  private static final String NOT_YET =
      "De melding is nog niet bij Veilig Thuis; Sluis blijft het proberen. Bel nu. ";

  private Phones() {}

  /// Where a report is kept until it is delivered and logged.
  enum Kept {
    /// In the logbook, as it should be.
    LOGBOEK,
    /// On the disk of the gateway, because the logbook cannot be written now.
    WACHTKAMER,
    /// Nowhere: the disk is full too. The sender keeps it.
    NERGENS
  }

  /// Adds how far a report came, and whom to phone.
  static ObjectNode on(ObjectNode body, boolean arrived, Kept kept) {
    var told = body.putObject("melding");
    told.put("bezorgd", arrived).put("bevestigd", false);
    told.put("bewaardIn", kept.name().toLowerCase(Locale.ROOT));
    told.put("uitleg", (arrived ? ARRIVED : NOT_YET) + CALL);
    return body;
  }

  /// Adds whom to phone.
  public static ObjectNode on(ObjectNode body) {
    var phones = body.putArray("bel");
    NUMBERS.forEach(phones::add);
    return body;
  }
}
