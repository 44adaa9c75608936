package nl.sluis.policies.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The five things that are asked when a child is in danger now, and nothing more.
///
/// Other fields are not looked at: form never blocks an acute report.
final class AcuteForm {
  private AcuteForm() {}

  /// What is missing of the five, each in Dutch words.
  static List<String> gaps(Map<String, Object> form) {
    var gaps = new ArrayList<String>();
    if (isEmpty(form.get("melder"))) {
      gaps.add("wie meldt ontbreekt (`melder`)");
    }
    if (isEmpty(form.get("kind"))) {
      gaps.add("om welk kind het gaat ontbreekt, voor zover bekend (`kind`)");
    }
    if (isEmpty(form.get("feit"))) {
      gaps.add("één feit ontbreekt (`feit`)");
    }
    if (isEmpty(form.get("gevaar"))) {
      gaps.add("één zin over het gevaar ontbreekt (`gevaar`)");
    }
    if (isEmpty(form.get("gebeld"))) {
      gaps.add("is 112 of 0800-2000 gebeld, ja of nee (`gebeld`)");
    }
    return gaps;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> text.isBlank();
      case Map<?, ?> map -> map.isEmpty();
      case List<?> list -> list.isEmpty();
      default -> false;
    };
  }
}
