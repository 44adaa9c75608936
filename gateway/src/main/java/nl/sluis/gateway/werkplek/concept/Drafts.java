package nl.sluis.gateway.werkplek.concept;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.gateway.vorm.Asked;

/// The one folder of what was not sent yet: at most a day old, and read by nobody who has not the
/// cookie of the browser that wrote it (AVG 5(1)(c), (e) and (f)).
///
/// The folder holds no key. A file has a name that tells nothing, its day in the clear so that age
/// alone takes it away, and a content that opens with what the cookie of its browser yields.
/// Whoever takes the folder has nothing; whoever takes the cookie has what that browser had not
/// sent yet. May be shared between threads.
public final class Drafts {
  /// After this a draft is gone, counted from the first time it was kept.
  public static final Duration KEPT = Duration.ofHours(24);

  /// How large a draft may be, in bytes of JSON.
  public static final int LARGEST_BYTES = 128 * 1024;

  private static final String ENDING = ".concept";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,79}");
  private static final int SHORTEST_SECRET = 20;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FileAttribute<?>[] OWNER_ONLY =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
          }
          : new FileAttribute<?>[0];

  private final Path folder;
  private final String cookie;
  private final SecureRandom random;
  private final InstantSource clock;

  /// @param folder where the files stand; made when the first one comes
  /// @param cookie the name of the cookie whose value yields the key: random, of this browser
  ///   alone, and the same before and after a step-up
  public Drafts(Path folder, String cookie, SecureRandom random, InstantSource clock) {
    this.folder = folder;
    this.cookie = cookie;
    this.random = random;
    this.clock = clock;
  }

  /// The drafts that this browser can open for this person; none when it has no cookie that yields
  /// a key, and then nothing can be kept either.
  ///
  /// @param asked what came from the browser, with its cookies
  /// @param owner who is at the desk: organisation, role, function and pseudonym in one text, so
  ///   that the next person at the same browser opens nothing
  public Own of(Asked asked, String owner) {
    var secret = asked.cookies().getOrDefault(cookie, "");
    boolean opens = secret.length() >= SHORTEST_SECRET;
    return new Own(DraftSeal.of(opens ? secret : throwaway(), owner, random), opens);
  }

  private String throwaway() {
    var bytes = new byte[SHORTEST_SECRET];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Takes away what is older than a day, and what is no draft of ours.
  ///
  /// @return how many files went
  public synchronized int sweep() throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int gone = 0;
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        if (Files.isRegularFile(file) && !isAlive(file)) {
          gone += Files.deleteIfExists(file) ? 1 : 0;
        }
      }
    }
    return gone;
  }

  /// Whole or not at all; never while the old ones are taken away.
  private synchronized void write(Path file, byte[] sealed) throws IOException {
    Files.createDirectories(folder, OWNER_ONLY);
    var part = Files.createTempFile(folder, "deel", ENDING);
    try {
      Files.write(part, sealed);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private boolean isAlive(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return DraftSeal.began(in.readNBytes(DraftSeal.HEAD_BYTES)).filter(this::isYoung).isPresent();
    } catch (NoSuchFileException _) {
      return true;
    }
  }

  /// What is dated later than now was not written by this clock, and is as good as old.
  private boolean isYoung(Instant began) {
    var now = clock.instant();
    return !began.isAfter(now) && now.isBefore(began.plus(KEPT));
  }

  /// The drafts of one browser and one person. May be shared between threads; of two that keep the
  /// same name at once one stays, whole.
  public final class Own {
    private final DraftSeal seal;
    private final boolean opens;

    private Own(DraftSeal seal, boolean opens) {
      this.seal = seal;
      this.opens = opens;
    }

    /// The draft under this name; empty when there is none that this browser opens, or its day is
    /// over.
    ///
    /// @param name of lower-case letters, digits and dashes, at most eighty; never with anything
    ///   about a person
    public Optional<ObjectNode> read(String name) throws IOException {
      return opened(name).flatMap(draft -> object(draft.content()));
    }

    /// Keeps it under this name, in the place of what was there. Its day goes on from the first
    /// time: keeping it again makes no draft older than a day.
    ///
    /// @throws IOException when the disk does not take it, it is too large, or there is no key
    public void keep(String name, ObjectNode content) throws IOException {
      if (!opens) {
        throw new IOException("no cookie that yields a key");
      }
      var bytes = content.toString().getBytes(StandardCharsets.UTF_8);
      if (bytes.length > LARGEST_BYTES) {
        throw new IOException("a draft is at most " + LARGEST_BYTES + " bytes");
      }
      var began =
          opened(name)
              .map(DraftSeal.Opened::began)
              .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
      write(at(name), seal.seal(file(name), began, bytes));
    }

    /// Takes it away; nothing happens when it is not there.
    public void drop(String name) throws IOException {
      Files.deleteIfExists(at(name));
    }

    private Optional<DraftSeal.Opened> opened(String name) throws IOException {
      byte[] bytes;
      try {
        bytes = Files.readAllBytes(at(name));
      } catch (NoSuchFileException _) {
        return Optional.empty();
      }
      var draft = seal.open(file(name), bytes);
      if (draft.filter(found -> isYoung(found.began())).isEmpty()) {
        Files.deleteIfExists(at(name));
        return Optional.empty();
      }
      return draft;
    }

    private String file(String name) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("a draft has a name of lower-case letters and dashes");
      }
      return seal.name(name) + ENDING;
    }

    private Path at(String name) {
      return folder.resolve(file(name));
    }
  }

  private static Optional<ObjectNode> object(byte[] content) {
    try {
      return JSON.readTree(content) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
