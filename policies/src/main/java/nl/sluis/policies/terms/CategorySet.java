package nl.sluis.policies.terms;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// A set of categories that never changes, kept as one bit per category.
///
/// It equals any other set with the same categories, and gives them in their order. Immutable; may
/// be shared between threads.
public final class CategorySet extends AbstractSet<DataCategory> {
  private static final DataCategory[] ALL = DataCategory.values();
  private static final CategorySet EMPTY = new CategorySet(0);

  private final int mask;

  private CategorySet(int mask) {
    this.mask = mask;
  }

  /// The categories whose bits are set: bit 9 is `K09`.
  public static CategorySet of(int mask) {
    return mask == 0 ? EMPTY : new CategorySet(mask);
  }

  /// The same categories as these.
  public static CategorySet copyOf(Collection<DataCategory> categories) {
    return categories instanceof CategorySet set ? set : of(mask(categories));
  }

  /// The bits of these categories.
  public static int mask(Collection<DataCategory> categories) {
    if (categories instanceof CategorySet set) {
      return set.mask;
    }
    int mask = 0;
    for (var category : categories) {
      mask |= bit(category);
    }
    return mask;
  }

  /// The bit of this category.
  public static int bit(DataCategory category) {
    return 1 << Bit.place(category);
  }

  /// The category of the lowest bit that is set in a mask that is not zero.
  public static DataCategory lowest(int mask) {
    return ALL[Integer.numberOfTrailingZeros(mask)];
  }

  /// The bits of this set.
  public int mask() {
    return mask;
  }

  @Override
  public boolean contains(Object other) {
    return other instanceof DataCategory category && (mask & bit(category)) != 0;
  }

  @Override
  public int size() {
    return Integer.bitCount(mask);
  }

  @Override
  public Iterator<DataCategory> iterator() {
    return new Iterator<>() {
      private int left = mask;

      @Override
      public boolean hasNext() {
        return left != 0;
      }

      @Override
      public DataCategory next() {
        if (left == 0) {
          throw new NoSuchElementException();
        }
        var next = lowest(left);
        left &= left - 1;
        return next;
      }
    };
  }
}
