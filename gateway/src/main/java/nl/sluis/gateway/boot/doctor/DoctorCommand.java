package nl.sluis.gateway.boot.doctor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.boot.SettingsFile;
import nl.sluis.gateway.diagnose.Diagnose;
import nl.sluis.gateway.edge.Tls;
import nl.sluis.gateway.keys.CryptoProvider;
import nl.sluis.gateway.keys.KekSource;
import nl.sluis.policies.terms.Oin;

/// `sluis doctor`: says of a configured site, or of a partner's, what works and names the one exact
/// cause of what does not (lessons 21 and 25).
///
/// Changes nothing but the lists it fetches, and sends nothing about anybody. One thread.
public final class DoctorCommand {
  private static final int WRONG_USE = 2;
  private static final long LITTLE = 1L << 30;

  private static final String USE =
      """
      Gebruik: sluis doctor                                             wat deze machine heeft
               sluis doctor --config sluis.yaml [--partner OIN]         deze Sluis en haar partners
               sluis doctor --partner-kant partner.yaml                 een partner of werkplek, en wat Sluis van haar ziet\
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /// @param out where findings go
  /// @param err where it says what it could not read
  /// @param clock what time it is
  public DoctorCommand(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /// @param args what comes after `doctor`
  /// @return 0 when nothing stands in the way, 1 when something does, 2 when it is not understood
  public int run(List<String> args) throws IOException {
    var provider = CryptoProvider.install();
    try {
      if (args.isEmpty()) {
        out.println("  cryptografie " + provider);
        out.println("  TLS          " + Tls.description());
        return 0;
      }
      if (args.size() == 2 && args.getFirst().equals("--partner-kant")) {
        return tell(new PartnerSide(clock).look(Path.of(args.get(1))));
      }
      var only = only(args);
      if (only.isPresent() || (args.size() == 2 && args.getFirst().equals("--config"))) {
        return tell(site(SettingsFile.read(Path.of(args.get(1))), only));
      }
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 1;
    } catch (FileSystemException e) {
      err.println("`" + e.getFile() + "` kan niet worden gelezen");
      return 1;
    }
    err.println(USE);
    return WRONG_USE;
  }

  /// The same for who has the settings already.
  ///
  /// @param only the one partner that is meant; empty for all
  public int run(Settings settings, Optional<Oin> only) {
    return tell(site(settings, only));
  }

  private static Optional<Oin> only(List<String> args) {
    return args.size() == 4
            && args.getFirst().equals("--config")
            && args.get(2).equals("--partner")
            && Oin.isOin(args.get(3))
        ? Optional.of(new Oin(args.get(3)))
        : Optional.empty();
  }

  private int tell(List<Finding> findings) {
    findings.forEach(finding -> out.println(finding.text()));
    long faults = findings.stream().filter(Finding::isFault).count();
    long warned = findings.stream().filter(f -> f.wrong().isPresent()).count() - faults;
    out.printf("%d bekeken, %d fout, %d om op te letten%n", findings.size(), faults, warned);
    return faults == 0 ? 0 : 1;
  }

  private List<Finding> site(Settings settings, Optional<Oin> only) {
    var findings = new ArrayList<Finding>();
    TrustCheck trust;
    try {
      trust = new TrustCheck(settings, clock);
    } catch (IllegalArgumentException _) {
      var file = new Diagnose.OfFile(settings.trust().toString(), "bevat geen stamuitgever in PEM");
      return List.of(Finding.wrong("vertrouwen", file));
    }
    if (only.isEmpty()) {
      findings.addAll(files(settings));
      findings.addAll(new DatabaseCheck(settings.database(), clock).look());
      findings.addAll(trust.look());
      findings.addAll(new ServicesCheck(settings, clock).look());
    } else {
      // Without the lists nobody could be judged.
      var _ = trust.look();
    }
    findings.addAll(new PartnersCheck(settings, trust.peers(), clock, only).look());
    return findings;
  }

  private List<Finding> files(Settings settings) {
    var papers = new Papers(clock.instant());
    var findings = new ArrayList<Finding>();
    var partners = settings.partners();
    findings.addAll(papers.identity("deur voor partners", partners.chain(), partners.key()));
    var people = settings.people();
    findings.addAll(papers.identity("deur voor mensen", people.chain(), people.key()));
    var acute = settings.acute();
    findings.addAll(papers.identity("bezorgen", acute.chain(), acute.key()));
    if (settings.keyEncryptionKey().current() instanceof KekSource.OfFile(var file)) {
      findings.addAll(papers.secret("hoofdsleutel", file));
    }
    findings.add(folder("sleutelmap", settings.keyFolder(), 0));
    findings.add(folder("wachtkamer", acute.waitingRoom(), LITTLE));
    return findings;
  }

  /// @param least how many bytes must be free
  private static Finding folder(String about, Path folder, long least) {
    if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      var why = Files.exists(folder) ? "mag niet worden beschreven" : "bestaat niet";
      return Finding.wrong(about, new Diagnose.OfFile(folder.toString(), why));
    }
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      return free >= least
          ? Finding.good(about, free / (1L << 20) + " MiB vrij")
          : Finding.wrong(
              about,
              new Diagnose.OfService(
                  folder.toString(),
                  "er is nog " + free / (1L << 20) + " MiB vrij",
                  "Maak ruimte: hier komen meldingen van acuut gevaar als de database weg is.",
                  true));
    } catch (IOException _) {
      return Finding.wrong(about, new Diagnose.OfFile(folder.toString(), "is niet te lezen"));
    }
  }
}
