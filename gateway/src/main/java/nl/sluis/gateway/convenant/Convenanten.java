package nl.sluis.gateway.convenant;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.ConvenantFiles;
import nl.sluis.policies.convenant.ConvenantShelf.SetAside;
import nl.sluis.policies.convenant.Signatures;
import nl.sluis.policies.convenant.Signatures.Signature;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.NonEmpty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the law up to date: new versions in the folder, new signatures in the database.
///
/// A version that is broken is refused with all its faults and never takes the place of a good one;
/// an adopted version that was changed is refused too. An adopted version of which the folder is
/// gone or differs is read as it was adopted, from the database. What happened to a text is told
/// once, as a row of the logbook. Thread-safe.
public final class Convenanten {
  private static final Logger LOG = LoggerFactory.getLogger(Convenanten.class);

  /// Under what an adopted text is held that no folder has; no folder is called so.
  private static final String KEPT = "bewaard:";

  private final ConvenantTexts texts;
  private final ConvenantTable table;
  private final boolean examplesCount;
  private final InstantSource clock;
  private final CurrentLaw law;
  private final Map<String, Convenant> good = new TreeMap<>();
  private final List<News> news = new ArrayList<>();
  private final Map<String, News> refused = new TreeMap<>();
  private final Set<String> lost = new HashSet<>();
  private final Set<SetAside> told = new HashSet<>();
  private String lastRead = "";
  private boolean opened;
  private List<Signature> signatures = List.of();

  private Convenanten(
      ConvenantTexts texts,
      ConvenantTable table,
      boolean examplesCount,
      InstantSource clock,
      Connection connection)
      throws SQLException {
    this.clock = clock;
    this.texts = texts;
    this.table = table;
    this.examplesCount = examplesCount;
    read(connection);
    if (good.isEmpty()) {
      throw new IllegalStateException(
          "Er is geen convenant dat gelezen kan worden:\n"
              + String.join("\n", news.stream().flatMap(n -> n.faults().stream()).toList()));
    }
    this.signatures = signatures(connection);
    this.law = new CurrentLaw(newLaw());
    tellLanesOff();
    this.opened = true;
  }

  /// Reads what there is.
  ///
  /// @param examplesCount whether convenanten with the status `voorbeeld` run here
  /// @throws IllegalStateException naming every fault, when not one version is whole
  public static Convenanten open(
      ConvenantTexts texts,
      ConvenantTable table,
      boolean examplesCount,
      InstantSource clock,
      Connection connection)
      throws SQLException {
    return new Convenanten(texts, table, examplesCount, clock, connection);
  }

  /// The law, which follows what is read later.
  public CurrentLaw law() {
    return law;
  }

  /// The digests of the texts by which is decided.
  public synchronized Set<String> digests() {
    return good.values().stream().map(Convenant::digest).collect(Collectors.toUnmodifiableSet());
  }

  /// The law of those texts that lie here and are among these; for a start without a database,
  /// where nobody can be asked who signed. It decides acute reports and nothing else, for those are
  /// carried by the law itself.
  ///
  /// @throws IllegalStateException when not one of them lies here
  public static CurrentLaw believed(
      ConvenantTexts texts, Set<String> digests, boolean examplesCount) throws IOException {
    var believed =
        Read.of(texts.read()).whole().values().stream()
            .filter(convenant -> digests.contains(convenant.digest()))
            .toList();
    if (believed.isEmpty()) {
      throw new IllegalStateException("none of the convenanten here was in use before");
    }
    return new CurrentLaw(new Law(new NonEmpty<>(believed), Signatures.none(), examplesCount));
  }

  /// What lies here and is not used, with the reasons.
  public synchronized List<NotUsed> notUsed() {
    return Stream.concat(refused.values().stream(), law.now().setAside().stream().map(News::aside))
        .map(NotUsed::of)
        .toList();
  }

  /// Takes over what changed in the folder and in the database.
  public synchronized void refresh(Connection connection) throws SQLException {
    boolean texted = read(connection);
    var now = signatures(connection);
    if (texted || !now.equals(signatures)) {
      signatures = now;
      try {
        law.replace(newLaw());
        if (texted) {
          tellLanesOff();
        }
      } catch (IllegalArgumentException e) {
        LOG.warn("the convenanten were not taken over: {}", e.getMessage());
      }
    }
  }

  /// Puts what happened to texts in line for the logbook; what could not be written is tried again
  /// the next time.
  public synchronized void announce(Sequencer sequencer) {
    var taken = List.copyOf(news);
    news.clear();
    for (var one : taken) {
      var _ =
          sequencer
              .submit(new TextSeen(table, one))
              .whenComplete(
                  (_, failed) -> {
                    if (failed != null) {
                      again(one);
                    }
                  });
    }
  }

  private synchronized void again(News one) {
    news.add(one);
  }

  private void tellLanesOff() {
    LanesOff.of(law.now(), clock.instant()).forEach(LOG::warn);
  }

  private Law newLaw() {
    var next =
        new Law(
            new NonEmpty<>(List.copyOf(good.values())), Signatures.of(signatures), examplesCount);
    for (var aside : next.setAside()) {
      if (told.add(aside)) {
        LOG.warn(
            "convenant {} {} is not used: {}",
            aside.convenant().id(),
            aside.convenant().version(),
            aside.why());
        news.add(News.aside(aside));
      }
    }
    return next;
  }

