package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.policies.terms.Oin;

/// What Sluis and others ask of a partner besides messages: to stop, to put right, to take back.
/// Each is signed; what is not signed by whom it should be is given to nobody, and hides nothing of
/// the others.
///
/// Fetching answers nothing: what was done with it, a person says. May be shared between threads
/// when its line may.
public final class Letters {
  private static final int LONGEST = 16_384;

  private final Oin self;
  private final Oin sluis;
  private final List<ECKey> notices;
  private final Asking line;

  /// Asks Sluis something that must be answered.
  @FunctionalInterface
  public interface Asking {
    /// @param path under `/v1`
    /// @return the body of the answer
    JsonNode ask(String path) throws Stopped, IOException, InterruptedException;
  }

  /// Does something with one letter.
  @FunctionalInterface
  public interface Taking {
    /// @param letter that was proved
    void take(Letter letter) throws Stopped, IOException, InterruptedException;
  }

  /// One kind of letter.
  public enum Kind {
    /// Somebody took back what the exchange rested on (AVG 7(3), 21).
    STOPBERICHT("stopberichten", "id", true),
    /// Somebody had something put right (AVG 16, 19).
    RECHTZETTING("rechtzettingen", "transactie", false),
    /// The sender takes back, or puts another in its place.
    ONTVANGERSBERICHT("ontvangersberichten", "id", true),
    /// The receiver gave back what it should not have had. Signed by the receiver, not by Sluis.
    RETOUR("retouren", "id", false);

    private final String list;
    private final String id;
    private final boolean own;

    Kind(String list, String id, boolean own) {
      this.list = list;
      this.id = id;
      this.own = own;
    }

    /// Where they are listed under `/v1`, which is also the name of the list.
    public String list() {
      return list;
    }

    /// Under which name its signed text stands, which is also its word for a person.
    public String field() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Is it answered? What was given back needs no answer.
    public boolean isAnswered() {
      return this != RETOUR;
    }

    String typ() {
      return "sluis-" + field() + "+jwt";
    }
  }

  /// One letter, proved.
  ///
  /// @param id by which it is known and answered
  /// @param entry its line in the list
  /// @param whole the letter as Sluis gave it
  /// @param claims what was signed
  public record Letter(Kind kind, String id, JsonNode entry, JsonNode whole, JsonNode claims) {
    /// Tells what it is, never what it says.
    @Override
    public String toString() {
      return kind.field() + " " + id;
    }
  }

  /// One that is not what it says it is, or that cannot be read: nothing of it may be used.
  ///
  /// @param id by which it is listed; empty when that cannot be a name
  /// @param role for which role it is listed; empty when it is for none
  /// @param why it is not believed, and what to do, in Dutch
  public record Unread(Kind kind, String id, String role, String why) {}

  /// @param self to whom the letters are addressed
  /// @param sluis who signs them
  /// @param notices the keys with which Sluis does that
  /// @param line asks Sluis
  public Letters(Oin self, Oin sluis, List<ECKey> notices, Asking line) {
    this.self = self;
    this.sluis = sluis;
    this.notices = List.copyOf(notices);
    this.line = line;
  }

  /// Fetches those of this kind that wait for an answer, one by one.
  ///
  /// @return those that were not taken, because they are not signed by whom they should be or
  ///   cannot be read
  /// @throws Stopped when there is no list, or no answer now
  public List<Unread> fetch(Kind kind, AddressBook book, Taking taking)
      throws Stopped, IOException, InterruptedException {
    var unread = new ArrayList<Unread>();
    for (var entry : line.ask("/v1/" + kind.list()).path(kind.list())) {
      var id = entry.path(kind.id).asText();
      var role = entry.path("rol").asText();
      Letter letter;
      try {
        letter = proved(kind, id, entry, book);
      } catch (Stopped stopped) {
        if (stopped.ending() == Ending.NU_NIET) {
          throw stopped;
        }
        var why = String.valueOf(stopped.getMessage());
        unread.add(new Unread(kind, Drawer.isName(id) ? id : "", role, why));
        continue;
      }
      taking.take(letter);
    }
    return List.copyOf(unread);
  }

  private Letter proved(Kind kind, String id, JsonNode entry, AddressBook book)
      throws Stopped, IOException, InterruptedException {
    if (!Drawer.isName(id)) {
      throw distrusted(kind, "heeft een kenmerk dat niet kan");
    }
    var whole = kind.own ? line.ask("/v1/" + kind.list() + "/" + id) : entry;
    return new Letter(kind, id, entry, whole, verify(kind, whole.path(kind.field()), book));
  }

  private JsonNode verify(Kind kind, JsonNode text, AddressBook book) throws Stopped {
    try {
      var jws = CompactJws.parse(text.asText(), LONGEST);
      var issuer = jws.text("iss");
      var key =
          kind == Kind.RETOUR
              ? ofPartner(book, issuer, jws.kid())
              : ofSluis(jws.kid(), issuer.equals(sluis.value()));
      if (key.isEmpty() || !jws.typ().equals(kind.typ())) {
        throw distrusted(kind, "is niet getekend door wie dat moet");
      }
      if (!isForUs(kind, jws)) {
        throw distrusted(kind, "is niet aan u gericht");
      }
      jws.verifyWith(key.get());
      return jws.payload();
    } catch (JwsFault _) {
      throw distrusted(kind, "is niet te lezen, of de handtekening klopt niet");
    }
  }

  private static Stopped distrusted(Kind kind, String why) {
    return new Stopped(
        Ending.NIET_TE_VERTROUWEN,
        "Een %s %s; doe er niets mee en bel Sluis.".formatted(kind.field(), why));
  }

  private boolean isForUs(Kind kind, CompactJws jws) throws JwsFault {
    return kind == Kind.RETOUR || jws.text("aud").equals(self.value());
  }

  private Optional<JWK> ofSluis(String kid, boolean ours) {
    return ours
        ? notices.stream()
            .filter(key -> kid.equals(key.getKeyID()))
            .findFirst()
            .map(key -> (JWK) new ECKey.Builder(key).algorithm(JWSAlgorithm.ES256).build())
        : Optional.empty();
  }

  private static Optional<JWK> ofPartner(AddressBook book, String issuer, String kid) {
    return Oin.isOin(issuer) ? book.key(new Oin(issuer), kid) : Optional.empty();
  }
}
