package nl.sluis.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.Partners;
import nl.sluis.gateway.message.SealedCheck;
import nl.sluis.policies.terms.DataCategory;
import org.junit.jupiter.api.Test;

class OpenerSpec {
  private final Partners partners = new Partners();
  private final byte[] leaf = new byte[32];
  private final Opener opener =
      new Opener(
          Partners.CJG,
          List.of(partners.coachKey),
          Partners.SLUIS,
          List.of(partners.bindingKey),
          partners.senders,
          InstantSource.fixed(Partners.NOW));

  @Test
  void the_receiver_reads_what_was_sealed_for_it_and_what_was_not() throws MessageFault {
    var sent =
        partners
            .signal()
            .sealed(DataCategory.K10, Partners.object("situatie", "druk"), partners.coachKey)
            .sign();
    var message = partners.verified(sent.text());
    new SealedCheck(partners.directory).check(message);
    var handOver =
        partners.binder.bind(
            message.minimise(Set.of("K01", "K10")), Partners.CJG, leaf, Partners.NOW);

    var opened = opener.open(handOver, proof -> Arrays.equals(proof, leaf));

    assertThat(opened.categories())
        .containsOnlyKeys(DataCategory.K01, DataCategory.K10)
        .containsEntry(DataCategory.K10, Partners.object("situatie", "druk"));
    assertThat(message.sealed()).containsExactly(DataCategory.K10);
  }
}
