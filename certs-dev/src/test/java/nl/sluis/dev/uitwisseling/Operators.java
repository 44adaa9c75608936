package nl.sluis.dev.uitwisseling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.gateway.aansluiting.PartnerFiles;
import nl.sluis.gateway.boot.AdmitCommand;
import nl.sluis.gateway.boot.ApplyCommand;
import nl.sluis.gateway.boot.RenewCommand;
import nl.sluis.policies.terms.Oin;

/// Those who let partners in, at the machine of a gateway, and who applies to them. One thread.
record Operators(DevGateway gateway) {
  /// What a command came to.
  ///
  /// @param code with which it ended
  /// @param words everything that it printed
  record Said(int code, String words) {}

  /// What comes after `sluis partner`, without the file of settings.
  Said say(String... words) throws IOException, SQLException {
    var told = new ByteArrayOutputStream();
    var print = new PrintStream(told, true, StandardCharsets.UTF_8);
    var command = new AdmitCommand(print, print, gateway.clock());
    return new Said(
        command.run(gateway.settings(), List.of(words)), told.toString(StandardCharsets.UTF_8));
  }

  /// The partner of this folder makes its next key.
  ///
  /// @return what it sends to announce it
  String renews(Path folder, Oin who) throws IOException {
    var told = new ByteArrayOutputStream();
    var print = new PrintStream(told, true, StandardCharsets.UTF_8);
    var code =
        new RenewCommand(print, print, gateway.clock())
            .run(List.of("--oin=" + who, "--map=" + folder, "--dagen=1"));
    if (code != 0) {
      throw new IllegalStateException(told.toString(StandardCharsets.UTF_8));
    }
    return Files.readString(folder.resolve(PartnerFiles.ANNOUNCEMENT)).strip();
  }

  /// Somebody with these keys makes an application in this folder.
  Path applies(Path folder, DevSite.Identity who, String roles) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(PartnerFiles.SIGNING), who.signing().toJSONString());
    Files.writeString(folder.resolve(PartnerFiles.ENCRYPTION), who.encryption().toJSONString());
    var told = new ByteArrayOutputStream();
    var print = new PrintStream(told, true, StandardCharsets.UTF_8);
    var code =
        new ApplyCommand(print, print, gateway.clock())
            .run(
                List.of(
                    "--oin=" + who.partner().oin(),
                    "--naam=" + who.partner().name(),
                    "--rollen=" + roles,
                    "--contact=servicedesk; 023 555 01 23; koppelingen@partner.example",
                    "--map=" + folder));
    if (code != 0) {
      throw new IllegalStateException(told.toString(StandardCharsets.UTF_8));
    }
    return folder.resolve(PartnerFiles.APPLICATION);
  }
}
