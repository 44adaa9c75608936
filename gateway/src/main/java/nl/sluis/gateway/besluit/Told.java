package nl.sluis.gateway.besluit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import nl.sluis.gateway.vorm.Words;

/// What stands on the screen before somebody decides, piece by piece. What is printed is what is
/// hashed into the consent: there is no other text. Immutable; may be shared between threads.
///
/// @param blocks in the order in which they are read
public record Told(List<Block> blocks) {
  /// Copies its parts.
  public Told {
    blocks = List.copyOf(blocks);
  }

  /// One piece.
  public sealed interface Block {
    /// What the pieces after it are about.
    record Heading(String text) implements Block {}

    /// Something that is said.
    record Sentence(String text) implements Block {}

    /// Some things.
    ///
    /// @param things in the words of the convenant, each in its own language
    record Things(List<Words> things) implements Block {
      /// Copies its parts.
      public Things {
        things = List.copyOf(things);
      }
    }
  }

  /// This, and then that.
  public Told and(Told more) {
    return new Told(Stream.concat(blocks.stream(), more.blocks.stream()).toList());
  }

  /// SHA-256 over every word in its order, in hexadecimal. Each piece has its length before it, so
  /// that no two texts have the same number.
  ///
  /// @param language in which it is read
  /// @param texts the number of the texts from which it was made
  public String hash(String language, String texts) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      Stream.concat(
              Stream.of("sluis-getoond-1", language, texts), blocks.stream().flatMap(Told::pieces))
          .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
          .forEach(
              bytes -> {
                sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha.update(bytes);
              });
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static Stream<String> pieces(Block block) {
    return switch (block) {
      case Block.Heading(String text) -> Stream.of("kop", text);
      case Block.Sentence(String text) -> Stream.of("zin", text);
      case Block.Things(var things) ->
          Stream.concat(
              Stream.of("lijst", Integer.toString(things.size())),
              things.stream().map(Words::text));
    };
  }
}
