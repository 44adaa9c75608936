package nl.sluis.gateway.ondertekening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.Test;

/// A signature counts when somebody else, in the right function, said just this about just this
/// report, with a key that is good; each way in which it is otherwise has its own word.
final class SecondPersonSpec {
  private static final Oin SCHOOL = new Oin("00000099000000201000");
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Instant SIGNED = NOW.minus(Duration.ofDays(1));
  private static final String OTHER = "aa";
  private static final String REPORTER = "bb";
  private static final Condition LOOKED = signedBy("aandachtsfunctionaris");

  private static Condition signedBy(String function) {
    return new Condition(
        "aandachtsfunctionaris-keek-mee",
        Condition.Source.ONDERTEKEND,
        List.of("datum", "uitkomst"),
        Set.of("melden", "niet-melden"),
        30,
        Optional.empty(),
        Optional.empty(),
        Set.of(function),
        false,
        Optional.empty(),
        "Laat tekenen.");
  }

  private record Case(Asked asked, Agreement.Signed signed) {}

  private static final Signatory GOOD =
      new Signatory(
          UUID.randomUUID(),
          SCHOOL,
          OTHER,
          "aandachtsfunctionaris",
          "print",
          Optional.empty(),
          NOW.minus(Duration.ofDays(100)),
          NOW.plus(Duration.ofDays(100)),
          Optional.empty());

  @Test
  void what_somebody_else_signed_over_this_report_counts() {
    assertThat(lack(asked(Set.of(REPORTER), named("melden")), GOOD, said("melden", SIGNED)))
        .isEmpty();
    assertThat(
            lack(asked(Set.of(REPORTER), named("niet-melden")), GOOD, said("niet-melden", SIGNED)))
        .as("who advises against it looked along too")
        .isEmpty();
  }

  @Test
  void as_a_professional_only_who_acts_signs() {
    var own = asked("professional", Set.of(OTHER));
    var others = asked("professional", Set.of(REPORTER));

    assertThat(lack(own, in("professional"), said("melden", SIGNED))).isEmpty();
    assertThat(lack(others, in("professional"), said("melden", SIGNED)))
        .contains(Lack.ANDERE_PERSOON);
  }

  @Test
  void each_way_in_which_it_is_not_so_has_its_own_word() {
    var asked = asked(Set.of(REPORTER), named("melden"));
    var cases = new TreeMap<String, Case>();
    cases.put("own name", of(asked(Set.of(OTHER), named("melden")), GOOD, said("melden", SIGNED)));
    cases.put("nobody acts", of(asked(Set.of(), named("melden")), GOOD, said("melden", SIGNED)));
    cases.put("jurist", of(asked, in("jurist"), said("melden", SIGNED)));
    cases.put("said otherwise", of(asked, GOOD, said("niet-melden", SIGNED)));
    cases.put("said what nobody asks", of(asked(Set.of(REPORTER)), GOOD, said("akkoord", SIGNED)));
    cases.put("too old", of(asked, GOOD, said("melden", NOW.minus(Duration.ofDays(31)))));
    cases.put("still to come", of(asked, GOOD, said("melden", NOW.plus(Duration.ofHours(1)))));
    cases.put("another report", of(asked, GOOD, about("other", LOOKED.code())));
    cases.put("another question", of(asked, GOOD, about("this", "tweede-paar-ogen")));
    cases.put("taken back", of(asked, withdrawn(), said("melden", SIGNED)));
    cases.put("over", of(asked, until(NOW), said("melden", SIGNED)));
    cases.put("younger", of(asked, from(SIGNED.plusSeconds(1)), said("melden", SIGNED)));

    var found = new LinkedHashMap<String, Lack>();
    cases.forEach((why, it) -> found.put(why, it.asked().lack(it.signed()).orElseThrow()));

    assertThat(found)
        .containsEntry("own name", Lack.ZELFDE_PERSOON)
        .containsEntry("nobody acts", Lack.ZELFDE_PERSOON)
        .containsEntry("jurist", Lack.ANDERE_FUNCTIE)
        .containsEntry("said otherwise", Lack.ANDERE_UITKOMST)
        .containsEntry("said what nobody asks", Lack.ANDERE_UITKOMST)
        .containsEntry("too old", Lack.NIET_NU)
        .containsEntry("still to come", Lack.NIET_NU)
        .containsEntry("another report", Lack.ANDER_VOORSTEL)
        .containsEntry("another question", Lack.ANDER_VOORSTEL)
        .containsEntry("taken back", Lack.SLEUTEL_NIET_GELDIG)
        .containsEntry("over", Lack.SLEUTEL_NIET_GELDIG)
        .containsEntry("younger", Lack.SLEUTEL_NIET_GELDIG);
  }

