package nl.sluis.gateway.trace;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.sluis.policies.terms.Oin;

/// One request of a partner as FSC sees it: a transaction that crosses the gateway, with its number
/// and who brought it.
///
/// It is bound to the thread that answers the request; what is put in line meanwhile is recorded
/// under it, in the transaction in which it becomes true. May be shared between threads.
public final class Crossing {
  private static final ScopedValue<Crossing> CURRENT = ScopedValue.newInstance();

  private final UUID id;
  private final TransactionNumber number;
  private final Oin caller;
  private final String key;
  private final Trace trace;
  private volatile boolean recorded;
  private volatile Optional<TransactionNumber> carried = Optional.empty();

  /// Made on the thread that answers.
  ///
  /// @param id random; the name of its record
  /// @param number of the transaction, as the caller named it or as Sluis made it
  /// @param caller whose certificate brought it
  /// @param key the SHA-256 of the public key of that certificate, in hexadecimal
  public Crossing(UUID id, TransactionNumber number, Oin caller, String key) {
    this.id = id;
    this.number = number;
    this.caller = caller;
    this.key = key;
    this.trace = Trace.current().within(number.toString());
  }

  /// The crossing of the request that is answered now; empty when nobody asked, as when time did.
  public static Optional<Crossing> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /// Answers the request as part of this crossing, on a trace that carries its number.
  public <T> T call(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(() -> trace.call(work));
  }

  /// The name of its record, known to nobody else.
  public UUID id() {
    return id;
  }

  /// The number of the transaction.
  public TransactionNumber number() {
    return number;
  }

  /// Whose certificate brought it.
  public Oin caller() {
    return caller;
  }

  /// The SHA-256 of the public key of the caller's certificate, in hexadecimal.
  public String key() {
    return key;
  }

  /// The trace on which it was asked.
  public Trace trace() {
    return trace;
  }

  /// Its record is durable.
  public void recorded() {
    recorded = true;
  }

  /// Is its record durable?
  public boolean isRecorded() {
    return recorded;
  }

  /// What it fetches came in under this number.
  public void carries(TransactionNumber other) {
    carried = Optional.of(other);
  }

  /// The number under which that what it fetched came in, if it fetched something.
  public Optional<TransactionNumber> carried() {
    return carried;
  }
}
