package nl.sluis.policies.convenant;

/// Something in the files of a convenant that must be mended before it can be used.
///
/// @param file the path of the file, as it was handed in
/// @param line the line, counted from one; zero when the fault is about a whole file
/// @param sentence what is wrong and what to do, in Dutch
public record ConvenantFault(String file, int line, String sentence)
    implements Comparable<ConvenantFault> {
  @Override
  public int compareTo(ConvenantFault other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : sentence.compareTo(other.sentence);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + sentence;
  }
}
