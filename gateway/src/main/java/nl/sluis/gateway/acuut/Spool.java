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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.policies.terms.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The waiting room of acute reports: files of this gateway alone, used while the logbook cannot be
/// written (P5, design 10.16).
///
/// Each report is one file, sealed with a key of its own outside the database, marked with a key of
/// Sluis, and durable before [#put] returns: written aside, forced to disk, put in place, and the
/// folder forced too. Their order is that of their numbers. Thread-safe.
public final class Spool {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final JOSEObjectType TYPE = new JOSEObjectType("sluis-wachtkamer+jwt");
  private static final String REPORT = ".melding";
  private static final String DELIVERED = ".bezorgd";

  private final Path folder;
  private final HourKeys keys;
  private final SecretKey own;
  private long last;

  /// @param folder of this gateway and no other; made when it is not there
  /// @param keys seal what waits
  /// @param own marks what gateways of this Sluis wrote; it signs nothing for anybody else
  public Spool(Path folder, HourKeys keys, SecretKey own) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.keys = keys;
    this.own = own;
    for (var file : files()) {
      last = Math.max(last, number(file));
    }
  }

  /// Keeps a report; once this returns it survives a fall of the machine.
  public synchronized Spooled put(Oin caller, UUID transaction, Instant received, byte[] message)
      throws IOException {
    for (var file : files()) {
      last = Math.max(last, number(file));
    }
    long number = last + 1;
    var keyName = keys.waitingKeyOf(transaction);
    var claims = new LinkedHashMap<String, Object>();
    claims.put("nummer", Long.toString(number));
    claims.put("transactie", transaction.toString());
    claims.put("afzender", caller.value());
    claims.put("ontvangen", received.toString());
    claims.put("sleutel", keyName);
    var sealed = keys.seal(keyName, bound(transaction), message);
    claims.put("zegel", Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    var bytes = marked(claims).getBytes(StandardCharsets.US_ASCII);
    var file = folder.resolve(String.format(Locale.ROOT, "%019d%s", number, REPORT));
    durable(file, bytes);
    last = number;
    return new Spooled(
        number, transaction, caller, received, message, sha256(bytes), Optional.empty(), file);
  }

  /// Notes that the receiver took it, so that it is not delivered again for nothing.
  public synchronized Spooled delivered(Spooled report, Instant at) throws IOException {
    durable(mark(report.file()), at.toString().getBytes(StandardCharsets.US_ASCII));
    return report.deliveredAt(at);
  }

  /// What waits, in order. A file that is not ours, or was changed, stays where it is and is not
  /// among them.
  public synchronized List<Spooled> waiting() throws IOException {
    var waiting = new ArrayList<Spooled>();
    for (var file : files()) {
      try {
        waiting.add(read(file));
      } catch (ParseException | JOSEException | RuntimeException e) {
        LOG.error("`{}` was not made by this gateway: {}", file.getFileName(), e.getClass());
      }
    }
    return waiting;
  }

  /// The report with exactly these bytes, when it waits here: whoever sends it again hears the
  /// same.
  public synchronized Optional<Spooled> find(byte[] message) throws IOException {
    return waiting().stream()
        .filter(report -> Arrays.equals(report.message(), message))
        .findFirst();
  }

  /// It stands in the logbook now; nothing of it is kept here.
  public synchronized void done(Spooled report) throws IOException {
    Files.deleteIfExists(report.file());
    Files.deleteIfExists(mark(report.file()));
    force(folder);
    keys.destroyWaitingKeyOf(report.transaction());
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().endsWith(REPORT)).sorted().toList();
    }
  }

  private static long number(Path file) {
    var name = file.getFileName().toString();
    return Long.parseLong(name.substring(0, name.length() - REPORT.length()));
  }

  private static Path mark(Path file) {
    return file.resolveSibling(file.getFileName() + DELIVERED);
  }

  private Spooled read(Path file) throws IOException, ParseException, JOSEException {
    var bytes = Files.readAllBytes(file);
    var jws = JWSObject.parse(new String(bytes, StandardCharsets.US_ASCII));
    if (!TYPE.equals(jws.getHeader().getType()) || !jws.verify(new MACVerifier(own))) {
      throw new IllegalStateException("not marked by this gateway");
    }
    Map<String, Object> claims = jws.getPayload().toJSONObject();
    var transaction = UUID.fromString(text(claims, "transactie"));
    var sealed = Base64.getUrlDecoder().decode(text(claims, "zegel"));
    var mark = mark(file);
    return new Spooled(
        Long.parseLong(text(claims, "nummer")),
        transaction,
        new Oin(text(claims, "afzender")),
        Instant.parse(text(claims, "ontvangen")),
        keys.open(text(claims, "sleutel"), bound(transaction), sealed),
        sha256(bytes),
        Files.exists(mark)
            ? Optional.of(Instant.parse(Files.readString(mark, StandardCharsets.US_ASCII)))
            : Optional.empty(),
        file);
  }

  private static String text(Map<String, Object> claims, String name) {
    return String.valueOf(claims.get(name));
  }

  private String marked(Map<String, Object> claims) {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build();
    var jws = new JWSObject(header, new Payload(claims));
    try {
      jws.sign(new MACSigner(own));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of 256 bits marks", e);
    }
    return jws.serialize();
  }

  private void durable(Path file, byte[] bytes) throws IOException {
    var aside = file.resolveSibling(file.getFileName() + ".nieuw");
    try (var channel =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  private static void force(Path folder) throws IOException {
    try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static String bound(UUID transaction) {
    return "wachtkamer:" + transaction;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
