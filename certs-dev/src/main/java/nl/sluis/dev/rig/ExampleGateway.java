package nl.sluis.dev.rig;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import nl.sluis.gateway.boot.Running;
import nl.sluis.gateway.boot.Settings;
import nl.sluis.gateway.boot.SettingsFile;
import nl.sluis.gateway.boot.Start;

/// The gateway as `serve` starts it, but for one thing that no file of an operator can say: the
/// convenanten of this release count, though they are examples.
public final class ExampleGateway {
  private ExampleGateway() {}

  /// @param args the file with settings, and that of its [JumpingClock] when it has one
  public static void main(String[] args) {
    var clock = args.length == 1 ? InstantSource.system() : JumpingClock.in(Path.of(args[1]));
    int status = 0;
    try {
      Running.untilStopped(Start.of(counting(SettingsFile.read(Path.of(args[0]))), clock));
    } catch (IOException | SQLException | RuntimeException e) {
      // What a trial started tells its log all there is; of what `serve` tells see `Main`.
      e.printStackTrace();
      status = 1;
    }
    System.exit(status);
  }

  private static Settings counting(Settings read) {
    return new Settings(
        read.region(),
        read.oin(),
        read.issuer(),
        read.logbookOrigin(),
        read.database(),
        read.partners(),
        read.people(),
        read.signIn(),
        read.login(),
        read.pages(),
        read.trust(),
        read.revocationLists(),
        read.partnerFolder(),
        read.keyFolder(),
        read.keyEncryptionKey(),
        read.acute(),
        read.convenanten(),
        read.controlPolicies(),
        read.brp(),
        read.witnesses(),
        read.timestamps(),
        read.lines(),
        true,
        read.revocation(),
        read.operations());
  }
}
