package nl.sluis.gateway.boot.convenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;
import nl.sluis.gateway.fsc.Contract;
import nl.sluis.gateway.fsc.Contracts;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Oin;

/// `sluis convenant uitvoer --vorm fsc`: the contracts of FSC that a party signs so that its
/// systems and those of others may cross, each of which carries the convenant; or a look at a
/// contract that somebody brings.
final class ContractCommand {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern GROUP = Pattern.compile("[a-zA-Z0-9./_-]{1,100}");
  private static final String NUMBER = "2.5.4.5";

  private final PrintStream out;

  ContractCommand(PrintStream out) {
    this.out = out;
  }

  /// @return 0 when the contracts are written, or the one that is looked at is right; 1 when not
  int run(Options options) throws WrongUse, IOException {
    var what = options.word().orElseThrow(() -> new WrongUse("Noem de versie van het convenant."));
    var convenant = Bookcase.of(what).one();
    var brought = options.find("controleer");
    return brought.isPresent()
        ? check(convenant, Path.of(brought.get()))
        : write(convenant, options);
  }

  private int write(Convenant convenant, Options options) throws WrongUse, IOException {
    var group = need(options, "groep");
    if (!GROUP.matcher(group).matches()) {
      throw new WrongUse(
          "`--groep` is een naam van letters, cijfers en `./_-`, hoogstens honderd.");
    }
    var sluis = caller(Path.of(need(options, "sluis")));
    var party = caller(Path.of(need(options, "partij")));
    var contracts = new Contracts(convenant, group, sluis).of(party);
    if (contracts.isEmpty()) {
      throw new WrongUse("De organisatie van dat certificaat is geen partij in dit convenant.");
    }
    var home = Path.of(System.getProperty("sluis.home", "."));
    var folder = options.find("map").map(Path::of).orElse(home.resolve("target/uitvoer"));
    Files.createDirectories(folder);
    for (var contract : contracts.entrySet()) {
      var file = folder.resolve(contract.getKey() + ".json");
      var text =
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(told(contract.getValue()));
      Files.writeString(file, text + "\n");
      out.println(file + "  " + contract.getValue().hash());
    }
    return 0;
  }

  private static ObjectNode told(Contract contract) {
    var told = JSON.createObjectNode();
    told.set("content", contract.content());
    told.put("content_hash", contract.hash());
    var grants = told.putArray("grant_hashes");
    contract.grantHashes().forEach(grants::add);
    return told;
  }

  private int check(Convenant convenant, Path file) throws WrongUse, IOException {
    Contract contract;
    try {
      var brought = JSON.readTree(Files.readString(file));
      contract = Contract.read(brought.has("content") ? brought.get("content") : brought);
      out.println("Contract  " + contract.hash());
      contract.grantHashes().forEach(hash -> out.println("Grant     " + hash));
    } catch (IllegalArgumentException | JsonProcessingException _) {
      throw new WrongUse("Dit is geen contract van FSC: JSON met een `content` en SHA3-512.");
    }
    if (contract.carries(convenant)) {
      out.println("In orde: elke grant draagt " + named(convenant) + ", en geen andere tekst.");
      return 0;
    }
    out.println(
        "Niet in orde: een grant draagt "
            + contract.named().map(name -> "`" + name + "`").orElse("geen convenant")
            + " en niet "
            + named(convenant)
            + ". Teken dit niet.");
    return 1;
  }

  private static String named(Convenant convenant) {
    return "`" + convenant.id() + "/" + convenant.version() + "` (" + convenant.digest() + ")";
  }

  private static String need(Options options, String name) throws WrongUse {
    return options
        .find(name)
        .orElseThrow(
            () -> new WrongUse("Noem `--groep`, `--sluis CERTIFICAAT` en `--partij CERTIFICAAT`."));
  }

  /// Whose certificate it is, and its key.
  private static Contracts.Caller caller(Path file) throws WrongUse, IOException {
    try (var in = Files.newInputStream(file)) {
      var certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      var key = certificate.getPublicKey().getEncoded();
      var print = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
      return new Contracts.Caller(number(certificate), print);
    } catch (GeneralSecurityException | InvalidNameException _) {
      throw new WrongUse("`" + file.getFileName() + "` is geen certificaat (PEM).");
    }
  }

  private static Oin number(X509Certificate certificate) throws InvalidNameException, WrongUse {
    var subject = certificate.getSubjectX500Principal();
    var name = subject.getName(X500Principal.RFC2253, Map.of(NUMBER, "serialNumber"));
    for (var part : new LdapName(name).getRdns()) {
      if (part.getType().equals("serialNumber") && Oin.isOin(part.getValue().toString())) {
        return new Oin(part.getValue().toString());
      }
    }
    throw new WrongUse("In het certificaat staat geen OIN (Subject.serialNumber).");
  }
}
