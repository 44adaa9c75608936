package nl.sluis.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.sluis.gateway.client.Draft;
import nl.sluis.policies.terms.DataCategory;
import org.junit.jupiter.api.Test;

/// What the receiver gets, seen through a library that is not ours.
class WithheldSpec {
  private static final long SEED = 20261122;
  private static final Set<String> VISIBLE =
      Set.of("iss", "aud", "jti", "iat", "exp", "doel", "van", "aan", "cnf");

  private final Partners partners = new Partners();

  @Test
  void a_library_that_is_not_ours_sees_only_what_may_pass_for_any_choice_of_categories()
      throws Exception {
    var random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      var offered = some(random, category -> true);
      var permitted = some(random, offered::contains);
      var sent = offering(offered).sign();
      var names = permitted.stream().map(DataCategory::name).collect(Collectors.toSet());

      var released = partners.verified(sent.text()).minimise(names).text();

      var foreign = SDJWT.parse(released);
      var jws = JWSObject.parse(foreign.getCredentialJwt());
      assertThat(jws.verify(new ECDSAVerifier(partners.schoolKey.toPublicJWK()))).isTrue();
      var seen =
          new SDObjectDecoder()
              .decode(jws.getPayload().toJSONObject(), foreign.getDisclosures())
              .keySet();
      var expected = new HashSet<>(VISIBLE);
      expected.addAll(names);
      assertThat(seen).as("round " + round).isEqualTo(expected);
      var readable = everythingReadable(released);
      assertThat(withheld(offered, permitted)).noneMatch(readable::contains);
    }
  }

  @Test
  void the_number_of_digests_is_the_same_however_much_was_offered() throws Exception {
    for (var offered : List.of(EnumSet.noneOf(DataCategory.class), all())) {
      var jws = JWSObject.parse(SDJWT.parse(offering(offered).sign().text()).getCredentialJwt());

      assertThat((List<?>) jws.getPayload().toJSONObject().get("_sd")).hasSize(32);
    }
  }

  @Test
  void whoever_guesses_the_right_value_cannot_tell_from_the_digests() throws Exception {
    var digests = digests(offering(EnumSet.of(DataCategory.K11)));
    var value = Partners.object("inhoud", canary(DataCategory.K11)).toString();

    for (var salt : List.of("", "AAAAAAAAAAAAAAAAAAAAAA", Forged.JTI, Partners.SCHOOL.value())) {
      var guess = "[\"" + salt + "\",\"K11\"," + value + "]";
      var encoded = Base64Url.encode(guess.getBytes(StandardCharsets.UTF_8));
      assertThat(digests).doesNotContain(Disclosure.digestOf(encoded));
    }
  }

  @Test
  void the_same_value_has_another_digest_in_every_message() throws Exception {
    var seen = new HashSet<String>();
    for (int round = 0; round < 50; round++) {
      var digests = digests(offering(EnumSet.of(DataCategory.K11)));
      assertThat(seen).doesNotContainAnyElementsOf(digests);
      seen.addAll(digests);
    }
  }

  @Test
  void reference_person_conditions_and_motives_are_withheld_with_the_categories()
      throws MessageFault {
    var sent = partners.signal().necessity(DataCategory.K09, "omdat het moet").sign();

    var released = partners.verified(sent.text()).minimise(Set.of("K01")).text();

    assertThat(everythingReadable(released))
        .contains("Sanne")
        .doesNotContain("4711", "med-77", "2026-11-03", "omdat", "slaapt", "noodzaak", "handelend");
  }

  private Draft offering(Set<DataCategory> offered) {
    var draft = partners.school().draft(Partners.SIGNAL, Partners.FROM, Partners.TO);
    offered.forEach(one -> draft.category(one, Partners.object("inhoud", canary(one))));
    return draft;
  }

  private static String canary(DataCategory category) {
    return "kanarie-" + category.slug();
  }

  private static List<String> withheld(Set<DataCategory> offered, Set<DataCategory> permitted) {
    return offered.stream()
        .filter(category -> !permitted.contains(category))
        .map(WithheldSpec::canary)
        .toList();
  }

  private static EnumSet<DataCategory> all() {
    return EnumSet.allOf(DataCategory.class);
  }

  private static EnumSet<DataCategory> some(Random random, Predicate<DataCategory> from) {
    var some = all();
    some.removeIf(category -> !from.test(category) || random.nextBoolean());
    return some;
  }

  /// Every part decoded as far as it goes, as somebody would who looks for more than he was given.
  private static String everythingReadable(String released) throws MessageFault {
    var readable = new StringBuilder(released);
    for (var part : released.split("[.~]", -1)) {
      readable.append(new String(Base64Url.decode(part), StandardCharsets.ISO_8859_1));
    }
    return readable.toString();
  }

  private static Set<String> digests(Draft draft) throws java.text.ParseException {
    var jws = JWSObject.parse(SDJWT.parse(draft.sign().text()).getCredentialJwt());
    var listed = (List<?>) jws.getPayload().toJSONObject().get("_sd");
    return java.util.Objects.requireNonNull(listed).stream()
        .map(String::valueOf)
        .collect(Collectors.toSet());
  }
}
