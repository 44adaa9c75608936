package nl.sluis.gateway.peer;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import nl.sluis.gateway.peer.OcspReading.Said;
import nl.sluis.gateway.peer.OcspReading.Standing;
import nl.sluis.gateway.peer.RevocationLine.Rule;
import nl.sluis.gateway.peer.TrustedPath.Link;
import org.jspecify.annotations.Nullable;

/// What responders said about certificates, each until the end that the authority gave it.
///
/// Thread-safe. About one certificate one question is underway at a time, and a responder that was
/// silent is left alone for ten seconds, so that a dead one delays nobody but its own. An answer
/// that is older than the one in force, or not believed, MUST NOT replace it.
final class OcspAnswers {
  private static final Duration WHOLE = Duration.ofSeconds(4);
  private static final Duration LEFT_ALONE = Duration.ofSeconds(10);
  private static final Duration SELDOM = Duration.ofMinutes(10);
  private static final Duration LATELY = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int MOST = 64 << 10;
  private static final int MOST_REMEMBERED = 4096;
  private static final int NONCE = 32;

  private final SecureRandom random;
  private final InstantSource clock;
  private final Supplier<RevocationLists> lists;
  private final RevocationCall call = new RevocationCall(WHOLE, MOST);
  private final Map<String, Asked> answers = new ConcurrentHashMap<>();
  private final Map<URI, Instant> silentUntil = new ConcurrentHashMap<>();

  /// What is known of one certificate.
  ///
  /// @param said the last answer that was believed; empty when there was none
  /// @param fault what went wrong at the last question; empty when nothing did
  record Known(Optional<Said> said, Optional<OcspFault> fault) {
    static final Known NOTHING = new Known(Optional.empty(), Optional.empty());
  }

  /// One certificate about which is asked.
  private static final class Asked {
    private final ReentrantLock asking = new ReentrantLock();
    private final Link link;
    private final Rule rule;
    private volatile Known known = Known.NOTHING;
    private volatile Instant again = Instant.MIN;
    private volatile Instant used = Instant.MIN;

    Asked(Link link, Rule rule) {
      this.link = link;
      this.rule = rule;
    }
  }

  /// @param lists by which a responder is itself known to be good
  OcspAnswers(Supplier<RevocationLists> lists, InstantSource clock, SecureRandom random) {
    this.lists = lists;
    this.clock = clock;
    this.random = random;
  }

  /// What is known without asking; for a handshake, which MUST NOT wait.
  Known known(Link link) {
    var asked = answers.get(name(link));
    return asked == null ? Known.NOTHING : asked.known;
  }

  /// The newest answer of this responder about whatever certificate; empty when it gave none.
  Optional<Said> newest(URI responder) {
    return answers.values().stream()
        .filter(asked -> asked.rule.responder().filter(responder::equals).isPresent())
        .flatMap(asked -> asked.known.said().stream())
        .max(Comparator.comparing(Said::thisUpdate));
  }

  /// What is known, after asking when that is due. Waits at most as long as one question takes.
  Known ask(Link link, Rule rule) {
    var asked = remember(link, rule);
    asked.used = clock.instant();
    if (isDue(asked)) {
      asked.asking.lock();
      try {
        if (isDue(asked)) {
          question(asked);
        }
      } finally {
        asked.asking.unlock();
      }
    }
    return asked.known;
  }

  /// Asks again, before anybody has to wait for it, about certificates that were lately used.
  void refresh() {
    var since = clock.instant().minus(LATELY);
    answers.values().stream()
        .filter(asked -> asked.used.isAfter(since))
        .forEach(asked -> ask(asked.link, asked.rule, asked.used));
  }

  private void ask(Link link, Rule rule, Instant used) {
    var _ = ask(link, rule);
    var asked = answers.get(name(link));
    if (asked != null) {
      // Ours is no use by a partner, or nothing would ever be forgotten.
      asked.used = used;
    }
  }

  private boolean isDue(Asked asked) {
    return !clock.instant().isBefore(asked.again);
  }

  private Asked remember(Link link, Rule rule) {
    if (answers.size() >= MOST_REMEMBERED) {
      var now = clock.instant();
      answers
          .values()
          .removeIf(a -> a.known.said().filter(s -> now.isBefore(s.nextUpdate())).isEmpty());
    }
    return answers.computeIfAbsent(name(link), _ -> new Asked(link, rule));
  }

  private void question(Asked asked) {
    var now = clock.instant();
    var responder = asked.rule.responder().orElseThrow();
    var quiet = silentUntil.get(responder);
    if (quiet != null && now.isBefore(quiet)) {
      failed(asked, silence(responder, "gave no answer a moment ago"), quiet);
      return;
    }
    try {
      var nonce = new byte[NONCE];
      random.nextBytes(nonce);
      var reading = new OcspReading(asked.link, nonce);
      var bytes = call.answer(responder, reading.question());
      var said = reading.read(bytes, asked.rule.nonceRequired(), lists.get(), now);
      refuseOlder(said, asked.known.said().orElse(null));
      silentUntil.remove(responder);
      asked.known = new Known(Optional.of(said), Optional.empty());
      asked.again = now.plus(untilNext(said, now));
    } catch (RevocationCall.Silent e) {
      silentUntil.put(responder, now.plus(LEFT_ALONE));
      failed(asked, silence(responder, e.why()), now.plus(LEFT_ALONE));
    } catch (OcspFault e) {
      failed(asked, e, now.plus(LEFT_ALONE));
    } catch (RuntimeException e) {
      var why = "cannot be read: " + e.getClass().getSimpleName();
      failed(asked, new OcspFault(PeerFault.Cause.OCSP_INVALID, why), now.plus(LEFT_ALONE));
    }
  }

  private static OcspFault silence(URI responder, String why) {
    return new OcspFault(PeerFault.Cause.OCSP_MISSING, "`" + responder + "` " + why);
  }

  /// What was believed before stays, until its own end.
  private static void failed(Asked asked, OcspFault fault, Instant again) {
    asked.known = new Known(asked.known.said(), Optional.of(fault));
    asked.again = again;
  }

  private static void refuseOlder(Said said, @Nullable Said old) throws OcspFault {
    if (old != null
        && said.thisUpdate().isBefore(old.thisUpdate())
        && said.standing() != Standing.REVOKED) {
      throw new OcspFault(
          PeerFault.Cause.OCSP_INVALID,
          "is of " + said.thisUpdate() + ", older than the one in force of " + old.thisUpdate());
    }
  }

  /// Halfway to its end, and at least every ten minutes: a revocation must not wait.
  private static Duration untilNext(Said said, Instant now) {
    var half = Duration.between(now, said.nextUpdate()).dividedBy(2);
    return half.compareTo(SELDOM) > 0 ? SELDOM : half.compareTo(SOON) < 0 ? SOON : half;
  }

  private static String name(Link link) {
    return RevocationLists.nameOf(link.issuer().getPublicKey())
        + link.certificate().getSerialNumber().toString(16);
  }
}
