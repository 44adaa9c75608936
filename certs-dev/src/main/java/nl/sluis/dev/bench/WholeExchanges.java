package nl.sluis.dev.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.Seen;

/// Variant (e): a message is sent, handed over and confirmed, one after the other.
final class WholeExchanges {
  private final Caller school;
  private final Caller cjg;
  private final List<byte[]> messages;
  private final Sizes sizes;

  WholeExchanges(Caller school, Caller cjg, List<byte[]> messages, Sizes sizes) {
    this.school = school;
    this.cjg = cjg;
    this.messages = messages;
    this.sizes = sizes;
  }

  void measure(List<Measured> table, Meter meter) {
    int count = Math.max(1, sizes.window() / 3);
    int warm = sizes.whole() - count;
    Load.run(warm, sizes.atOnce(), i -> whole(sizes.messages() + i));
    table.add(
        meter.gateway(
            "e", () -> Load.run(count, sizes.atOnce(), i -> whole(sizes.messages() + warm + i))));
  }

  private CompletableFuture<Integer> whole(int number) {
    return school
        .send(messages.get(number))
        .thenCompose(
            sent ->
                sent.status() == 200
                    ? collect("/v1/postbus/" + sent.text("pakket"))
                    : CompletableFuture.completedFuture(sent.status()));
  }

  private CompletableFuture<Integer> collect(String parcel) {
    return cjg.act(parcel + "/uitreikingen")
        .thenCompose(
            given ->
                given.status() == 200
                    ? cjg.act(parcel + "/bevestigingen").thenApply(Seen::status)
                    : CompletableFuture.completedFuture(given.status()));
  }
}
