package nl.sluis.gateway.aansluiting;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.EncryptionKeyDirectory;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Listed;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.SignedStatement;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// What an organisation asks when it wants to be a partner: who it is, in which roles it will act,
/// and its keys, each with a proof that it has the private half.
///
/// Immutable; may be shared between threads.
///
/// @param partner who it says it is, with the keys with which it will sign
/// @param description the same in the words of a partner file
/// @param roles in which it wants to act; empty when it acts for others only, under mandates
/// @param contact whom to reach there
/// @param encryption the statement by which it vouches for its encryption key
/// @param request the certificate that it asks of its authority
/// @param signedAt when it was signed
/// @param text what was signed, byte for byte
public record Application(
    Partner partner,
    String description,
    Set<Role> roles,
    Contact contact,
    String encryption,
    CertificateRequest request,
    Instant signedAt,
    String text) {
  /// The `typ` in the header.
  public static final String TYP = "sluis-aanmelding+jwt";

  /// The `typ` of the proof that somebody has an encryption key.
  public static final String PROOF_TYP = "sluis-bezit+jwt";

  /// The word by which somebody applies who acts for others only.
  public static final String SUPPLIER = "leverancier";

  private static final Set<String> CLAIMS =
      Set.of(
          "iss",
          "jti",
          "op",
          "partner",
          "rollen",
          "contact",
          "versleuteling",
          "bezit",
          "certificaatverzoek");
  private static final Set<String> PROOF_CLAIMS = Set.of("iss", "jti", "kid");
  private static final Duration GOOD_FOR = Duration.ofDays(90);
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final int LONGEST = 16_384;

  /// Copies its set.
  public Application {
    roles = Set.copyOf(roles);
  }

  /// Reads an application and checks everything that it can prove by itself.
  ///
  /// @param text a compact JWS
  /// @throws ApplicationFault with everything that is wrong, when something is
  public static Application read(String text, Instant now) throws ApplicationFault {
    try {
      var unproven = CompactJws.parse(text, LONGEST);
      var description = unproven.payload().path("partner").toString();
      var partner = described(description);
      var said =
          SignedStatement.verify(
              text, TYP, CLAIMS, (_, kid) -> Optional.ofNullable(partner.keys().get(kid)));
      return read(said, partner, description, text, now);
    } catch (JwsFault fault) {
      throw new ApplicationFault(
          List.of(
              "De aanmelding is niet goed getekend of niet in vorm ("
                  + fault.getMessage()
                  + "). Laat de partner `./sluis partner aanmelden` opnieuw doen."));
    }
  }

  private static Partner described(String description) throws ApplicationFault {
    try {
      return Partner.described(description);
    } catch (IllegalArgumentException e) {
      throw new ApplicationFault(
          List.of("Onder `partner` staat geen partner: " + e.getMessage() + "."));
    }
  }

  private static Application read(
      SignedStatement said, Partner partner, String description, String text, Instant now)
      throws JwsFault, ApplicationFault {
    var faults = new ArrayList<String>();
    if (!said.signer().equals(partner.oin())) {
      faults.add("Wie tekende (`iss`) is een ander dan wie zich aanmeldt (`partner.oin`).");
    }
    var at = said.instant("op");
    if (at.isAfter(now.plus(SKEW)) || at.isBefore(now.minus(GOOD_FOR))) {
      faults.add("De aanmelding is getekend in de toekomst, of meer dan 90 dagen geleden.");
    }
    var roles = roles(said, faults);
    var contact = Contact.read(said.value("contact"));
    faults.addAll(contact.faults());
    var encryption = encryptionKey(said, partner, faults);
    var request = CertificateRequest.read(said.text("certificaatverzoek"));
    faults.addAll(request.faults(partner));
    refuseSharedKeys(partner, encryption, request, faults);
    if (!faults.isEmpty()) {
      throw new ApplicationFault(faults);
    }
    return new Application(
        partner, description, roles, contact, said.text("versleuteling"), request, at, text);
  }

  private static Set<Role> roles(SignedStatement said, List<String> faults) {
    var roles = EnumSet.noneOf(Role.class);
    var list = said.value("rollen");
    for (var item : list) {
      var code = item.asText("");
      var role = Arrays.stream(Role.values()).filter(one -> one.code().equals(code)).findFirst();
      role.ifPresent(roles::add);
      if (role.isEmpty() && !(code.equals(SUPPLIER) && list.size() == 1)) {
        faults.add("`rollen` noemt een rol die niet bestaat.");
      }
    }
    if (list.isEmpty()) {
      faults.add("`rollen` noemt geen rol; wie alleen voor anderen werkt, zegt `leverancier`.");
    }
    return roles;
  }

  /// The key for which others will seal: vouched for by its owner, who shows to have it.
  private static Optional<JWK> encryptionKey(
      SignedStatement said, Partner partner, List<String> faults) {
    try {
      var vouched =
          SignedStatement.verify(
              said.text("versleuteling"),
              EncryptionKeyDirectory.TYP,
              EncryptionKeyDirectory.CLAIMS,
              (oin, kid) ->
                  oin.equals(partner.oin())
                      ? Optional.ofNullable(partner.keys().get(kid))
                      : Optional.empty());
      var key = ECKey.parse(vouched.value("sleutel").toString());
      var signing = new ECKey.Builder(key).keyUse(null).algorithm(JWSAlgorithm.ES256).build();
      var proof =
          SignedStatement.verify(
              said.text("bezit"),
              PROOF_TYP,
              PROOF_CLAIMS,
              (oin, kid) ->
                  oin.equals(partner.oin()) && kid.equals(key.getKeyID())
                      ? Optional.of(signing)
                      : Optional.empty());
      if (!proof.jti().equals(said.jti()) || !proof.text("kid").equals(key.getKeyID())) {
        faults.add("Het bewijs van bezit (`bezit`) hoort bij een andere aanmelding.");
      }
      return Optional.of(key);
    } catch (JwsFault | ParseException | IllegalStateException _) {
      faults.add(
          "De encryptiesleutel is niet door de partner getekend, of hij toont niet dat hij de"
              + " private helft heeft.");
      return Optional.empty();
    }
  }

  /// One key for two things is one theft for both.
  private static void refuseSharedKeys(
      Partner partner, Optional<JWK> encryption, CertificateRequest request, List<String> faults) {
    var prints = new ArrayList<>(partner.keys().values().stream().map(Listed::thumbprint).toList());
    encryption.map(Listed::thumbprint).ifPresent(prints::add);
    prints.addAll(request.thumbprint().stream().toList());
    if (Set.copyOf(prints).size() < prints.size()) {
      faults.add("Ondertekenen, ontsleutelen en verbinden gaan elk met een eigen sleutel.");
    }
  }

  /// Whose application it is.
  public Oin oin() {
    return partner.oin();
  }

  /// SHA-256 of what was signed, in hex: by it two people know that they admit the same.
  public String digest() {
    return digest(text);
  }

  static String digest(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// The keys with which it will sign, by their thumbprints.
  public Set<String> thumbprints() {
    return partner.keys().values().stream().map(Listed::thumbprint).collect(Collectors.toSet());
  }
}
