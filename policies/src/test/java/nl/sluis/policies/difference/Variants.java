package nl.sluis.policies.difference;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.RuleBook;
import nl.sluis.policies.decision.Records;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// One convenant after another, each with one part of one record changed: for every component of
/// every kind of record in it.
final class Variants {
  private static final String MORE = " anders";

  private final Convenant base;
  private final Map<String, Convenant> variants = new LinkedHashMap<>();

  /// @param part the record and its component, such as `Party.served`
  /// @param convenant the convenant in which it is changed
  record Variant(String part, Convenant convenant) {}

  Variants(Convenant base) {
    this.base = base;
  }

  List<Variant> all() {
    inside(base, changed -> (Convenant) changed);
    return variants.entrySet().stream().map(e -> new Variant(e.getKey(), e.getValue())).toList();
  }

  /// Changes what is inside this value; `back` puts a changed value where this one stands.
  private void inside(Object value, java.util.function.Function<Object, Convenant> back) {
    switch (value) {
      case Oin _, Purpose _ -> {}
      case Record record -> record(record, back);
      case RuleBook book ->
          inside(book.rules(), rules -> back.apply(new RuleBook(list(rules, Rule.class))));
      case Optional<?> some -> some.ifPresent(v -> inside(v, c -> back.apply(Optional.of(c))));
      case List<?> list -> each(list, (i, c) -> back.apply(replaced(list, i, c)));
      case Set<?> set -> {
        var list = List.copyOf(set);
        each(list, (i, c) -> back.apply(new LinkedHashSet<>(replaced(list, i, c))));
      }
      case Map<?, ?> map ->
          map.forEach((key, inner) -> inside(inner, c -> back.apply(put(map, key, c))));
      default -> {}
    }
  }

  private interface At {
    Convenant with(int place, Object changed);
  }

  private void each(List<?> list, At at) {
    for (int i = 0; i < list.size(); i++) {
      int place = i;
      inside(list.get(i), changed -> at.with(place, changed));
    }
  }

  private void record(Record record, java.util.function.Function<Object, Convenant> back) {
    for (var component : record.getClass().getRecordComponents()) {
      var name = record.getClass().getSimpleName() + "." + component.getName();
      var value = of(component, record);
      if (!variants.containsKey(name)) {
        changed(value, component.getGenericType())
            .ifPresent(
                other -> variants.put(name, back.apply(with(record, component.getName(), other))));
      }
      inside(value, c -> back.apply(with(record, component.getName(), c)));
    }
  }

  private static Record with(Record record, String part, Object value) {
    return Records.with(record, part, value);
  }

  /// Another value of the same type.
  private static Optional<Object> changed(Object value, Type type) {
    return switch (value) {
      case String text -> Optional.of(text + MORE);
      case Integer number -> Optional.of(number + 1);
      case Boolean flag -> Optional.of(!flag);
      case LocalDate day -> Optional.of(day.plusDays(1));
      case Instant instant -> Optional.of(instant.plusSeconds(86_400));
      case Oin oin -> Optional.of(new Oin(oin.value().substring(0, 19) + "Z"));
      case Purpose purpose -> Optional.of(new Purpose(purpose.code() + "-anders"));
      case Enum<?> word -> Optional.of(next(word));
      case RuleBook book -> Optional.of(new RuleBook(book.rules().subList(1, book.rules().size())));
      case Optional<?> some ->
          some.isPresent()
              ? Optional.of(Optional.empty())
              : made(argument(type, 0)).map(Optional::of);
      case List<?> list ->
          list.isEmpty()
              ? made(argument(type, 0)).map(List::of)
              : Optional.of(list.subList(1, list.size()));
      case Set<?> set -> {
        var rest = new ArrayList<Object>(set);
        yield rest.isEmpty()
            ? made(argument(type, 0)).map(Set::of)
            : Optional.of(new LinkedHashSet<>(rest.subList(1, rest.size())));
      }
      case Map<?, ?> map -> {
        var rest = new HashMap<Object, Object>(map);
        if (rest.isEmpty()) {
          yield made(argument(type, 0))
              .flatMap(key -> made(argument(type, 1)).map(v -> Map.of(key, v)));
        }
        rest.remove(rest.keySet().iterator().next());
        yield Optional.of(rest);
      }
      case Record record -> first(record);
      default -> throw new AssertionError("no other value for " + type);
    };
  }

  private static Optional<Object> first(Record record) {
    for (var component : record.getClass().getRecordComponents()) {
      var other = changed(of(component, record), component.getGenericType());
      if (other.isPresent()) {
        return Optional.of(with(record, component.getName(), other.get()));
      }
    }
    return Optional.empty();
  }

  private static Object next(Enum<?> word) {
    var all = List.of(word.getDeclaringClass().getEnumConstants());
    return all.get((all.indexOf(word) + 1) % all.size());
  }

  /// A value of this type from nothing.
  private static Optional<Object> made(Type type) {
    if (type instanceof ParameterizedType generic) {
      return switch (generic.getRawType().getTypeName()) {
        case "java.util.Optional" -> Optional.of(Optional.empty());
        case "java.util.List" -> Optional.of(List.of());
        case "java.util.Set" -> made(argument(type, 0)).map(Set::of);
        default -> Optional.of(Map.of());
      };
    }
    return type instanceof Class<?> plain ? plain(plain) : Optional.empty();
  }

  private static Optional<Object> plain(Class<?> type) {
    if (type == String.class) {
      return Optional.of("iets");
    }
    if (type == int.class || type == Integer.class) {
      return Optional.of(3);
    }
    if (type == boolean.class) {
      return Optional.of(true);
    }
    if (type == LocalDate.class) {
      return Optional.of(LocalDate.of(2027, 3, 1));
    }
    if (type == Oin.class) {
      return Optional.of(new Oin("00000099000000777000"));
    }
    if (type == Purpose.class) {
      return Optional.of(new Purpose("iets"));
    }
    if (type.isEnum()) {
      return Optional.of(type.getEnumConstants()[0]);
    }
    return type.isRecord() ? Optional.of(built(type)) : Optional.empty();
  }

  private static Object built(Class<?> type) {
    var components = type.getRecordComponents();
    var types = new Class<?>[components.length];
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = made(components[i].getGenericType()).orElseThrow();
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a record without its constructor", broken);
    }
  }

  private static Type argument(Type type, int place) {
    return ((ParameterizedType) type).getActualTypeArguments()[place];
  }

  private static Object of(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a record without its parts", broken);
    }
  }

  private static List<Object> replaced(List<?> list, int place, Object changed) {
    var copy = new ArrayList<Object>(list);
    copy.set(place, changed);
    return copy;
  }

  private static Map<Object, Object> put(Map<?, ?> map, Object key, Object value) {
    var copy = new HashMap<Object, Object>(map);
    copy.put(key, value);
    return copy;
  }

  private static <T> List<T> list(Object some, Class<T> type) {
    return ((Collection<?>) some).stream().map(type::cast).toList();
  }
}
