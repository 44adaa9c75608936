package nl.sluis.gateway.bereik;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where mail leaves Sluis (`mensen.post`): always over TLS, to a server of the named authorities.
///
/// @param host its name, which its certificate must hold
/// @param port such as 587, or 465 with `direct`
/// @param direct whether TLS begins at once (RFC 8314); else STARTTLS is required, and a server
///   that does not offer it gets nothing
/// @param trust the authorities of its certificate, in one PEM file
/// @param from the address in `From`; no name of an organisation that tells what it is about
/// @param login as whom Sluis logs in there; empty when the server knows it otherwise
/// @param hours when mail goes
public record MailLine(
    String host,
    int port,
    boolean direct,
    Path trust,
    String from,
    Optional<Login> login,
    Hours hours) {
  private static final int LONGEST = 200;
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  /// A login.
  ///
  /// @param user the name
  /// @param password its password
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /// Is this one address, without a name, quotes or anything that could be a header (RFC 5321)?
  public static boolean isAddress(String text) {
    return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
  }
}
