package nl.sluis.gateway.werkplek;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluis.gateway.vorm.Asked;

/// What yields the key of what somebody has not sent yet: a random word that only the browser has,
/// for a day. It opens no session and no page; it stays when a session ends by itself or is
/// confirmed, so that half an hour of work is not lost, and goes when somebody logs out.
public final class DraftCookie {
  /// Its name.
  public static final String NAME = "__Host-sluis-werk-concept";

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  private DraftCookie() {}

  /// What to set for who logs in; nothing when the browser has one.
  static List<String> begin(Asked asked, SecureRandom random) {
    if (WORD.matcher(asked.cookies().getOrDefault(NAME, "")).matches()) {
      return List.of();
    }
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return List.of(Cookies.kept(NAME, word, KEPT.toSeconds()));
  }
}
