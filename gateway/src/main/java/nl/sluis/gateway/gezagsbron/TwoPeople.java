package nl.sluis.gateway.gezagsbron;

/// Two people of the organisation itself: one looks it up and enters it, another confirms it
/// (`/v1/gezagsgegevens` with the source `vier-ogen`). They do not answer at once, so the question
/// becomes their task.
///
/// May be shared between threads.
public final class TwoPeople implements GezagBron {
  @Override
  public Answer ask(Question question) {
    return new Answer.ByPeople();
  }

  @Override
  public String code() {
    return "vier-ogen";
  }

  @Override
  public void close() {}
}
