package nl.sluis.dev.aanbieder;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Who can log in here: invented people with test numbers, and nobody else. Thread-safe.
public final class TestPeople {
  private static final Pattern TEST_NUMBER = Pattern.compile("9999[0-9]{5}");

  private final Map<String, Listed> listed = new LinkedHashMap<>();
  private final Map<String, Integer> named = new HashMap<>();
  private final Map<String, Set<String>> roles = new HashMap<>();
  private final Map<String, String> employees = new HashMap<>();

  /// Somebody who can log in.
  ///
  /// @param place where it stands in the list; the only thing about it that a form holds
  /// @param name who it is in the story
  /// @param about a sentence for whoever tries what this person sees; empty when there is none
  /// @param number a test BSN
  public record Person(int place, String name, String about, String number) {}

  /// What the list says of somebody.
  private record Listed(String name, String about) {}

  /// As below, for whom there is nothing to say about.
  public void add(String name, String number) {
    add(name, "", number);
  }

  /// From now on this person can log in; a name that is taken gets a number behind it.
  ///
  /// @param about a sentence for whoever tries what this person sees; may be empty
  /// @throws IllegalArgumentException when the number could be somebody's
  public synchronized void add(String name, String about, String number) {
    if (!TEST_NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("only numbers that nobody has can log in here");
    }
    if (!listed.containsKey(number)) {
      int same = named.merge(name, 1, Integer::sum);
      listed.put(number, new Listed(same == 1 ? name : name + " (" + same + ")", about));
    }
  }

  /// As below, for whom there is nothing to say about.
  public void employ(String name, String number) {
    employ(name, "", number);
  }

  /// From now on this person can also log in as who works at a desk.
  ///
  /// @param about a sentence for whoever tries what this person does; may be empty
  /// @throws IllegalArgumentException when the number could be somebody's
  public synchronized void employ(String name, String about, String number) {
    appoint(name, about, number, "", DevProvider.DESK_ROLE);
  }

  /// From now on this person can also log in with this role, besides those it has.
  ///
  /// @param about a sentence for whoever tries what this person sees; may be empty
  /// @param employee the word of its organisation for this person; empty to leave it as it is
  public synchronized void appoint(
      String name, String about, String number, String employee, String role) {
    add(name, about, number);
    roles.computeIfAbsent(number, _ -> new TreeSet<>()).add(role);
    if (!employee.isEmpty()) {
      employees.put(number, employee);
    }
  }

  /// The roles of whoever has this number; none for who is no professional.
  synchronized List<String> roles(String number) {
    return List.copyOf(roles.getOrDefault(number, Set.of()));
  }

  /// The word of its organisation for whoever has this number; empty when there is none.
  synchronized String employee(String number) {
    return employees.getOrDefault(number, "");
  }

  /// Everybody, in the order in which they came.
  public synchronized List<Person> all() {
    var place = new int[] {0};
    return listed.entrySet().stream()
        .map(
            each ->
                new Person(
                    place[0]++, each.getValue().name(), each.getValue().about(), each.getKey()))
        .toList();
  }

  /// Who stands there; empty when nobody does.
  Optional<Person> at(String place) {
    return all().stream().filter(one -> String.valueOf(one.place()).equals(place)).findFirst();
  }

  /// Where somebody with this number stands.
  public int placeOf(String number) {
    return all().stream()
        .filter(one -> one.number().equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody here has that number"))
        .place();
  }
}
