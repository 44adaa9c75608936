package nl.sluis.gateway.sequencer;

import java.sql.SQLException;
import java.time.Instant;

/// Something that is done by itself when its time has come, every minute, on every gateway.
///
/// It is small, may be repeated, and may be done by two gateways at once. No decision depends on
/// it: where it does not run, people hear of something late, and nothing goes out that should not.
@FunctionalInterface
public interface Duty {
  /// Does what is due, and stops when the rest can wait for the next time.
  ///
  /// @return how much was done
  int run(Instant now) throws SQLException;
}
