package nl.sluis.dev.rig;

import com.fasterxml.jackson.databind.JsonNode;

/// The voices of a machine, of which a browser without sound has none: they say nothing, and
/// remember what a page asked them to say.
public final class Voices {
  private static final String SCRIPT =
      """
      (() => {
        const voices = VOICES.map(([lang, localService]) => ({ lang, localService, name: lang }));
        window.said = [];
        class Said {
          constructor(text) { this.text = text; }
        }
        const speech = {
          speaking: false,
          pending: false,
          getVoices: () => voices,
          addEventListener() {},
          speak(one) {
            window.said.push({ text: one.text, lang: one.lang, home: one.voice?.localService });
            one.onstart?.();
            window.shown = document.querySelectorAll(".wordt-gelezen").length;
            one.onend?.();
          },
          cancel() {},
        };
        Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
        window.SpeechSynthesisUtterance = Said;
      })()
      """;

  private final Browser browser;

  private Voices(Browser browser) {
    this.browser = browser;
  }

  /// A machine that has a voice of its own for these languages, on every page from now on.
  ///
  /// @param languages such as `nl-NL`
  public static Voices ofThisMachine(Browser browser, String... languages) {
    return with(browser, true, languages);
  }

  /// A machine whose browser has voices for these languages at its maker only.
  public static Voices ofSomebodyElse(Browser browser, String... languages) {
    return with(browser, false, languages);
  }

  private static Voices with(Browser browser, boolean own, String... languages) {
    var voices = new StringBuilder("[");
    for (var language : languages) {
      voices.append("['").append(language).append("', ").append(own).append("],");
    }
    browser.page().addInitScript(SCRIPT.replace("VOICES", voices.append("]")));
    return new Voices(browser);
  }

  /// What was said on this page: `text`, `lang`, and whether the voice is of this machine (`home`).
  public JsonNode said() {
    return browser.value("window.said");
  }

  /// How many pieces of the page showed that they were read, while the last one was.
  public int shown() {
    return browser.value("window.shown ?? 0").asInt();
  }
}
