package nl.sluis.dev.wandeling;

import java.net.URI;
import java.time.LocalDate;

/// Where a walk of the manual is walked.
interface Ground {
  /// The address that the manual names for it, which is that of the demo.
  URI inTheDemo();

  /// What day it is there.
  LocalDate today();

  /// The code of the letter that somebody got.
  String letter();
}
