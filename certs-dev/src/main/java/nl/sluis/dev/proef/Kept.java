package nl.sluis.dev.proef;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.rig.Seen;

/// What others still have when the database of Sluis is lost: the answers that it gave them, each
/// as a file, and the largest checkpoint in those. One thread.
final class Kept {
  private final Path folder;
  private final List<String> files = new ArrayList<>();
  private long size;
  private String largest = "";

  /// @param folder that is not there yet
  Kept(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The answer to a message that was accepted.
  void answer(Seen answer) {
    files.add(written("antwoord-" + files.size() + ".json", answer.body()).toString());
    // A proof ends with the checkpoint against which it was made; its second line says how many
    // rows there were.
    var proof = answer.text("ontvangstbewijs");
    var note = proof.substring(proof.indexOf("\n\n") + 2);
    var rows = Long.parseLong(note.lines().skip(1).findFirst().orElse("0"));
    if (rows > size) {
      size = rows;
      largest = note;
    }
  }

  /// The receipt of what a parent said.
  void receipt(String jws) {
    files.add(written("bewijs-" + files.size() + ".jwt", jws).toString());
  }

  /// Every file, to be taken in.
  List<String> files() {
    return List.copyOf(files);
  }

  /// The largest checkpoint of all.
  Path checkpoint() {
    return written("controlepunt", largest);
  }

  private Path written(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
