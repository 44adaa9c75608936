package nl.sluis.gateway.bundel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.MerkleProof;
import nl.sluis.gateway.logbook.OpenedCheckpoint;
import nl.sluis.gateway.logbook.SignedFile;
import nl.sluis.gateway.logbook.TreeHash;

/// Checks the rows and steps of a bundle: each stands in the tree of the case, once, and its row in
/// the logbook where that is open. Pure.
final class BundleLines {
  private BundleLines() {}

  /// @param checkpoint what the places are proved against; empty when there is none
  /// @param faults gets what is wrong
  static void check(JsonNode told, Optional<OpenedCheckpoint> checkpoint, List<String> faults) {
    var root = SignedFile.bytes(told.path("boom").path("wortel"));
    var places = new HashSet<Integer>();
    int number = 0;
    for (var line : told.path("regels")) {
      number++;
      int place = line.path("plaats").asInt(-1);
      var hash = leafOf(line.path("velden"));
      if (hash.isEmpty()
          || !MerkleProof.includes(
              place, CaseTree.LEAVES, hash.get(), hashes(line.path("pad")), root)) {
        faults.add("Regel %d past niet bij wat is vastgelegd.".formatted(number));
      }
      if (!places.add(place)) {
        faults.add("Regel %d staat er meer dan eens in.".formatted(number));
      }
      var standing = line.path("velden").path(Field.PLEK.word());
      if (standing.has("waarde")
          && checkpoint.filter(one -> stands(line, standing.path("waarde"), one)).isEmpty()) {
        faults.add("De rij van regel %d staat niet in het logboek.".formatted(number));
      }
    }
  }

  private static boolean stands(JsonNode line, JsonNode standing, OpenedCheckpoint checkpoint) {
    return MerkleProof.includes(
        standing.path("rij").asLong(-1),
        checkpoint.size(),
        new TreeHash().leaf(SignedFile.bytes(standing.path("blad"))),
        hashes(line.path("bewijs")),
        checkpoint.root());
  }

  private static Optional<byte[]> leafOf(JsonNode fields) {
    var digests = new ByteArrayOutputStream();
    for (var name : Field.WORDS) {
      var field = fields.path(name);
      digests.writeBytes(
          field.has("waarde")
              ? Blinds.digest(SignedFile.bytes(field.path("zout")), name, field.path("waarde"))
              : SignedFile.bytes(field.path("afdruk")));
    }
    boolean isWhole =
        digests.size() == Field.WORDS.size() * TreeHash.LENGTH
            && fields.size() == Field.WORDS.size();
    return isWhole ? Optional.of(new TreeHash().leaf(digests.toByteArray())) : Optional.empty();
  }

  private static List<byte[]> hashes(JsonNode path) {
    var hashes = new ArrayList<byte[]>();
    path.forEach(one -> hashes.add(SignedFile.bytes(one)));
    return hashes;
  }
}
