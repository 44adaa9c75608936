package nl.sluis.dev.voorbeeld;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import nl.sluis.dev.partner.Answer;

/// The same request several times at the same moment.
final class AtOnce {
  private AtOnce() {}

  /// The answer to each.
  static List<Answer> send(int times, Callable<Answer> request) {
    var answers = new ArrayList<Answer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : threads.invokeAll(Collections.nCopies(times, request))) {
        answers.add(call.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a request could not be sent", e);
    }
    return answers;
  }
}
