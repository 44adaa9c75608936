package nl.sluis.gateway.aansluiting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Listed;
import nl.sluis.policies.terms.Oin;

/// Everything that all gateways know together about organisations, read at one moment. Immutable.
///
/// @param steps what operators said, by organisation
/// @param descriptions who each admitted organisation is, in the words of a partner file
/// @param keys what partners announced
/// @param withdrawn which keys count never again
public record Known(
    Map<Oin, List<Step>> steps,
    Map<Oin, String> descriptions,
    List<KeyRow> keys,
    List<Withdrawal> withdrawn) {
  /// Copies its parts.
  public Known {
    steps = Map.copyOf(steps);
    descriptions = Map.copyOf(descriptions);
    keys = List.copyOf(keys);
    withdrawn = List.copyOf(withdrawn);
  }

  /// Reads it.
  ///
  /// @throws IllegalStateException when an application is not the one that was admitted
  public static Known read(PartnerBook partners, KeyBook keys, Connection connection)
      throws SQLException {
    var steps = partners.steps(connection);
    var admitted = new HashMap<Oin, String>();
    steps.forEach(
        (oin, said) ->
            new Course(said, false).application().ifPresent(digest -> admitted.put(oin, digest)));
    var texts = partners.applications(connection, admitted.values());
    var descriptions = new HashMap<Oin, String>();
    admitted.forEach(
        (oin, digest) ->
            descriptions.put(oin, description(texts.getOrDefault(digest, ""), digest)));
    return new Known(steps, descriptions, keys.keys(connection), keys.withdrawn(connection));
  }

  /// What was admitted stands in the logbook by its digest; another text under that digest is none.
  private static String description(String text, String digest) {
    try {
      if (Application.digest(text).equals(digest)) {
        return CompactJws.parse(text, text.length()).payload().path("partner").toString();
      }
    } catch (JwsFault _) {
      // Told below: a text of which the digest is right was read before.
    }
    throw new IllegalStateException("the application `" + digest + "` is not what was admitted");
  }

  /// The same as a register of partners wants it.
  public Map<Oin, Listed> listed() {
    var all = new HashSet<>(steps.keySet());
    keys.forEach(key -> all.add(key.owner()));
    withdrawn.forEach(one -> all.add(one.owner()));
    return all.stream().collect(Collectors.toUnmodifiableMap(oin -> oin, this::listed));
  }

  private Listed listed(Oin oin) {
    // Who is known by what it announced only, is a partner by a file.
    var course = new Course(steps.getOrDefault(oin, List.of()), true);
    var since = course.admittedAt().orElse(Instant.MIN);
    var counting =
        keys.stream()
            .filter(key -> key.owner().equals(oin) && !key.recordedAt().isBefore(since))
            .filter(key -> !isWithdrawn(Listed.thumbprint(key.key())))
            .toList();
    var ends = new HashMap<String, Instant>();
    counting.forEach(
        key -> key.endsOld().ifPresent(end -> ends.merge(key.replaces(), end, Known::earliest)));
    return new Listed(
        course.standing(),
        Optional.ofNullable(descriptions.get(oin)),
        counting.stream().map(KeyRow::key).toList(),
        ends,
        prints(oin),
        withdrawnOf(oin).map(Withdrawal::at).max(Instant::compareTo).orElse(Instant.MIN));
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Set<String> prints(Oin oin) {
    return withdrawnOf(oin).map(Withdrawal::thumbprint).collect(Collectors.toSet());
  }

  private Stream<Withdrawal> withdrawnOf(Oin oin) {
    return withdrawn.stream().filter(one -> one.owner().equals(oin));
  }

  /// Was this key, by its thumbprint, ever withdrawn by anybody?
  public boolean isWithdrawn(String thumbprint) {
    return withdrawn.stream().anyMatch(one -> one.thumbprint().equals(thumbprint));
  }

  /// Everything that was said about this organisation.
  ///
  /// @param inFile whether a file makes it a partner
  public Course course(Oin oin, boolean inFile) {
    return new Course(steps.getOrDefault(oin, List.of()), inFile);
  }
}
