package nl.sluis.gateway.fsc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.trace.TransactionNumber;

/// Which records a peer asks for (`GET /logs` of FSC Logging 1.0.0).
///
/// @param cursor after which record; empty for the first page
/// @param limit how many at most, from 1 to [#MOST]
/// @param ascending the oldest first, or else the newest
/// @param from made at this instant or later
/// @param until made before this instant
/// @param grants the hashes of grants; a record that has one of these, or of the next two, is asked
///   for, and every record when all three are empty
/// @param services the names of services
/// @param transactions the numbers of transactions
public record LogQuestion(
    Optional<UUID> cursor,
    int limit,
    boolean ascending,
    Instant from,
    Instant until,
    List<String> grants,
    List<String> services,
    List<TransactionNumber> transactions) {
  /// The most records in one answer.
  public static final int MOST = 1_000;

  /// How many when it is not said.
  public static final int USUAL = 25;

  /// Copies its lists.
  public LogQuestion {
    grants = List.copyOf(grants);
    services = List.copyOf(services);
    transactions = List.copyOf(transactions);
  }

  /// Everything of these transactions, whatever else was asked.
  public static LogQuestion of(List<TransactionNumber> transactions) {
    return new LogQuestion(
        Optional.empty(), MOST, true, Instant.EPOCH, END, List.of(), List.of(), transactions);
  }

  /// Later than anything that is asked; the last second that every party can write.
  public static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
}
