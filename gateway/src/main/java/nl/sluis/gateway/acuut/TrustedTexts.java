package nl.sluis.gateway.acuut;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// By which texts of the convenant this gateway decided last: their digests, marked with a key of
/// Sluis, in a file beside its waiting room.
///
/// A gateway that starts without its database knows from it which of the texts that lie here it may
/// believe; any other text might send a report to somebody else. One thread writes.
public final class TrustedTexts {
  private static final Logger LOG = LoggerFactory.getLogger(TrustedTexts.class);
  private static final JOSEObjectType TYPE = new JOSEObjectType("sluis-convenanten+jwt");
  private static final String FILE = "convenanten.jws";

  private final Path file;
  private final SecretKey own;
  private Set<String> written = Set.of();

  /// @param waitingRoom the folder of this gateway and no other
  /// @param own marks what gateways of this Sluis wrote; it signs nothing for anybody else
  public TrustedTexts(Path waitingRoom, SecretKey own) {
    this.file = waitingRoom.resolve(FILE);
    this.own = own;
  }

  /// Remembers these digests. That it fails stops nothing: only a start without a database asks.
  public void remember(Set<String> digests) {
    if (digests.equals(written)) {
      return;
    }
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build();
    var jws = new JWSObject(header, new Payload(Map.of("teksten", List.copyOf(digests))));
    try {
      jws.sign(new MACSigner(own));
      var aside = file.resolveSibling(FILE + ".nieuw");
      Files.writeString(aside, jws.serialize(), StandardCharsets.US_ASCII);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      written = Set.copyOf(digests);
    } catch (IOException e) {
      LOG.warn("the convenanten were not noted on disk: {}", e.getClass().getSimpleName());
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of 256 bits marks", e);
    }
  }

  /// The digests that were remembered; none when there are none, or when another wrote them.
  public Set<String> remembered() {
    try {
      var jws = JWSObject.parse(Files.readString(file, StandardCharsets.US_ASCII));
      if (!TYPE.equals(jws.getHeader().getType())
          || !jws.verify(new MACVerifier(own))
          || !(jws.getPayload().toJSONObject().get("teksten") instanceof List<?> digests)) {
        LOG.error("`{}` was not made by this gateway", FILE);
        return Set.of();
      }
      var texts = new TreeSet<String>();
      digests.forEach(digest -> texts.add(String.valueOf(digest)));
      return texts;
    } catch (IOException | ParseException | JOSEException e) {
      LOG.error("`{}` cannot be read: {}", FILE, e.getClass().getSimpleName());
      return Set.of();
    }
  }
}
