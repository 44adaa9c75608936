package nl.sluis.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.policies.terms.Oin;

/// What Sluis and others ask of a partner besides messages: to stop, to put right, to take back.
/// Each is signed; what is not signed by whom it should be is given to nobody.
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
  /// @throws Stopped at the first that is not signed by whom it should be; those before it were
  ///   taken
  public void fetch(Kind kind, AddressBook book, Taking taking)
      throws Stopped, IOException, InterruptedException {
    for (var entry : line.ask("/v1/" + kind.list()).path(kind.list())) {
      var id = entry.path(kind.id).asText();
      if (!Drawer.isName(id)) {
        throw new Stopped(Ending.NIET_TE_VERTROUWEN, "Een brief heeft een kenmerk dat niet kan.");
      }
      var whole = kind.own ? line.ask("/v1/" + kind.list() + "/" + id) : entry;
      var claims = verify(kind, whole.path(kind.field()).asText(), book);
      taking.take(new Letter(kind, id, entry, whole, claims));
    }
  }

  private JsonNode verify(Kind kind, String text, AddressBook book) throws Stopped {
    try {
      var jws = CompactJws.parse(text, LONGEST);
      var issuer = jws.text("iss");
      var key =
          kind == Kind.RETOUR
              ? ofPartner(book, issuer, jws.kid())
              : ofSluis(jws.kid(), issuer.equals(sluis.value()));
      if (key.isPresent() && jws.typ().equals(kind.typ()) && isForUs(kind, jws)) {
        jws.verifyWith(key.get());
        return jws.payload();
      }
    } catch (JwsFault _) {
      // Said below: whatever is wrong, it is not what it says it is.
    }
    throw new Stopped(
        Ending.NIET_TE_VERTROUWEN,
        "Een "
            + kind.field()
            + " is niet getekend door wie dat moet, of niet voor u; doe er niets mee en bel"
            + " Sluis.");
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
