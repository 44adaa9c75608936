package nl.sluis.dev.wissel;

import java.util.Map;
import java.util.TreeMap;

/// How many requests went well and which did not. Thread-safe.
final class Tally {
  private final Map<String, Long> wrong = new TreeMap<>();
  private long good;

  /// One request that was answered, or was not.
  ///
  /// @param what which request
  /// @param expected the status that says that it went well
  /// @param status the status that came; 0 when no answer did
  /// @param why what the answer said; counts only when it is not as expected
  /// @return whether it went well
  synchronized boolean count(String what, int expected, int status, String why) {
    if (status == expected) {
      good++;
      return true;
    }
    // Without an answer it is our own line that says why.
    var reason = status == 0 ? why : code(why);
    wrong.merge((what + " kreeg " + status + " " + reason).strip(), 1L, Long::sum);
    return false;
  }

  /// The reason code of a problem, or nothing: an answer may hold what nobody should read here.
  private static String code(String body) {
    int at = body.indexOf("\"code\":\"");
    int end = at < 0 ? -1 : body.indexOf('"', at + 8);
    return end < 0 ? "" : body.substring(at + 8, end);
  }

  /// How many went well.
  synchronized long good() {
    return good;
  }

  /// How often each other thing came.
  synchronized Map<String, Long> wrong() {
    return new TreeMap<>(wrong);
  }
}
