package nl.sluis.gateway.getuige;

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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import nl.sluis.gateway.logbook.Cosignature;
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.PublicLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this gateway itself saw of the logbook last, in a file outside the database: it sees a
/// backup that was put back also where no witness signs. One thread writes.
///
/// The file says a name, a size and a root, and nothing of anyone. It is marked with a key of
/// Sluis, so that nobody keeps a gateway shut with a file of his own.
public final class OwnMemory {
  private static final Logger LOG = LoggerFactory.getLogger(OwnMemory.class);
  private static final JOSEObjectType TYPE = new JOSEObjectType("sluis-logboekstand+jwt");
  private static final String FILE = "logboekstand.jws";

  private final Path file;
  private final SecretKey own;
  private final String origin;
  private long written = -1;

  /// @param waitingRoom the folder of this gateway and no other
  /// @param own marks what gateways of this Sluis wrote; it signs nothing for anybody else
  /// @param origin the name of the logbook for others
  public OwnMemory(Path waitingRoom, SecretKey own, String origin) {
    this.file = waitingRoom.resolve(FILE);
    this.own = own;
    this.origin = origin;
  }

  /// Notes how far the logbook is. That it fails stops nothing: the witnesses remember too.
  public void remember(PublicLog log) throws SQLException {
    var newest = log.newestAlone();
    var begin = begin(log);
    if (newest.isEmpty() || begin.isEmpty() || newest.get().size() == written) {
      return;
    }
    var opened = OpenedCheckpoint.body(Cosignature.text(newest.get().note()), origin);
    if (opened.isEmpty()) {
      return;
    }
    var told =
        Map.<String, Object>of(
            "logboek", origin,
            "begin", begin.get(),
            "rijen", opened.get().size(),
            "wortel", Base64.getEncoder().encodeToString(opened.get().root()));
    var jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build(), new Payload(told));
    try {
      jws.sign(new MACSigner(own));
      var aside = file.resolveSibling(FILE + ".nieuw");
      Files.writeString(aside, jws.serialize(), StandardCharsets.US_ASCII);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      written = opened.get().size();
    } catch (IOException e) {
      LOG.warn("how far the logbook is was not noted on disk: {}", e.getClass().getSimpleName());
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of 256 bits marks", e);
    }
  }

  /// What was noted of this logbook; empty when there is nothing, or it is of another logbook, such
  /// as one that was begun anew.
  public Optional<OpenedCheckpoint> seen(PublicLog log) throws SQLException {
    try {
      var jws = JWSObject.parse(Files.readString(file, StandardCharsets.US_ASCII));
      if (!TYPE.equals(jws.getHeader().getType()) || !jws.verify(new MACVerifier(own))) {
        LOG.error("`{}` was not made by this gateway", FILE);
        return Optional.empty();
      }
      var told = jws.getPayload().toJSONObject();
      return origin.equals(told.get("logboek"))
              && begin(log).filter(begin -> begin.equals(told.get("begin"))).isPresent()
              && told.get("rijen") instanceof Number rows
              && told.get("wortel") instanceof String root
          ? Optional.of(new OpenedCheckpoint(rows.longValue(), Base64.getDecoder().decode(root)))
          : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | ParseException | JOSEException e) {
      LOG.error("`{}` cannot be read: {}", FILE, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /// Refuses a logbook that is smaller than what this gateway saw itself, or another.
  ///
  /// @throws Contradicted when it is
  public void compare(PublicLog log) throws SQLException {
    var seen = seen(log);
    if (seen.isEmpty()) {
      return;
    }
    var size = log.newestAlone().map(newest -> newest.size()).orElse(0L);
    if (seen.get().size() > size) {
      throw new Contradicted(
          "het logboek telt %d rijen en deze gateway zag er %d: is een oude reservekopie teruggezet?"
              .formatted(size, seen.get().size()));
    }
    if (!Arrays.equals(log.root(seen.get().size()), seen.get().root())) {
      throw new Contradicted(
          "de eerste %d rijen zijn niet die welke deze gateway zag: het logboek is veranderd"
              .formatted(seen.get().size()));
    }
  }

  /// By what a logbook is told from one that was begun anew under the same name: the first that its
  /// keys said.
  private static Optional<String> begin(PublicLog log) throws SQLException {
    var statements = log.keyStatements();
    return statements.isEmpty() ? Optional.empty() : Optional.of(hash(statements.getFirst()));
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