  private List<Signature> signatures(Connection connection) throws SQLException {
    return table.signatures(connection).stream().map(ConvenantTable.Given::signature).toList();
  }

  /// @return whether anything changed
  private boolean read(Connection connection) throws SQLException {
    var adopted = table.adopted(connection);
    boolean changed = readFolder(adopted);
    return restore(connection, adopted.values()) || changed;
  }

  private boolean readFolder(Map<String, String> adopted) {
    Map<String, String> files;
    try {
      files = texts.read();
    } catch (IOException e) {
      LOG.warn("the convenanten cannot be read: {}", e.getClass().getSimpleName());
      return false;
    }
    var digest = Read.digest(files);
    if (digest.equals(lastRead)) {
      return false;
    }
    lastRead = digest;
    refused.clear();
    var read = Read.of(files);
    var perVersion = ConvenantFiles.perVersion(files);
    read.whole()
        .forEach(
            (folder, convenant) ->
                take(folder, convenant, perVersion.getOrDefault(folder, Map.of()), adopted));
    for (var broken : read.broken()) {
      var text =
          new ConvenantTable.Text(broken.digest(), broken.convenant(), broken.version(), false);
      refuse(broken.folder(), text, broken.faults());
    }
    return true;
  }

  /// What was adopted stays, whatever became of the folder it came from.
  private boolean restore(Connection connection, Collection<String> adopted) throws SQLException {
    boolean changed = false;
    for (var digest : adopted) {
      if (lost.contains(digest) || good.values().stream().anyMatch(isText(digest))) {
        continue;
      }
      var kept =
          Read.of(table.kept(connection, digest)).whole().values().stream()
              .filter(isText(digest))
              .findFirst();
      if (kept.isEmpty()) {
        lost.add(digest);
        LOG.warn("the adopted text {} is neither in the folder nor kept", digest);
        continue;
      }
      good.values().removeIf(c -> isVersion(c, kept.get()));
      good.put(KEPT + digest, kept.get());
      changed = true;
      LOG.info(
          "convenant {} {} was read as it was adopted, from the database",
          kept.get().id(),
          kept.get().version());
    }
    return changed;
  }

  private static Predicate<Convenant> isText(String digest) {
    return convenant -> convenant.digest().equals(digest);
  }

  private static boolean isVersion(Convenant one, Convenant other) {
    return one.id().equals(other.id()) && one.version().equals(other.version());
  }

  private void take(
      String folder, Convenant convenant, Map<String, String> files, Map<String, String> adopted) {
    var text = ConvenantTable.Text.of(convenant);
    var before = adopted.get(convenant.id() + " " + convenant.version());
    var here = good.get(folder);
    boolean changed =
        (before != null && !before.equals(convenant.digest()))
            || (here != null
                && here.status() == Convenant.Status.VASTGESTELD
                && !here.digest().equals(convenant.digest()));
    if (changed) {
      refuse(folder, text, List.of(changed(folder)));
      return;
    }
    if (here != null && here.digest().equals(convenant.digest())) {
      return;
    }
    if (before == null && isTooLate(convenant, adopted.keySet())) {
      refuse(
          folder,
          text,
          List.of(
              folder
                  + "convenant.yaml:1: Deze versie is vastgesteld na haar eerste dag ("
                  + convenant.validFrom()
                  + "), en wat toen besloten is verandert niet meer. Kies bij `geldigVan` een dag"
                  + " die nog komt."));
      return;
    }
    good.remove(KEPT + convenant.digest());
    good.put(folder, convenant);
    LOG.info(
        "convenant {} {} was read, {} rules, status {}",
        convenant.id(),
        convenant.version(),
        convenant.rules().size(),
        convenant.status());
    news.add(News.taken(text, files));
  }

  /// What is said of a version that was adopted with another text.
  static String changed(String folder) {
    return folder
        + "convenant.yaml:1: Deze versie is al vastgesteld met een andere tekst; een"
        + " vastgestelde versie verandert niet. Geef de nieuwe tekst een nieuwe versie.";
  }

  /// Would this version follow another one from a day that is over?
  private boolean isTooLate(Convenant convenant, Collection<String> adopted) {
    return convenant.status() == Convenant.Status.VASTGESTELD
        && (adopted.stream().anyMatch(name -> name.startsWith(convenant.id() + " "))
            || (opened && good.values().stream().anyMatch(c -> isAdopted(c, convenant.id()))))
        && convenant.validFrom().isBefore(LocalDate.ofInstant(clock.instant(), Age.CALENDAR));
  }

  private static boolean isAdopted(Convenant convenant, String id) {
    return convenant.id().equals(id) && convenant.status() == Convenant.Status.VASTGESTELD;
  }

  private void refuse(String folder, ConvenantTable.Text text, List<String> faults) {
    LOG.warn(
        "convenant {} {} is refused, {} faults; what was there before stays:\n{}",
        text.convenant(),
        text.version(),
        faults.size(),
        String.join("\n", faults));
    var one = News.refused(text, faults);
    refused.put(folder, one);
    news.add(one);
  }
}
