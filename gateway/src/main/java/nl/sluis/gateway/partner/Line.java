package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.client.Distrusted;
import nl.sluis.gateway.client.LogWatch;
import nl.sluis.gateway.client.MessageBuilder;
import nl.sluis.gateway.client.OpenLog;
import nl.sluis.gateway.client.PartnerClient;
import nl.sluis.gateway.client.PartnerTls;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.ProvenRow;
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
  private @Nullable PartnerClient client;

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
    OpenLog log;
    try {
      var trust = PartnerTls.anonymous(settings.sluis().trusted());
      log = new OpenLog(settings.log().address(), trust);
    } catch (IllegalArgumentException e) {
      throw new Stopped(Ending.NIET_BEGREPEN, String.valueOf(e.getMessage()));
    }
    var known = Known.in(settings.mail().resolve("bekend.json"));
    return new Line(settings, clock, keys, known, log);
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
    if (client == null) {
      client =
          new PartnerClient(
              settings.sluis().address(),
              keys.tls(settings.sluis().trusted()),
              settings.self().oin(),
              keys.signing(),
              settings.sluis().issuer(),
              new SecureRandom(),
              clock);
    }
    return client;
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

  /// Fetches what is asked of this partner besides messages, believing the keys as last seen.
  public Letters letters() {
    return new Letters(
        settings.self().oin(), settings.sluis().oin(), known.sluis("mededeling"), this::ask);
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
    if (client != null) {
      client.close();
    }
    log.close();
  }
}
