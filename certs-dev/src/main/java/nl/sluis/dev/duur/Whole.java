package nl.sluis.dev.duur;

import java.util.concurrent.CompletableFuture;
import nl.sluis.dev.rig.Caller;

/// One whole exchange: a message is offered, its parcel is fetched and acknowledged.
///
/// May be shared between threads.
///
/// @param school who offers
/// @param cjg who fetches and acknowledges
record Whole(Caller school, Caller cjg) {
  /// Makes the three calls, one after the other.
  ///
  /// @return empty when all three went well; otherwise which one did not, with its status (0 when
  ///   no answer came)
  CompletableFuture<String> exchange(byte[] message) {
    return school
        .send(message)
        .thenCompose(
            sent ->
                sent.status() == 200
                    ? fetch("/v1/postbus/" + sent.text("pakket"))
                    : failed("aanbieden", sent.status()));
  }

  private CompletableFuture<String> fetch(String parcel) {
    return cjg.act(parcel + "/uitreikingen")
        .thenCompose(
            given ->
                given.status() == 200 ? acknowledge(parcel) : failed("ophalen", given.status()));
  }

  private CompletableFuture<String> acknowledge(String parcel) {
    return cjg.act(parcel + "/bevestigingen")
        .thenApply(seen -> seen.status() == 204 ? "" : "bevestigen " + seen.status());
  }

  private static CompletableFuture<String> failed(String step, int status) {
    return CompletableFuture.completedFuture(step + " " + status);
  }
}
