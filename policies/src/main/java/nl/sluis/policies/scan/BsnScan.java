package nl.sluis.policies.scan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds a number that can be a BSN in free text, dots, spaces and dashes in it disregarded.
///
/// Looks at every row of digit groups that together count nine digits, and at groups that alone are
/// eight, and applies the elfproef (UAVG 46; Wabb). Does not see a number written in words, one cut
/// up by letters, or one spread over two fields; one in eleven other nine-digit numbers is taken
/// for a BSN. Dates with separators are set aside.
public final class BsnScan {
  private static final int LENGTH = 9;
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9])(?:(?:19|20)[0-9]{2}[-./ ][0-9]{1,2}[-./ ][0-9]{1,2}"
              + "|[0-9]{1,2}[-./ ][0-9]{1,2}[-./ ](?:19|20)[0-9]{2})(?![-./ ]?[0-9])");
  private static final Pattern RUN = Pattern.compile("[0-9](?:[\\s\\p{Pd}._,/\\u2212]{0,3}[0-9])*");
  private static final Pattern GROUP = Pattern.compile("[0-9]+");

  private BsnScan() {}

  /// Can there be a BSN in this text?
  public static boolean holdsBsn(String text) {
    if (isPlainWithFewDigits(text)) {
      return false;
    }
    var plain = DATE.matcher(asciiDigits(text)).replaceAll("x");
    var runs = RUN.matcher(plain);
    while (runs.find()) {
      var groups = groups(runs.group());
      var whole = String.join("", groups);
      boolean eight = whole.length() == LENGTH - 1 && isBsn("0" + whole);
      boolean alone = groups.stream().anyMatch(g -> g.length() == LENGTH - 1 && isBsn("0" + g));
      if (eight || alone || hasWindow(groups)) {
        return true;
      }
    }
    return false;
  }

  /// Most texts hold hardly a digit; only what is not plain ASCII can turn into more of them below.
  private static boolean isPlainWithFewDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= 128) {
        return false;
      }
      if (unit >= '0' && unit <= '9') {
        digits++;
      }
    }
    return digits < LENGTH - 1;
  }

  /// The elfproef: nine digits, weighed nine to two and minus one, make a multiple of eleven.
  static boolean isBsn(String digits) {
    int sum = 0;
    for (int i = 0; i < LENGTH; i++) {
      int weight = i == LENGTH - 1 ? -1 : LENGTH - i;
      sum += weight * (digits.charAt(i) - '0');
    }
    return sum % 11 == 0 && !digits.chars().allMatch(c -> c == '0');
  }

  private static boolean hasWindow(List<String> groups) {
    for (int from = 0; from < groups.size(); from++) {
      var window = new StringBuilder();
      for (int to = from; to < groups.size() && window.length() < LENGTH; to++) {
        window.append(groups.get(to));
      }
      if (window.length() == LENGTH && isBsn(window.toString())) {
        return true;
      }
    }
    return false;
  }

  private static List<String> groups(String run) {
    var groups = new ArrayList<String>();
    var matcher = GROUP.matcher(run);
    while (matcher.find()) {
      groups.add(matcher.group());
    }
    return groups;
  }

  // Digits of other scripts and full-width digits count; invisible characters do not separate.
  private static String asciiDigits(String text) {
    var plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(
            c -> {
              if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
              } else {
                plain.appendCodePoint(c);
              }
            });
    return plain.toString();
  }
}
