package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SourcesSpec {
  private static final int MOST_LINES = 350;

  /// Nine digits that stand alone.
  private static final Pattern NINE_DIGITS = Pattern.compile("(?<![\\w.-])\\d{9}(?![\\w-])");

  /// The range set aside for tests, and two numbers that only count upwards.
  private static final Pattern TEST_NUMBER = Pattern.compile("9999\\d{5}|123456782|012345672");

  /// Written so that this line does not match itself.
  private static final Pattern MACHINE_PATH =
      Pattern.compile("/wor[k]/|/tm[p]/[a-z]|/roo[t]/|/hom[e]/[a-z]|mvn[l]\\b");

  private static final Pattern TYPE_DECLARED =
      Pattern.compile(
          "(?m)^(public |final |sealed |abstract |non-sealed |static )*"
              + "(class|record|interface|enum|@interface) ");

  @Test
  void a_file_can_be_read_in_one_sitting() {
    assertThat(House.javaSources())
        .filteredOn(file -> House.text(file).lines().count() > MOST_LINES)
        .isEmpty();
  }

  @Test
  void every_package_says_what_it_is_and_that_nothing_in_it_is_null() {
    assertThat(House.javaSources().stream().map(file -> file.resolveSibling("")).distinct())
        .filteredOn(folder -> folder.toString().contains("/src/"))
        .filteredOn(folder -> !isMarked(folder))
        .isEmpty();
  }

  @Test
  void every_class_of_tests_is_called_spec_or_runs_no_test() {
    assertThat(House.javaSources())
        .filteredOn(
            file ->
                Pattern.compile("(?m)^ +@(Test|ParameterizedTest|TestFactory)\\b")
                    .matcher(House.text(file))
                    .find())
        .filteredOn(file -> !file.toString().endsWith("Spec.java"))
        .isEmpty();
  }

  @Test
  void every_type_of_production_says_what_it_is() {
    assertThat(House.javaSources())
        .filteredOn(file -> file.toString().contains("/src/main/"))
        .filteredOn(file -> declaresPublicType(file) && !House.text(file).contains("\n/// "))
        .isEmpty();
  }

  @Test
  void every_bsn_in_the_repository_is_a_test_number() {
    assertThat(House.lines(House.texts(), SourcesSpec::holdsARealBsn)).isEmpty();
  }

  @Test
  void no_file_knows_the_machine_it_was_written_on() {
    assertThat(House.lines(House.texts(), line -> MACHINE_PATH.matcher(line).find())).isEmpty();
  }

  @Test
  void no_test_is_skipped_or_waits_by_the_clock() {
    var pattern =
        Pattern.compile("@Disable[d]\\b|Thread\\.slee[p]\\(|@Suppress[W]arnings\\(\"all\"");

    assertThat(House.lines(House.javaSources(), line -> pattern.matcher(line).find())).isEmpty();
  }

  @Test
  void no_class_writes_history_into_its_comments() {
    var pattern = Pattern.compile("@autho[r]|\\b(TOD[O]|FIXM[E]|XX[X])\\b");

    assertThat(House.lines(House.javaSources(), line -> pattern.matcher(line).find())).isEmpty();
  }

  private static boolean isMarked(Path folder) {
    var info = folder.resolve("package-info.java");
    if (Files.exists(info)) {
      return House.text(info).contains("@NullMarked") && House.text(info).startsWith("///");
    }
    // Specs share the package, and so the mark, of the code that they are about.
    var main = Path.of(folder.toString().replace("/src/test/", "/src/main/"));
    return !main.equals(folder) && isMarked(main);
  }

  private static boolean declaresPublicType(Path file) {
    var found = TYPE_DECLARED.matcher(House.text(file));
    return found.find() && found.group().startsWith("public");
  }

  private static boolean holdsARealBsn(String line) {
    return NINE_DIGITS
        .matcher(line)
        .results()
        .map(match -> match.group())
        .anyMatch(number -> passesElfproef(number) && !TEST_NUMBER.matcher(number).matches());
  }

  /// The check on a BSN: weights 9 to 2, and -1 for the last digit; divisible by eleven.
  private static boolean passesElfproef(String number) {
    var sum = -Character.digit(number.charAt(8), 10);
    for (var i = 0; i < 8; i++) {
      sum += (9 - i) * Character.digit(number.charAt(i), 10);
    }
    return sum % 11 == 0 && !number.equals("000000000");
  }
}