  @Test
  void a_signature_is_over_the_child_the_receiver_and_every_text_and_over_no_content() {
    var whole = digest(SCHOOL, message());

    assertThat(digest(SCHOOL, with("K16", "other"))).as("content").isEqualTo(whole);
    assertThat(digest(SCHOOL, with("vervolgOp", "x"))).as("what it follows").isEqualTo(whole);
    assertThat(digest(new Oin("00000099000000202000"), message())).isNotEqualTo(whole);
    for (var name : List.of("betrokkene", "handelend", "meldcode", "noodzaak:K11", "K11")) {
      assertThat(digest(SCHOOL, with(name, "other"))).as(name).isNotEqualTo(whole);
    }
  }

  @Test
  void only_the_key_itself_makes_a_signature_and_the_proof_that_it_is_held()
      throws JOSEException, JwsFault {
    var own = key();
    var another = key();
    var statement =
        "{\"iss\":\"%s\",\"sub\":\"med-12\",\"sleutel\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"},\"op\":\"2026-11-26T10:00:00Z\",\"jti\":\"AAAAAAAAAAAAAAAAAAAAAA\"}"
            .formatted(SCHOOL.value(), own.getX(), own.getY());

    var shown = SignedAgreement.key(signed(own, SignedAgreement.KEY_TYP, statement));

    assertThat(shown.key().getKeyID()).isEqualTo(own.getKeyID());
    assertThat(shown.key().isPrivate()).isFalse();
    assertThatThrownBy(
            () -> SignedAgreement.key(signed(another, SignedAgreement.KEY_TYP, statement)))
        .as("signed with another key than it shows")
        .isInstanceOf(JwsFault.class);
    assertThatThrownBy(() -> SignedAgreement.key(signed(own, SignedAgreement.TYP, statement)))
        .as("one statement never passes for another")
        .isInstanceOf(JwsFault.class);
  }

  private static ECKey key() throws JOSEException {
    return new ECKeyGenerator(Curve.P_256)
        .algorithm(JWSAlgorithm.ES256)
        .keyIDFromThumbprint(true)
        .generate();
  }

  private static String signed(ECKey key, String typ, String json) throws JOSEException {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType(typ))
            .build();
    var jws = new JWSObject(header, new Payload(json));
    jws.sign(new ECDSASigner(key));
    return jws.serialize();
  }

  private static Map<String, JsonNode> message() {
    var disclosed = new LinkedHashMap<String, JsonNode>();
    for (var name : List.of("betrokkene", "handelend", "meldcode", "noodzaak:K11", "K16")) {
      disclosed.put(name, JsonNodeFactory.instance.objectNode().put("tekst", name));
    }
    return disclosed;
  }

  private static Map<String, JsonNode> with(String name, String text) {
    var disclosed = message();
    disclosed.put(name, JsonNodeFactory.instance.objectNode().put("tekst", text));
    return disclosed;
  }

  private static String digest(Oin from, Map<String, JsonNode> disclosed) {
    return Proposal.digest(
        new Purpose("vt-melding"),
        new PartyRole(from, Role.SCHOOL_IB),
        new PartyRole(new Oin("00000099000000302000"), Role.VEILIG_THUIS),
        disclosed);
  }

  private static Optional<Lack> lack(Asked asked, Signatory who, Agreement said) {
    return asked.lack(new Agreement.Signed(who, said));
  }

  private static Case of(Asked asked, Signatory who, Agreement said) {
    return new Case(asked, new Agreement.Signed(who, said));
  }

  private static Asked asked(Set<String> acting, Asked.Named... named) {
    return new Asked(LOOKED, "this", acting, List.of(named).stream().findFirst(), NOW);
  }

  private static Asked asked(String function, Set<String> acting) {
    return new Asked(signedBy(function), "this", acting, Optional.empty(), NOW);
  }

  private static Asked.Named named(String advice) {
    return new Asked.Named(OTHER, advice);
  }

  private static Agreement said(String outcome, Instant at) {
    return new Agreement(LOOKED.code(), outcome, "this", at);
  }

  private static Agreement about(String proposal, String condition) {
    return new Agreement(condition, "melden", proposal, SIGNED);
  }

  private static Signatory in(String function) {
    return who(function, GOOD.from(), GOOD.until(), Optional.empty());
  }

  private static Signatory from(Instant from) {
    return who(GOOD.function(), from, GOOD.until(), Optional.empty());
  }

  private static Signatory until(Instant until) {
    return who(GOOD.function(), GOOD.from(), until, Optional.empty());
  }

  private static Signatory withdrawn() {
    return who(GOOD.function(), GOOD.from(), GOOD.until(), Optional.of(NOW));
  }

  private static Signatory who(
      String function, Instant from, Instant until, Optional<Instant> withdrawn) {
    return new Signatory(
        GOOD.id(), SCHOOL, OTHER, function, "print", Optional.empty(), from, until, withdrawn);
  }
}
