package nl.sluis.policies.convenant;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.overleg.OverlegKind;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Reads `overleggen.yaml`: which tables there are, who sit at them and what may be asked there.
final class OverlegReader {
  private static final int MOST = 20;
  private static final int DAYS = 42;

  private final Faults faults;
  private final Vocabulary vocabulary;
  private final List<Rule> rules;
  private final Set<Role> held;

  /// @param held the roles that some party of this convenant fulfils; a fixed role that nobody
  ///   fulfils here may sit at the table, and is not asked for
  OverlegReader(Faults faults, List<Rule> rules, Set<Role> held) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
    this.rules = rules;
    this.held = held;
  }

  Map<String, OverlegKind> read(Entry file) {
    var tables = new LinkedHashMap<String, OverlegKind>();
    for (var block : file.entries("overleggen")) {
      var table = table(block);
      if (tables.putIfAbsent(table.code(), table) != null) {
        faults.add(block.spot(), "Het overleg `" + table.code() + "` staat er al.");
      }
    }
    file.close();
    return tables;
  }

  private OverlegKind table(Entry block) {
    var code = block.word("code").value();
    var fixed = vocabulary.roles(block.words("vasteRollen"));
    var possible = vocabulary.roles(block.words("anderenMogelijk"));
    var separate = vocabulary.roles(block.words("apart"));
    var purposes =
        block.words("doelen").stream().map(this::purpose).collect(Collectors.toUnmodifiableSet());
    var most = block.number("hoogstensMensen", MOST);
    if (fixed.isEmpty() || most < 2) {
      faults.add(block.spot(), "Een overleg heeft vaste rollen, en plaats voor ten minste twee.");
    }
    checkApart(block, fixed, possible, separate);
    checkSeats(block, purposes, List.of(fixed, possible, separate));
    var kind =
        new OverlegKind(
            code,
            block.word("naam").value(),
            block.word("gezin").value(),
            purposes,
            fixed.stream().filter(held::contains).collect(Collectors.toUnmodifiableSet()),
            Stream.concat(possible.stream(), fixed.stream().filter(role -> !held.contains(role)))
                .collect(Collectors.toUnmodifiableSet()),
            separate,
            agenda(block),
            most,
            block.number("dagenOpen", DAYS));
    block.close();
    return kind;
  }

  /// A table without a question leads to talk about a child without end.
  private Map<String, String> agenda(Entry block) {
    var agenda = new LinkedHashMap<String, String>();
    for (var question : block.entries("agendavragen")) {
      agenda.put(question.word("code").value(), question.word("zin").value());
      question.close();
    }
    if (agenda.isEmpty()) {
      faults.add(block.spot(), "Dit overleg heeft geen agendavraag; noem er ten minste één.");
    }
    return agenda;
  }

  private Purpose purpose(Word word) {
    var named = rules.stream().filter(r -> r.purpose().code().equals(word.value())).toList();
    if (!Purpose.isPurpose(word.value())) {
      faults.add(word.spot(), "`" + word.value() + "` is geen doel.");
      return new Purpose("onbekend");
    }
    if (named.isEmpty()) {
      faults.add(word.spot(), "Geen regel heeft het doel `" + word.value() + "`.");
    }
    if (!named.isEmpty()
        && named.stream().noneMatch(r -> r.conditions().contains(MemberList.CONDITION))) {
      faults.add(
          word.spot(),
          "Geen regel voor `"
              + word.value()
              + "` heeft de voorwaarde `"
              + MemberList.CONDITION
              + "`.");
    }
    return new Purpose(word.value());
  }

  // Whoever may share nothing at a table and receives nothing there has no business at it.
  private void checkSeats(Entry block, Set<Purpose> purposes, List<Set<Role>> seats) {
    var speaking = rules.stream().filter(r -> purposes.contains(r.purpose())).toList();
    seats.stream()
        .flatMap(Set::stream)
        .filter(
            role ->
                speaking.stream().noneMatch(r -> r.from().contains(role) || r.to().contains(role)))
        .sorted()
        .forEach(
            role ->
                faults.add(
                    block.spot(),
                    "De rol `"
                        + role
                        + "` zit aan deze tafel, maar geen regel voor deze doelen laat haar iets"
                        + " sturen of ontvangen."));
  }

  private void checkApart(
      Entry block, Set<Role> fixed, Collection<Role> possible, Set<Role> separate) {
    for (var role : separate) {
      if (fixed.contains(role) || possible.contains(role)) {
        faults.add(block.spotOf("apart"), "De rol `" + role + "` staat ook bij wie er zo bij mag.");
      }
    }
  }
}
