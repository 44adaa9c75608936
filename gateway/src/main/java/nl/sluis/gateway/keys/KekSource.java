package nl.sluis.gateway.keys;

import java.nio.file.Path;

/// Where key-encryption keys are kept, as an operator names it; says nothing about the keys.
///
/// Passwords and PINs stand in files of their own with mode 0600, never on a command line.
public sealed interface KekSource {
  /// A file of 32 bytes with mode 0600; later keys stand beside it, with their id behind the name.
  ///
  /// @param file on another volume than the wrapped keys, if there is one
  record OfFile(Path file) implements KekSource {
    @Override
    public String toString() {
      return "`" + file + "`";
    }
  }

  /// A PKCS#12 keystore (RFC 7292), made when it is not there.
  ///
  /// @param keystore the file
  /// @param passwordFile one line, its password
  record OfKeystore(Path keystore, Path passwordFile) implements KekSource {
    @Override
    public String toString() {
      return "`" + keystore + "`";
    }
  }

  /// A PKCS#11 token, such as a hardware module: keys are made in it and never leave it.
  ///
  /// @param library the module of the maker, such as `libsofthsm2.so`
  /// @param slot the number of the slot, as the tool of the maker shows it
  /// @param pinFile one line, the PIN of the user
  record OfToken(Path library, long slot, Path pinFile) implements KekSource {
    @Override
    public String toString() {
      return "slot " + slot + " of `" + library + "`";
    }
  }
}
