package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.client.Distrusted;
import nl.sluis.gateway.client.LogWatch;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.OpenLog;
import nl.sluis.gateway.client.PartnerClient;
import nl.sluis.gateway.client.PartnerTls;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.ProvenRow;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import org.jspecify.annotations.Nullable;

/// A partner's line with Sluis, and what it keeps of it: keys that it saw, the logbook that it saw,
/// what it sent and what it got.
///
/// What only looks at what was kept asks nothing over the network. May be shared between threads.
public final class Line implements AutoCloseable {
  private final PartnerSettings settings;
  private final InstantSource clock;
  private final OwnKeys keys;
  private final Known known;
  private final OpenLog log;
  private final LogWatch watch;
  private @Nullable Talk talk;

  /// Talks to Sluis with what stood in the files at one moment.
  private record Talk(Shown shown, PartnerClient client) {}

  /// By what this partner is known at the door of Sluis, and Sluis there by it.
  ///
  /// @param kid of the key with which tokens are asked
  /// @param issuers of the certificate of Sluis, as they stand in the file
  private record Shown(X509Certificate certificate, String kid, String issuers) {}

  private Line(
      PartnerSettings settings, InstantSource clock, OwnKeys keys, Known known, OpenLog log) {
    this.settings = settings;
    this.clock = clock;
    this.keys = keys;
    this.known = known;
    this.log = log;
    this.watch = new LogWatch(settings.mail().resolve("logboek-gezien"), settings.log().key(), log);
  }

  /// A line with the keys in the folder of the settings.
  ///
  /// @throws Stopped when the issuers of the certificate of Sluis cannot be used
  public static Line open(PartnerSettings settings, InstantSource clock)
      throws Stopped, IOException {
    return open(settings, new KeyFolder(settings.keys()), clock);
  }

  /// A line with keys that are kept elsewhere.
  ///
  /// @throws Stopped when the issuers of the certificate of Sluis cannot be used
  public static Line open(PartnerSettings settings, OwnKeys keys, InstantSource clock)
      throws Stopped, IOException {
    var log = new OpenLog(settings.log().address(), believed(settings));
    var known = Known.in(settings.mail().resolve("bekend.json"));
    return new Line(settings, clock, keys, known, log);
  }

  private static SSLContext believed(PartnerSettings settings) throws Stopped {
    try {
      return PartnerTls.anonymous(settings.sluis().trusted());
    } catch (IllegalArgumentException e) {
      throw new Stopped(Ending.NIET_BEGREPEN, String.valueOf(e.getMessage()));
    }
  }

  /// What this partner was told.
  public PartnerSettings settings() {
    return settings;
  }

  /// What time it is.
  public InstantSource clock() {
    return clock;
  }

  /// The own keys.
  public OwnKeys keys() {
    return keys;
  }

  /// Every key that was ever seen.
  public Known known() {
    return known;
  }

  /// Talks to Sluis; the certificate is looked at when it is first needed.
  public synchronized PartnerClient client() throws Stopped {
    if (talk == null) {
      talk = talk(shown());
    }
    return talk.client();
  }

  /// Takes over a certificate, a signing key or issuers of Sluis that were replaced, for who keeps
  /// the line open for years. What is bad never replaces what is good, and whoever waits for an
  /// answer gets it.
  ///
  /// @return whether anything was replaced
  /// @throws Stopped when what stands there now cannot be used; then what there was goes on
  public synchronized boolean renew() throws Stopped {
    var now = shown();
    if (talk == null || talk.shown().equals(now)) {
      return false;
    }
    try {
      now.certificate().checkValidity(Date.from(clock.instant()));
    } catch (CertificateException _) {
      throw new Stopped(
          Ending.NIET_BEGREPEN, "Het certificaat waarmee Sluis wordt gebeld geldt nu niet.");
    }
    var fresh = talk(now);
    log.believe(believed(settings));
    // The one before is not closed, for somebody may be about to use it; it ends by itself.
    talk = fresh;
    return true;
  }

  private Shown shown() throws Stopped {
    var trusted = settings.sluis().trusted();
    try {
      return new Shown(keys.shown(), keys.signing().getKeyID(), Files.readString(trusted));
    } catch (IOException _) {
      throw new Stopped(Ending.NIET_BEGREPEN, "`%s` is niet te lezen.".formatted(trusted));
    }
  }

  /// What was looked at before is read again here: when it changed in between, the next look sees
  /// it.
  private Talk talk(Shown shown) throws Stopped {
    return new Talk(
        shown,
        new PartnerClient(
            settings.sluis().address(),
            keys.tls(settings.sluis().trusted()),
            settings.self().oin(),
            keys.signing(),
            settings.sluis().issuer(),
            new SecureRandom(),
            clock));
  }

  /// What was sent.
  public Drawer sent() {
    return new Drawer(settings.mail().resolve("uit"));
  }

