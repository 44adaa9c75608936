package nl.sluis.dev.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.sluis.dev.rig.Caller;
import nl.sluis.dev.rig.ChildJvm;
import nl.sluis.dev.rig.CpuTimes;
import nl.sluis.dev.rig.Household;
import nl.sluis.dev.rig.Load;
import nl.sluis.dev.rig.Page;
import nl.sluis.dev.rig.Rig;
import nl.sluis.dev.rig.Seen;
import nl.sluis.dev.rig.Signals;

/// `./sluis bench`: what a full exchange costs, beside the least that any gateway must do; with
/// `beslissing` only what deciding costs, beside engines of others.
///
/// Everything runs in one go on one machine, warmed up by count and taking turns, because figures
/// of different moments cannot be compared. Only ratios say something about the code.
public final class Bench {
  private final PrintStream out;
  private final Sizes sizes;

  private Bench(PrintStream out, Sizes sizes) {
    this.out = out;
    this.sizes = sizes;
  }

  /// Measures and tells.
  ///
  /// @return the exit code
  public static int run(List<String> options, PrintStream out) {
    if (options.equals(List.of("beslissing"))) {
      return Deciding.run(out);
    }
    var command = "bench " + String.join(" ", options);
    return Page.keep("bench", command.strip(), out, told -> measured(options, told));
  }

  private static int measured(List<String> options, PrintStream out) {
    try (var rig = Rig.temporary()) {
      var sizes = Sizes.read(options);
      var signals = new Signals(rig);
      try (var gateway = rig.gateway("gateway", 0).awaitListening();
          var bare = bare(rig, signals).awaitListening()) {
        new Bench(out, sizes).measure(rig, signals, gateway, bare);
        return 0;
      }
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return 2;
    }
  }

  private static ChildJvm bare(Rig rig, Signals signals) {
    var server = rig.site().server();
    var lists = rig.site().authority().crlFiles();
    var key = rig.folder().resolve("afzender.json");
    try {
      Files.writeString(key, signals.school().signing().toPublicJWK().toJSONString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rig.child(
        BareServer.class.getName(),
        "kaal",
        port ->
            List.of(
                String.valueOf(port),
                server.chainFile().toString(),
                server.keyFile().toString(),
                rig.site().authority().trustFile().toString(),
                lists.getFirst().toString(),
                lists.getLast().toString(),
                key.toString(),
                rig.postgres().database().url()));
  }

  private void measure(Rig rig, Signals signals, ChildJvm gateway, ChildJvm bare) {
    Machine.tell(out, sizes);
    try (var cjg = new Caller(rig, signals.cjg(), gateway.port(), sizes.atOnce());
        var school = new Caller(rig, signals.school(), gateway.port(), sizes.atOnce());
        var echo = new Caller(rig, signals.school(), bare.port(), sizes.atOnce())) {
      cjg.authenticate();
      signals.publishKey(cjg);
      school.authenticate();
      var household = Household.register(signals, school, sizes.children(), true);
      out.printf("%d gezinnen staan vast; berichten worden ondertekend ...%n", sizes.children());
      var messages = sign(signals, household);
      var table = new ArrayList<Measured>();
      var meter = new Meter(rig, gateway.handle(), bare.handle());
      interleave(table, meter, echo, school, messages);
      raw(table, rig);
      var whole = new WholeExchanges(school, cjg, messages, sizes);
      whole.measure(table, meter);
      Report.print(out, table);
      Profile.tell(
          out,
          rig,
          gateway,
          () -> accept(school, messages, sizes.warm() + sizes.rounds() * sizes.window()));
    }
  }

  private List<byte[]> sign(Signals signals, Household household) {
    return IntStream.range(0, sizes.messages() + sizes.whole())
        .parallel()
        .mapToObj(
            i -> signals.message(household.child(i)).text().getBytes(StandardCharsets.US_ASCII))
        .toList();
  }

  private void interleave(
      List<Measured> table, Meter meter, Caller echo, Caller school, List<byte[]> messages) {
    IntFunction<CompletableFuture<Integer>> plain = post(echo, "/echo", messages);
    IntFunction<CompletableFuture<Integer>> verified = post(echo, "/verify", messages);
    out.println("opwarmen ...");
    Load.run(sizes.warm(), sizes.atOnce(), plain);
    Load.run(sizes.warm(), sizes.atOnce(), verified);
    Load.run(sizes.warm(), sizes.atOnce(), i -> sent(school, messages.get(i)));
    for (int round = 0; round < sizes.rounds(); round++) {
      int first = sizes.warm() + round * sizes.window();
      table.add(meter.bare("a", () -> Load.run(sizes.window(), sizes.atOnce(), plain)));
      table.add(meter.bare("b", () -> Load.run(sizes.window(), sizes.atOnce(), verified)));
      table.add(meter.gateway("d", () -> accept(school, messages, first)));
    }
  }

  private Load.Result accept(Caller school, List<byte[]> messages, int first) {
    return Load.run(sizes.window(), sizes.atOnce(), i -> sent(school, messages.get(first + i)));
  }

  private static CompletableFuture<Integer> sent(Caller school, byte[] message) {
    return school.send(message).thenApply(Seen::status);
  }

  private static IntFunction<CompletableFuture<Integer>> post(
      Caller caller, String path, List<byte[]> messages) {
    return i ->
        caller
            .post(path, "application/sd-jwt", messages.get(i % messages.size()))
            .thenApply(Seen::status);
  }

  private void raw(List<Measured> table, Rig rig) {
    var database = rig.postgres().database();
    RawInserts.run(database, 8, sizes.window() / 4);
    for (int clients : List.of(1, 8, 32)) {
      int count = Math.max(clients, clients == 1 ? sizes.window() / 4 : sizes.window());
      table.add(
          new Measured(
              "c" + clients, RawInserts.run(database, clients, count), new CpuTimes(0, 0, 0, 0)));
    }
  }
}
