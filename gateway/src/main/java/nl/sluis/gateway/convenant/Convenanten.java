package nl.sluis.gateway.convenant;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.Law;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Signatures;
import nl.sluis.policies.convenant.Signatures.Signature;
import nl.sluis.policies.terms.NonEmpty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the law up to date: new versions in the folder, new signatures in the database.
///
/// A version that is broken is refused with all its faults and never takes the place of a good one;
/// an adopted version that was changed is refused too. What happened to a text is told once, as a
/// row of the logbook. Thread-safe.
public final class Convenanten {
  private static final Logger LOG = LoggerFactory.getLogger(Convenanten.class);

  private final ConvenantTexts texts;
  private final ConvenantTable table;
  private final boolean examplesCount;
  private final InstantSource clock;
  private final CurrentLaw law;
  private final Map<String, Convenant> good = new TreeMap<>();
  private final List<News> news = new ArrayList<>();
  private String lastRead = "";
  private List<Signature> signatures = List.of();

  /// Something that happened to a text and must be a row.
  ///
  /// @param text which
  /// @param accepted whether it is used from now on
  /// @param faults why not, each with file, line and a Dutch sentence
  record News(ConvenantTable.Text text, boolean accepted, List<String> faults) {}

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
    next.shelf()
        .setAside()
        .forEach(
            aside ->
                LOG.warn(
                    "convenant {} {} is not used: {}",
                    aside.convenant().id(),
                    aside.convenant().version(),
                    aside.why()));
    return next;
  }

  private List<Signature> signatures(Connection connection) throws SQLException {
    return table.signatures(connection).stream().map(ConvenantTable.Given::signature).toList();
  }

  /// @return whether anything changed
  private boolean read(Connection connection) throws SQLException {
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
    var read = Read.of(files);
    var adopted = table.adopted(connection);
    read.whole().forEach((folder, convenant) -> take(folder, convenant, adopted));
    for (var broken : read.broken()) {
      var text =
          new ConvenantTable.Text(broken.digest(), broken.convenant(), broken.version(), false);
      refuse(text, broken.faults());
    }
    return true;
  }

  private void take(String folder, Convenant convenant, Map<String, String> adopted) {
    var text = ConvenantTable.Text.of(convenant);
    var before = adopted.get(convenant.id() + " " + convenant.version());
    var here = good.get(folder);
    boolean changed =
        (before != null && !before.equals(convenant.digest()))
            || (here != null
                && here.status() == Convenant.Status.VASTGESTELD
                && !here.digest().equals(convenant.digest()));
    if (changed) {
      refuse(text, List.of(changed(folder)));
      return;
    }
    if (here != null && here.digest().equals(convenant.digest())) {
      return;
    }
    good.put(folder, convenant);
    LOG.info(
        "convenant {} {} was read, {} rules, status {}",
        convenant.id(),
        convenant.version(),
        convenant.rules().size(),
        convenant.status());
    news.add(new News(text, true, List.of()));
  }

  /// What is said of a version that was adopted with another text.
  static String changed(String folder) {
    return folder
        + "convenant.yaml:1: Deze versie is al vastgesteld met een andere tekst; een"
        + " vastgestelde versie verandert niet. Geef de nieuwe tekst een nieuwe versie.";
  }

  private void refuse(ConvenantTable.Text text, List<String> faults) {
    LOG.warn(
        "convenant {} {} is refused, {} faults; what was there before stays:\n{}",
        text.convenant(),
        text.version(),
        faults.size(),
        String.join("\n", faults));
    news.add(new News(text, false, faults));
  }
}
