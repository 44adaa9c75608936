package nl.sluis.gateway.aansluiting;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import nl.sluis.gateway.peer.Listed;
import nl.sluis.gateway.peer.Standing;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who was a partner when this gateway last looked, marked with a key of Sluis, in a file beside
/// its waiting room: a gateway that starts without its database takes reports of acute danger from
/// them, and from nobody else.
///
/// One thread writes at a time.
public final class KeptPartners {
  private static final Logger LOG = LoggerFactory.getLogger(KeptPartners.class);
  private static final JOSEObjectType TYPE = new JOSEObjectType("sluis-partners+jwt");
  private static final String FILE = "partners.jws";

  private final Path file;
  private final SecretKey own;
  private Map<Oin, Listed> written = Map.of();

  /// @param waitingRoom the folder of this gateway and no other
  /// @param own marks what gateways of this Sluis wrote; it signs nothing for anybody else
  public KeptPartners(Path waitingRoom, SecretKey own) {
    this.file = waitingRoom.resolve(FILE);
    this.own = own;
  }

  /// Remembers them. That it fails stops nothing: only a start without a database asks.
  public synchronized void remember(Map<Oin, Listed> partners) {
    // A file of before may know more than a database that was put back: nobody is nobody there too.
    if (partners.equals(written) && (!partners.isEmpty() || !Files.exists(file))) {
      return;
    }
    var all = partners.entrySet().stream().map(e -> written(e.getKey(), e.getValue())).toList();
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build();
    var jws = new JWSObject(header, new Payload(Map.of("partners", all)));
    try {
      jws.sign(new MACSigner(own));
      var aside = file.resolveSibling(FILE + ".nieuw");
      Files.writeString(aside, jws.serialize(), StandardCharsets.US_ASCII);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      written = Map.copyOf(partners);
    } catch (IOException e) {
      LOG.warn("the partners were not noted on disk: {}", e.getClass().getSimpleName());
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of 256 bits marks", e);
    }
  }

  private static Map<String, Object> written(Oin oin, Listed one) {
    var map = new HashMap<String, Object>();
    map.put("oin", oin.value());
    map.put("stand", one.standing().code());
    one.description().ifPresent(text -> map.put("beschrijving", text));
    map.put("sleutels", one.added().stream().map(JWK::toJSONString).toList());
    map.put(
        "eindes",
        one.ends().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().toString())));
    map.put("ingetrokken", List.copyOf(one.withdrawn()));
    return map;
  }

  /// Those that were remembered; none when there are none, or when another wrote them.
  public Map<Oin, Listed> remembered() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      var jws = JWSObject.parse(Files.readString(file, StandardCharsets.US_ASCII));
      if (!TYPE.equals(jws.getHeader().getType())
          || !jws.verify(new MACVerifier(own))
          || !(jws.getPayload().toJSONObject().get("partners") instanceof List<?> all)) {
        LOG.error("`{}` was not made by this gateway", FILE);
        return Map.of();
      }
      var partners = new HashMap<Oin, Listed>();
      for (var one : all) {
        if (one instanceof Map<?, ?> map) {
          partners.put(new Oin(String.valueOf(map.get("oin"))), listed(map));
        }
      }
      return Map.copyOf(partners);
    } catch (IOException
        | ParseException
        | JOSEException
        | DateTimeException
        | IllegalArgumentException e) {
      LOG.error("`{}` cannot be read: {}", FILE, e.getClass().getSimpleName());
      return Map.of();
    }
  }

  private static Listed listed(Map<?, ?> map) throws ParseException {
    var keys = new ArrayList<JWK>();
    for (var key : list(map.get("sleutels"))) {
      keys.add(JWK.parse(key));
    }
    var ends = new HashMap<String, Instant>();
    if (map.get("eindes") instanceof Map<?, ?> kept) {
      kept.forEach((kid, end) -> ends.put(String.valueOf(kid), Instant.parse(end.toString())));
    }
    return new Listed(
        Standing.of(String.valueOf(map.get("stand"))).orElse(Standing.VERWIJDERD),
        Optional.ofNullable(map.get("beschrijving")).map(String::valueOf),
        keys,
        ends,
        new HashSet<>(list(map.get("ingetrokken"))),
        Instant.MIN);
  }

  private static List<String> list(@Nullable Object value) {
    return value instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of();
  }
}
