package nl.sluis.policies.convenant;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// Reads `partijen.yaml`: who signed, in which roles, since when.
final class PartyReader {
  private static final Set<String> WITHOUT_ROLE = Set.of("leverancier", "sluis");

  private final Faults faults;
  private final Vocabulary vocabulary;
  private final Map<String, Oin> keys = new LinkedHashMap<>();
  private final Map<Oin, Party> parties = new LinkedHashMap<>();

  PartyReader(Faults faults) {
    this.faults = faults;
    this.vocabulary = new Vocabulary(faults);
  }

  Map<Oin, Party> read(Entry file) {
    List<Entry> blocks = file.entries("partijen");
    for (var block : blocks) {
      name(block);
    }
    for (var block : blocks) {
      read(block, keys.get(block.word("sleutel").value()));
    }
    file.close();
    return parties;
  }

  /// The party with this key, by which examples and fixed contacts point at it.
  Optional<Oin> party(Word key) {
    var oin = Optional.ofNullable(keys.get(key.value()));
    if (oin.isEmpty() && !key.value().isEmpty()) {
      faults.add(key.spot(), "De partij `" + key.value() + "` staat niet in partijen.yaml.");
    }
    return oin;
  }

  private void name(Entry block) {
    var key = block.word("sleutel");
    var oin = block.word("oin");
    if (!Oin.isOin(oin.value())) {
      faults.add(oin.spot(), "Een OIN heeft twintig tekens, waarvan de eerste acht cijfers zijn.");
      return;
    }
    if (keys.containsValue(new Oin(oin.value()))) {
      faults.add(oin.spot(), "Dit OIN staat al bij een andere partij.");
    }
    if (keys.putIfAbsent(key.value(), new Oin(oin.value())) != null) {
      faults.add(key.spot(), "De sleutel `" + key.value() + "` hoort al bij een andere partij.");
    }
  }

  private void read(Entry block, @Nullable Oin oin) {
    var kind = vocabulary.kind(block.word("soort"));
    var roles = vocabulary.roles(block.words("rollen"));
    if (roles.isEmpty() && !WITHOUT_ROLE.contains(kind)) {
      faults.add(block.spot(), "Deze partij heeft geen rol; noem er ten minste één bij `rollen`.");
    }
    var name = block.word("naam").value();
    block.word("toetreding");
    var acceded = block.day("toetreding");
    var left = block.day("uittreding");
    var municipalities = block.words("gemeenten").stream().map(Word::value).toList();
    var contacts = contacts(block);
    var bsn = block.flag("bsn");
    block.close();
    if (oin != null && acceded.isPresent()) {
      parties.put(
          oin,
          new Party(oin, name, kind, roles, acceded.get(), left, municipalities, contacts, bsn));
    }
  }

  private Map<Role, Oin> contacts(Entry block) {
    var contacts = new HashMap<Role, Oin>();
    block
        .entry("vasteOntvanger")
        .ifPresent(
            entry -> {
              for (var key : entry.freeKeys()) {
                var role = vocabulary.role(key);
                var oin = party(entry.word(key.value()));
                role.ifPresent(r -> oin.ifPresent(o -> contacts.put(r, o)));
              }
            });
    return contacts;
  }
}
