package nl.sluis.dev.bench;

import java.io.PrintStream;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import nl.sluis.dev.rig.Load;

/// The clock of the sequencer's batches, as an exchange feels it.
final class Batches {
  private static final List<String> FIELDS =
      List.of("resolve", "lock", "read", "plan", "append", "write", "durable");
  private static final List<String> NAMES =
      List.of(
          "verwijzing opzoeken",
          "op slot zetten",
          "feiten lezen",
          "beslissen",
          "logboekrijen",
          "bericht en pakket",
          "vastleggen (commit)");

  private final double[] millis = new double[FIELDS.size()];
  private double queued;
  private double published;
  private int batches;
  private int publications;
  private int works;

  void batch(RecordedEvent event) {
    batches++;
    int count = event.getInt("works");
    works += count;
    queued += event.getLong("queued") / 1e6;
    for (int i = 0; i < FIELDS.size(); i++) {
      millis[i] += event.getLong(FIELDS.get(i)) / 1e6 * count;
    }
  }

  void publication(RecordedEvent event) {
    publications++;
    published += event.getDuration().toNanos() / 1e6;
  }

  void print(PrintStream out, Load.Result result) {
    if (works == 0) {
      out.println("(de gateway meldde geen groepen)");
      return;
    }
    out.printf(
        "klok van een uitwisseling, gemiddeld (groepen van gemiddeld %.1f):%n",
        1.0 * works / batches);
    out.printf("  %7.2f ms  wachten op de groep%n", queued / works);
    for (int i = 0; i < FIELDS.size(); i++) {
      out.printf("  %7.2f ms  %s%n", millis[i] / works, NAMES.get(i));
    }
    out.printf(
        "  %7.2f ms  checkpoint tekenen en bewijs maken%n", published / Math.max(1, publications));
    out.printf("  %7.2f ms  in totaal bij de client (p50)%n", result.p50Millis());
  }
}
