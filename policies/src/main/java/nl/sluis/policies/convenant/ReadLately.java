package nl.sluis.policies.convenant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.convenant.ConvenantReader.Result;

/// What reading the last few versions came to, by the fingerprint of their files, paths included.
///
/// Reading is pure and takes much longer than a fingerprint, and whoever reads every version again
/// because one of them changed reads the others for nothing. May be shared between threads.
final class ReadLately {
  private static final int KEPT = 32;
  private static final float LOAD = 0.75f;

  private final Map<String, Result> results = new LinkedHashMap<>(KEPT, LOAD, true);

  /// What these files came to; empty when that was not kept.
  synchronized Optional<Result> find(String fingerprint) {
    return Optional.ofNullable(results.get(fingerprint));
  }

  /// Keeps what these files came to, and forgets what was not asked for longest.
  synchronized Result keep(String fingerprint, Result result) {
    results.put(fingerprint, result);
    if (results.size() > KEPT) {
      results.remove(results.keySet().iterator().next());
    }
    return result;
  }
}
