package nl.sluis.gateway.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.aanmelding.CounterLine;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.bereik.MailLine;
import nl.sluis.gateway.edge.Tempo;
import nl.sluis.gateway.getuige.WitnessLine;
import nl.sluis.gateway.gezagsbron.BrpPersonen;
import nl.sluis.gateway.keys.KekSources;
import nl.sluis.gateway.normen.Collector;
import nl.sluis.gateway.peer.RevocationLine;
import nl.sluis.gateway.person.PersonCheck;
import nl.sluis.gateway.tijdstempel.StampLine;
import nl.sluis.gateway.toezicht.Posts;
import nl.sluis.gateway.vorm.Beat;
import nl.sluis.gateway.vorm.Helper;
import nl.sluis.policies.terms.Oin;

/// Everything that an operator decides; nothing else changes what Sluis does.
///
/// @param region part of the key of every row, such as `kennemerland`
/// @param oin Sluis' own number
/// @param issuer how Sluis names itself to partners: the address of the token endpoint
/// @param logbookOrigin the name of the logbook for others, such as `sluis.example/kennemerland`
/// @param database where and as whom
/// @param partners the door for systems
/// @param people the door for browsers
/// @param signIn whose tokens open what people's own programs ask; empty when none does
/// @param login at whom people log in with a browser; empty when they cannot
/// @param pages what people see of the operator
/// @param trust the authorities of partners' certificates, in one PEM file
/// @param revocationLists their CRLs
/// @param partnerFolder holds `<oin>.json` per partner
/// @param keyFolder the keys that live outside the database
/// @param keyEncryptionKey where the key is that wraps them
/// @param acute what a report of acute danger needs besides
/// @param convenanten the folder of the convenanten; empty for those of this release
/// @param controlPolicies a folder with control policies besides those of this release
/// @param brp where the BRP is asked who has gezag; empty when people look it up
/// @param witnesses who sign that the logbook only grows
/// @param timestamps who sets timestamps over the logbook; empty for nobody
/// @param lines in which words the logbook can be read elsewhere, and where its lines go
/// @param examplesCount whether convenanten with the status `voorbeeld` run, as in a demonstration;
///   no file of an operator can say so
/// @param revocation by what is known what authorities took back, besides the lists in files
/// @param operations how it is run and looked after
public record Settings(
    String region,
    Oin oin,
    String issuer,
    String logbookOrigin,
    Database database,
    Listener partners,
    Listener people,
    Optional<PersonCheck.Service> signIn,
    Optional<ProviderLine> login,
    Pages pages,
    Path trust,
    List<Path> revocationLists,
    Path partnerFolder,
    Path keyFolder,
    KekSources keyEncryptionKey,
    Acute acute,
    Optional<Path> convenanten,
    Optional<Path> controlPolicies,
    Optional<BrpPersonen.Line> brp,
    Witnesses witnesses,
    Optional<StampLine> timestamps,
    Lines lines,
    boolean examplesCount,
    RevocationLine revocation,
    Operations operations) {
  /// Copies its parts.
  public Settings {
    revocationLists = List.copyOf(revocationLists);
  }

  /// The database, and the three capacities in which Sluis uses it.
  ///
  /// @param url the JDBC address
  /// @param owner who runs the migrations
  /// @param gateway who appends and works
  /// @param eraser who deletes what is known of a person, and can do nothing else
  /// @param poolSize how many connections at most, besides that of the sequencer
  public record Database(String url, Login owner, Login gateway, Login eraser, int poolSize) {}

  /// A login.
  ///
  /// @param user the role
  /// @param password its password; empty when the server trusts the connection
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /// How reports of acute danger reach Veilig Thuis.
  ///
  /// @param chain the certificate that Sluis shows there, PEM, own certificate first
  /// @param key its key in PEM, PKCS#8
  /// @param waitingRoom the folder, of this gateway and no other, in which reports are kept while
  ///   the logbook cannot be written; not on the disk of the database
  public record Acute(Path chain, Path key, Path waitingRoom) {}

  /// The witnesses of the logbook.
  ///
  /// @param lines who they are and where; empty when nobody else signs
  /// @param silence how long one of them may leave a checkpoint unsigned before that is an alarm
  public record Witnesses(List<WitnessLine> lines, Duration silence) {
    /// Nobody else signs.
    public static final Witnesses NONE = new Witnesses(List.of(), Duration.ofMinutes(15));

    /// Copies its list.
    public Witnesses {
      lines = List.copyOf(lines);
    }
  }

  /// The lines of the logbook for others.
  ///
  /// @param register the address of the register of processing activities to which lines point,
  ///   without a slash at the end
  /// @param collector where lines are sent; empty when they are not
  public record Lines(String register, Optional<Collector.Line> collector) {}

  /// What is the operator's own in the pages for people.
  ///
  /// @param helper who helps them
  /// @param look a CSS file with the colours of the municipality; empty for the look of Sluis
  /// @param mail where mail leaves Sluis; empty when none does
  /// @param counter the desk at which an organisation helps people; empty when there is none
  /// @param officers who may come to the desk of privacy officers; empty when there is none
  /// @param beat when answers to who logged in leave; no file of an operator can take it away
  public record Pages(
      Helper helper,
      Optional<Path> look,
      Optional<MailLine> mail,
      Optional<CounterLine> counter,
      Optional<Posts> officers,
      Beat beat) {
    /// Without desks.
    public Pages(Helper helper, Optional<Path> look, Optional<MailLine> mail) {
      this(helper, look, mail, Optional.empty(), Optional.empty(), Beat.STANDARD);
    }
  }

  /// How a gateway is run.
  ///
  /// @param management the door for who runs it; empty when there is none
  /// @param tempo how much each partner may ask
  /// @param announced how long a stop is announced before the doors close
  /// @param steps whether the steps of exchanges go to the collector as a trace
  public record Operations(
      Optional<Management> management, Tempo tempo, Duration announced, boolean steps) {
    /// What holds when an operator says nothing.
    public static final Operations STANDARD =
        new Operations(Optional.empty(), Tempo.STANDARD, Duration.ZERO, false);
  }

  /// The door for who runs it.
  ///
  /// @param host the address to listen at
  /// @param port the port; 0 for any
  /// @param tls how it proves itself and whom it believes; empty on this machine alone
  public record Management(String host, int port, Optional<Mutual> tls) {}

  /// TLS at which both show a certificate.
  ///
  /// @param chain the certificate chain in PEM, own certificate first
  /// @param key its key in PEM, PKCS#8
  /// @param trust the authorities of who may come in, in one PEM file
  public record Mutual(Path chain, Path key, Path trust) {}

  /// A door.
  ///
  /// @param host the address to listen at
  /// @param port the port; 0 for any
  /// @param chain the certificate chain in PEM, own certificate first
  /// @param key its key in PEM, PKCS#8
  public record Listener(String host, int port, Path chain, Path key) {}
}
