package nl.sluis.gateway.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The trace on which a request came in, or that began here (W3C Trace Context, 23 November 2021).
///
/// A trace joins what several systems did for one purpose. Its numbers come from the caller or from
/// a generator of random numbers, never from a person. `tracestate` is not read and goes nowhere:
/// it is five hundred free characters, and what one organisation tells another passes the minimiser
/// or not at all. Immutable; may be shared between threads.
///
/// @param id 32 lower case hexadecimal digits, not all zero
/// @param caller the action at the caller of which this is part, 16 such digits; empty when the
///   trace began here
/// @param sampled whether the caller records it in its own telemetry; the logbook never looks at it
/// @param fsc the number of the FSC transaction in which it came, a UUID, if it crossed FSC
public record Trace(String id, Optional<String> caller, boolean sampled, Optional<String> fsc) {
  /// The header that carries it, in requests that come in and in those that Sluis makes.
  public static final String HEADER = "traceparent";

  /// The header in which an FSC inway names its transaction (FSC Logging 1.0.0).
  public static final String FSC_HEADER = "Fsc-Transaction-Id";

  private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HexFormat HEX = HexFormat.of();
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final int LONGEST = 128;
  private static final int SAMPLED = 1;
  private static final Pattern KNOWN =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

  /// A later version may say more behind what this one says; `ff` is no version.
  private static final Pattern LATER =
      Pattern.compile("(?!00|ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /// A trace that begins here.
  public static Trace begin() {
    return new Trace(random(TRACE_BYTES), Optional.empty(), true, Optional.empty());
  }

  /// The trace that a request names, or a new one when it names none, two, or something else.
  ///
  /// @param headers every value of the header `traceparent`
  /// @param fsc every value of the header `Fsc-Transaction-Id`; what is no UUID is not kept
  public static Trace of(List<String> headers, List<String> fsc) {
    var read = headers.size() == 1 ? read(headers.getFirst()) : Optional.<Trace>empty();
    var trace = read.orElseGet(Trace::begin);
    var crossed = fsc.stream().filter(UUID.asMatchPredicate()).findFirst();
    return fsc.size() == 1 ? new Trace(trace.id, trace.caller, trace.sampled, crossed) : trace;
  }

  private static Optional<Trace> read(String header) {
    if (header.length() > LONGEST) {
      return Optional.empty();
    }
    for (var form : List.of(KNOWN, LATER)) {
      var match = form.matcher(header);
      if (match.matches() && isSet(match.group(1)) && isSet(match.group(2))) {
        boolean sampled = (HexFormat.fromHexDigits(match.group(3)) & SAMPLED) != 0;
        return Optional.of(
            new Trace(match.group(1), Optional.of(match.group(2)), sampled, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static boolean isSet(String digits) {
    return digits.chars().anyMatch(digit -> digit != '0');
  }

  /// The trace of what runs now; a new one where nobody asked for it, as when time did.
  public static Trace current() {
    return CURRENT.isBound() ? CURRENT.get() : begin();
  }

  /// Runs this as part of the trace.
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /// Answers as part of the trace.
  <T> T call(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /// The same trace, in the FSC transaction of this number.
  Trace within(String transaction) {
    return new Trace(id, caller, sampled, Optional.of(transaction));
  }

  /// Runs what it is given as part of the trace in which it was given.
  public static Executor carrying(Executor threads) {
    return work -> {
      var trace = current();
      threads.execute(() -> trace.run(work));
    };
  }

  /// A number for one action, never used before.
  public static String action() {
    return random(SPAN_BYTES);
  }

  /// The header for a request that Sluis makes as part of this trace: each has its own action.
  public String header() {
    return "00-" + id + "-" + action() + (sampled ? "-01" : "-00");
  }

  private static String random(int length) {
    var bytes = new byte[length];
    do {
      RANDOM.nextBytes(bytes);
    } while (!isSet(HEX.formatHex(bytes)));
    return HEX.formatHex(bytes);
  }
}
