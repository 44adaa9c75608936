package nl.sluis.gateway.werkplek;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluis.gateway.vorm.Asked;

/// What yields the key of what somebody has not sent yet: a random word that only the browser has,
/// for a day after somebody logged in or last sent a form here. It opens no session and no page; it
/// stays when a session ends by itself or is confirmed, so that half an hour of work is not lost,
/// and goes when somebody logs out. What it opens is gone after a day however long it lasts.
public final class DraftCookie {
  /// Its name.
  public static final String NAME = "__Host-sluis-werk-concept";

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  private DraftCookie() {}

  /// What to set for who logs in: the word that the browser has, for a day from now, or a new one.
  static List<String> begin(Asked asked, SecureRandom random) {
    var again = again(asked);
    if (!again.isEmpty()) {
      return again;
    }
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return List.of(kept(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
  }

  /// What to set for who goes on working: the same word, for a day from now. Nothing when the
  /// browser has none; it is never put in the place of one that went.
  static List<String> again(Asked asked) {
    var word = asked.cookies().getOrDefault(NAME, "");
    return WORD.matcher(word).matches() ? List.of(kept(word)) : List.of();
  }

  private static String kept(String word) {
    return Cookies.kept(NAME, word, KEPT.toSeconds());
  }
}
