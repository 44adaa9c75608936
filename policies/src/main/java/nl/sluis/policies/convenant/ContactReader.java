package nl.sluis.policies.convenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import nl.sluis.policies.contact.ContactFunction;
import nl.sluis.policies.contact.Wall;

/// Reads `contacten.yaml`: in which functions a school has a contact, and which roles one person
/// may not mix.
final class ContactReader {
  private final Faults faults;
  private final Vocabulary vocabulary;
  private final List<ContactFunction> functions = new ArrayList<>();
  private final List<Wall> walls = new ArrayList<>();

  ContactReader(Faults faults) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
  }

  void read(Entry file) {
    file.entries("contacten").forEach(this::function);
    file.entries("muren").forEach(this::wall);
    file.close();
  }

  List<ContactFunction> functions() {
    return functions;
  }

  List<Wall> walls() {
    return walls;
  }

  private void function(Entry block) {
    var role = vocabulary.role(block.word("rol"));
    var parts = new HashMap<String, List<String>>();
    block
        .entry("bij")
        .ifPresent(
            kinds ->
                kinds
                    .freeKeys()
                    .forEach(
                        kind ->
                            parts.put(
                                vocabulary.kind(kind),
                                kinds.words(kind.value()).stream().map(Word::value).toList())));
    var family = block.flag("gezinSpreekt");
    block.close();
    if (parts.values().stream().anyMatch(List::isEmpty) || parts.isEmpty()) {
      faults.add(block.spot(), "Noem bij `bij` per soort school ten minste één deel.");
    }
    role.ifPresent(r -> functions.add(new ContactFunction(r, parts, family)));
  }

  private void wall(Entry block) {
    var code = block.word("code").value();
    var one = vocabulary.roles(block.words("tussen"));
    var other = vocabulary.roles(block.words("en"));
    var effect = vocabulary.of(Wall.Effect.class, block.word("gevolg"), "Het gevolg");
    var sentence = block.word("zin").value();
    block.close();
    if (one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains)) {
      faults.add(block.spot(), "Een muur staat tussen rollen en andere rollen.");
    }
    effect.ifPresent(e -> walls.add(new Wall(code, one, other, e, sentence)));
  }
}
