package nl.sluis.gateway.getuige;

import nl.sluis.gateway.logbook.Cosignature;

/// What a witness answered to a checkpoint (C2SP tlog-witness, `add-checkpoint`).
sealed interface Heard {
  /// It signed, and the signature is good.
  record Signed(Cosignature cosignature) implements Heard {}

  /// It signed another size last (409).
  ///
  /// @param size the size that it knows
  record Other(long size) implements Heard {}

  /// It does not believe what it was shown: no proof, no good signature, or an unknown log.
  ///
  /// @param status the HTTP status, such as 422
  record Refuses(int status) implements Heard {}

  /// No answer, or none that can be believed; it is asked again later.
  ///
  /// @param what for the operator; never anything that came from the other end
  record Nothing(String what) implements Heard {}
}
