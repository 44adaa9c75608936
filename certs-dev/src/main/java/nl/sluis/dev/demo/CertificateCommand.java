package nl.sluis.dev.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `./sluis demo certificaat AANVRAAG SLEUTEL KID NAAR`: gets a certificate from the toy authority
/// of a demo that runs, and makes a signing key count there.
public final class CertificateCommand {
  private final Path tray;
  private final PrintStream out;

  /// @param tray the folder that the demo looks in
  /// @param out where it says what came of it
  public CertificateCommand(Path tray, PrintStream out) {
    this.tray = tray;
    this.out = out;
  }

  /// @param args what was typed after `certificaat`
  /// @return 0 when the certificate is there, 1 when something stands in the way, 2 when it is not
  ///   understood
  public int run(List<String> args) throws IOException {
    if (args.size() != 4) {
      out.println(
          "gebruik: ./sluis demo certificaat AANVRAAG.csr.pem PUBLIEKE-SLEUTEL.pem KID"
              + " NAAR.crt.pem");
      return 2;
    }
    try {
      var chain =
          RequestTray.ask(
              tray,
              Files.readString(Path.of(args.get(0))),
              Files.readString(Path.of(args.get(1))),
              args.get(2));
      Files.writeString(Path.of(args.get(3)), chain);
      out.println("Het certificaat staat in " + args.get(3) + "; uw sleutel is aangemeld.");
      return 0;
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return 1;
    }
  }
}
