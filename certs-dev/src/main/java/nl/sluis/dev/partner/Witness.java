package nl.sluis.dev.partner;

import java.net.URI;

/// Sees every request of every partner with what came back, such as to look for what may not be in
/// an answer. May be called from many threads at once.
@FunctionalInterface
public interface Witness {
  /// Looks at nothing.
  Witness NOBODY = (_, _, _) -> {};

  /// One request was answered, or was not.
  void saw(String method, URI address, Answer answer);
}