  /// What was received.
  public Drawer received() {
    return new Drawer(settings.mail().resolve("in"));
  }

  /// Reads whom to believe, anew, and remembers it.
  public AddressBook book() throws Stopped, IOException, InterruptedException {
    known.meetSluis(ask("/v1/sleutels").path("keys"));
    var book = AddressBook.of(ask("/v1/adresboek"), known);
    known.save();
    return book;
  }

  /// Makes messages that name the key with which Sluis binds now.
  public MessageBuilder messages() throws Stopped {
    return new MessageBuilder(
        settings.self().oin(),
        keys.signing(),
        settings.sluis().oin(),
        client().keys(),
        new SecureRandom(),
        clock);
  }

  /// The same, with the key that Sluis named when it was last asked.
  ///
  /// @throws IOException when it never was
  MessageBuilder messagesAsKnown() throws Stopped, IOException {
    var binding = known.sluis("binding");
    if (binding.isEmpty()) {
      throw new IOException("the keys of Sluis are not known");
    }
    return new MessageBuilder(
        settings.self().oin(),
        keys.signing(),
        settings.sluis().oin(),
        binding.getLast(),
        new SecureRandom(),
        clock);
  }

  /// A path that is about this party: whoever holds a mandate of it names it (`namens`).
  ///
  /// @param party this partner itself, or who gave it a mandate
  /// @param path under `/v1`
  public String about(Oin party, String path) {
    return party.equals(settings.self().oin())
        ? path
        : path + (path.contains("?") ? "&" : "?") + "namens=" + party;
  }

  /// The answer to a question that must be answered.
  public JsonNode ask(String path) throws Stopped, IOException, InterruptedException {
    return answered(client().get(path));
  }

  /// The body of an answer, when it is one.
  public static JsonNode answered(Answer answer) throws Stopped {
    if (answer.isOk()) {
      return answer.body();
    }
    throw Stopped.by(answer);
  }

  /// The row that a receipt proves, in the same logbook that was seen before.
  ///
  /// @throws Stopped when the logbook is another, or the receipt proves nothing
  public ProvenRow prove(String receipt) throws Stopped, IOException {
    int end = receipt.indexOf("\n\n");
    // Makes the folder too, in which the memory of the logbook stands.
    known.save();
    try {
      watch.compare(end < 0 ? "" : receipt.substring(end + 2));
    } catch (Distrusted e) {
      throw new Stopped(
          Ending.NIET_TE_VERTROUWEN,
          "Het logboek is niet te vertrouwen: "
              + e.getMessage()
              + ". Bel de beheerder van Sluis; beide controlepunten staan in `"
              + settings.mail()
              + "`.");
    }
    return ProvenRow.check(receipt, watch.keys())
        .orElseThrow(
            () ->
                new Stopped(
                    Ending.NIET_TE_VERTROUWEN,
                    "Het ontvangstbewijs bewijst niet dat er een rij in het logboek staat."));
  }

  /// Proves and opens what Sluis handed over to this party.
  ///
  /// @param book whom to believe about who signed
  /// @throws Stopped when anything of it is not what it says it is; then nothing of it may be used
  public Received open(PartyRole party, JsonNode handed, AddressBook book)
      throws Stopped, IOException {
    prove(handed.path("ontvangstbewijs").asText());
    try {
      return new Received.With(
              party,
              keys.opening(),
              settings.sluis(),
              sluisKeys("binding"),
              book,
              clock,
              logKeys(),
              false)
          .open(handed);
    } catch (Stopped stopped) {
      throw book.changed().isEmpty()
          ? stopped
          : new Stopped(Ending.NIET_TE_VERTROUWEN, book.changed().getFirst());
    }
  }

  /// The keys of the logbook as they are known, for proofs that were kept.
  public KeyHistory logKeys() throws IOException {
    return watch.keys();
  }

  /// The keys of Sluis for this use, as last seen.
  public List<ECKey> sluisKeys(String use) {
    return known.sluis(use);
  }

  /// Fetches what is asked of this party besides messages, believing the keys as last seen.
  ///
  /// @param party this partner itself, or who gave it a mandate
  public Letters letters(Oin party) {
    return new Letters(
        party, settings.sluis().oin(), known.sluis("mededeling"), path -> ask(about(party, path)));
  }

  /// The line of this proof for a person.
  public Optional<String> witnessed(String receipt) {
    int end = receipt.indexOf("\n\n");
    return settings
        .log()
        .policy()
        .map(
            policy ->
                policy.accepts(receipt.substring(Math.max(0, end + 2)))
                    ? "De getuigen van uw beleid tekenden mee."
                    : "De getuigen van uw beleid tekenden dit controlepunt (nog) niet mee.");
  }

  @Override
  public synchronized void close() {
    if (talk != null) {
      talk.client().close();
    }
    log.close();
  }
}
