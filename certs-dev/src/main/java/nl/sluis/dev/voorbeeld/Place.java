package nl.sluis.dev.voorbeeld;

/// Where something stands in a scenario, so that whoever wrote it finds it back.
///
/// @param file the name of the file
/// @param line the line, from one
record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
