package nl.sluis.gateway.logbook;

/// The logbook may not be written: it was restored, forked, changed or taken over by others.
///
/// No retry helps; a person has to look. The message is Dutch, for the one who runs the gateway.
public final class LogbookRefused extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  LogbookRefused(String message) {
    super(message);
  }
}
