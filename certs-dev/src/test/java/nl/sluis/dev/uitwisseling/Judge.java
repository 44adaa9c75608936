package nl.sluis.dev.uitwisseling;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.dev.rig.Browser;

/// What the page that checks receipts says, when it is open in this browser.
@SuppressWarnings("InlineFormatString") // a script is read apart from what calls it
record Judge(Browser browser) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Fills in each pair as a person does, presses the button and waits for what is said.
  private static final String JUDGE =
      """
      (async (asked) => {
        const said = [];
        const field = (id) => document.getElementById(id);
        for (const [proof, key] of asked) {
          field('bewijs').value = proof;
          field('sleutel').value = key;
          field('uitslag').textContent = '';
          said.push(await new Promise((done) => {
            const eyes = new MutationObserver(() => {
              if (field('uitslag').textContent) {
                eyes.disconnect();
                done(field('uitslag').textContent);
              }
            });
            eyes.observe(field('uitslag'), {childList: true});
            document.querySelector('button').click();
          }));
        }
        return said;
      })(%s)
      """;

  /// Lets a file fall on the page, and waits until it was read.
  private static final String DROP =
      """
      new Promise((done) => {
        const answer = document.getElementById('uitslag');
        answer.textContent = '...';
        new MutationObserver(() => done(answer.textContent)).observe(answer, {childList: true});
        const moved = new DataTransfer();
        moved.items.add(new File([%s], 'bewijs.tlog-proof'));
        document.dispatchEvent(new DragEvent('drop', {dataTransfer: moved, cancelable: true}));
      }).then((said) => said + document.getElementById('bewijs').value)
      """;

  /// What is said of each pair of a receipt and a key.
  List<String> all(List<List<String>> asked) throws IOException {
    var said = new ArrayList<String>();
    browser
        .value(JUDGE.formatted(JSON.writeValueAsString(asked)))
        .forEach(t -> said.add(t.asText()));
    return said;
  }

  /// What is said of this receipt by this key.
  String of(String receipt, String line) throws IOException {
    return all(List.of(List.of(receipt, line))).getFirst();
  }

  /// What stands on the page after a file with this text was dropped on it.
  String dropped(String text) throws IOException {
    return browser.value(DROP.formatted(JSON.writeValueAsString(text))).asText();
  }
}
