package nl.sluis.consent.facts;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// For `./sluis proef wet`: the properties of the specs over many more made-up families than a
/// check looks at, with `-Dsluis.heel=true`.
public final class WholeFamilies {
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private WholeFamilies() {}

  /// Ends with 1 when a family is found for which a property does not hold; its number is in the
  /// message.
  public static void main(String[] args) {
    var custody = new CustodyPropertiesSpec();
    holds("losing gezag never permits more", custody::losing_gezag_never_permits_more);
    holds(
        "what is reported in between never lets one parent do without the other",
        custody::what_is_reported_of_gezag_in_between_never_lets_one_parent_do_without_the_other);
    holds(
        "what one person entered for four eyes never permits more",
        custody::what_one_person_entered_for_four_eyes_never_permits_more);
    holds(
        "a part that a court gives away never permits more",
        custody::a_part_that_a_court_gives_away_never_permits_more);
    holds("a shield never permits more", custody::a_shield_never_permits_more);
    var consent = new ConsentPropertiesSpec();
    holds("one more no never permits more", consent::one_more_no_never_permits_more);
    holds("an end never permits more", consent::an_end_never_permits_more);
    holds(
        "after a no no yes that professionals write down permits more",
        consent::after_a_no_no_yes_that_professionals_write_down_permits_more);
    holds(
        "a yes of one person never undoes the no of another",
        consent::a_yes_of_one_person_never_undoes_the_no_of_another);
    holds(
        "rows that only explain are not needed to decide",
        consent::rows_that_only_explain_are_not_needed_to_decide);
    holds(
        "what was said about one child never opens the file of another",
        consent::what_was_said_about_one_child_never_opens_the_file_of_another);
    holds(
        "the order in which rows are read does not matter",
        consent::the_order_in_which_rows_are_read_does_not_matter);
    holds(
        "a row that is read twice changes nothing",
        consent::a_row_that_is_read_twice_changes_nothing);
    holds(
        "a yes and a no of one instant are a no in either order",
        consent::a_yes_and_a_no_of_one_instant_are_a_no_in_either_order);
    holds(
        "who took in each event as it came knows what reading all again finds",
        new FoldSpec()
            ::who_took_in_each_event_as_it_came_knows_what_reading_all_of_them_again_finds);
  }

  private static void holds(String what, Runnable property) {
    long begin = System.nanoTime();
    property.run();
    var took = Duration.ofNanos(System.nanoTime() - begin);
    OUT.printf("%s: holds, in %.1f s%n", what, took.toMillis() / 1000.0);
  }
}
