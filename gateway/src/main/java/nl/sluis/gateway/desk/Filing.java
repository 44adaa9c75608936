package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// Puts one thing on record together with its row in the logbook, or puts nothing on record.
public final class Filing implements Work<Outcome> {
  private final Needs needs;
  private final EntryKind kind;
  private final OnBehalf onBehalf;
  private final Act act;

  /// What is done under lock, and what the logbook is told of it.
  @FunctionalInterface
  public interface Act {
    /// Does it, in the transaction, or says why not.
    Result file(Found found, ObjectNode detail) throws SQLException;
  }

  /// What doing it came to.
  public sealed interface Result {
    /// It is on record under this name.
    ///
    /// @param told what else the partner should know, by the name of the field
    /// @param also the rows of what followed from it, in the same transaction
    record Filed(String id, Map<String, String> told, List<Entry> also) implements Result {
      /// Copies its parts.
      public Filed {
        told = Map.copyOf(told);
        also = List.copyOf(also);
      }

      /// Nothing followed from it.
      public Filed(String id, Map<String, String> told) {
        this(id, told, List.of());
      }

      /// Nothing else need be known.
      public Filed(String id) {
        this(id, Map.of(), List.of());
      }
    }

    /// It is on record under this name; the caller is told a secret that is written nowhere.
    ///
    /// @param told what else the partner should know, by the name of the field
    /// @param also the rows of what followed from it, in the same transaction
    record Secret(String id, String secret, Map<String, String> told, List<Entry> also)
        implements Result {
      /// Copies its parts.
      public Secret {
        told = Map.copyOf(told);
        also = List.copyOf(also);
      }

      /// Nothing followed from it.
      public Secret(String id, String secret, Map<String, String> told) {
        this(id, secret, told, List.of());
      }

      /// Nothing else need be known.
      public Secret(String id, String secret) {
        this(id, secret, Map.of());
      }
    }

    /// Nothing is on record.
    record Stopped(Outcome outcome) implements Result {}

    /// The same, with the rows of what followed from it; nothing follows from what was stopped.
    default Result also(List<Entry> entries) {
      return switch (this) {
        case Filed(String id, var told, var before) -> new Filed(id, told, both(before, entries));
        case Secret(String id, String secret, var told, var before) ->
            new Secret(id, secret, told, both(before, entries));
        case Stopped _ -> this;
      };
    }

    private static List<Entry> both(List<Entry> before, List<Entry> entries) {
      return Stream.concat(before.stream(), entries.stream()).toList();
    }

    /// What the consent desk said, in our words.
    static Result of(nl.sluis.consent.desk.Filed filed) {
      return switch (filed) {
        case nl.sluis.consent.desk.Filed.Done(UUID id) -> new Filed(id.toString());
        case nl.sluis.consent.desk.Filed.Faulty faulty ->
            new Stopped(
                new Outcome.Faulty(
                    faulty.faults().items().stream()
                        .map(f -> new Outcome.Fault(f.field(), f.sentence()))
                        .toList()));
      };
    }
  }

  /// @param needs what must be locked first
  /// @param kind of the row
  /// @param onBehalf who does it, for whom
  /// @param act what is done
  public Filing(Needs needs, EntryKind kind, OnBehalf onBehalf, Act act) {
    this.needs = needs;
    this.kind = kind;
    this.onBehalf = onBehalf;
    this.act = act;
  }

  @Override
  public Needs needs() {
    return needs;
  }

  @Override
  public Plan<Outcome> plan(Found found) throws SQLException {
    var refusal = onBehalf.refusal(found);
    if (refusal.isPresent()) {
      return Plan.known(refusal.get());
    }
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("afzender", onBehalf.caller().value());
    detail.set("namens", QuestionJson.party(onBehalf.party()));
    return Kept.of(act.file(found, detail), kind, found, detail);
  }

  /// Nothing under that name.
  public static Result notThere() {
    return new Result.Stopped(new Outcome.NotThere());
  }

  /// Something is wrong with what was handed in.
  public static Result fault(String field, String sentence) {
    return new Result.Stopped(new Outcome.Faulty(List.of(new Outcome.Fault(field, sentence))));
  }

  /// It may not be done.
  public static Result notAllowed(Denial why, String sentence) {
    return new Result.Stopped(new Outcome.NotAllowed(why, sentence));
  }
}
