package nl.sluis.gateway.maandoverzicht;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.logbook.TreeHash;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;

/// Commits to the trees of some viewers of one period with one row of the logbook, which is about
/// nobody and always of the same shape.
///
/// Trees that somebody else committed to meanwhile are passed over.
///
/// @param table where they are kept
/// @param random fills the places that are not used
/// @param drafts at most [Committed#ROOTS], all of one period
record Committing(MonthTable table, SecureRandom random, List<Draft> drafts)
    implements Work<Integer> {
  /// @throws IllegalArgumentException when there are too many, or of different periods
  Committing {
    drafts = List.copyOf(drafts);
    if (drafts.isEmpty()
        || drafts.size() > Committed.ROOTS
        || drafts.stream().map(Draft::period).distinct().count() != 1) {
      throw new IllegalArgumentException("one row is for some trees of one period");
    }
  }

  @Override
  public Needs needs() {
    return Needs.nothing();
  }

  @Override
  public Plan<Integer> plan(Found found) throws SQLException {
    table.alone(found.tx());
    var left = table.notThere(found.tx(), drafts);
    return left.isEmpty() ? Plan.known(0) : new Placed(table, left, slots(left.size()), random);
  }

  private List<Integer> slots(int count) {
    var slots = new ArrayList<>(IntStream.range(0, Committed.ROOTS).boxed().toList());
    Collections.shuffle(slots, random);
    return List.copyOf(slots.subList(0, count));
  }

  /// The roots at the places that chance gave them.
  private static final class Placed implements Plan<Integer> {
    private final MonthTable table;
    private final List<Draft> drafts;
    private final List<Integer> slots;
    private final LeafTree tree;

    Placed(MonthTable table, List<Draft> drafts, List<Integer> slots, SecureRandom random) {
      this.table = table;
      this.drafts = drafts;
      this.slots = slots;
      var hash = new TreeHash();
      var leaves = new ArrayList<byte[]>(Committed.ROOTS);
      for (int slot = 0; slot < Committed.ROOTS; slot++) {
        int at = slots.indexOf(slot);
        leaves.add(at < 0 ? bytes(random) : hash.leaf(drafts.get(at).root()));
      }
      this.tree = new LeafTree(leaves);
    }

    private static byte[] bytes(SecureRandom random) {
      var bytes = new byte[TreeHash.LENGTH];
      random.nextBytes(bytes);
      return bytes;
    }

    @Override
    public List<Entry> entries() {
      return List.of(new Entry(EntryKind.MONTH, Optional.empty(), detail()));
    }

    private ObjectNode detail() {
      var period = drafts.getFirst().period();
      return JsonNodeFactory.instance
          .objectNode()
          .put("maand", period.month().toString())
          .put("tot", period.until().toString())
          .put("wortel", Base64.getUrlEncoder().withoutPadding().encodeToString(tree.root()));
    }

    @Override
    public void write(Writes writes, List<Logged> rows) throws SQLException {
      var row = rows.getFirst().index();
      var all = new ArrayList<Committed>();
      for (int at = 0; at < drafts.size(); at++) {
        var draft = drafts.get(at);
        int slot = slots.get(at);
        all.add(
            new Committed(
                draft.subject(),
                draft.viewer(),
                draft.period(),
                draft.root(),
                draft.leaves(),
                new Committed.Stands(row, slot, tree.path(slot))));
      }
      table.add(writes.tx(), all);
    }

    @Override
    public Integer answer(Written written) {
      return drafts.size();
    }
  }
}
