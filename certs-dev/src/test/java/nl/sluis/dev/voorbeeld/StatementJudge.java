package nl.sluis.dev.voorbeeld;

import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.dev.rig.Browser;

/// What the page that checks statements says, when it is open in this browser.
record StatementJudge(Browser browser) {
  /// @param verdict the one sentence above
  /// @param findings what stands below it
  /// @param lines the lines that are shown when all is right
  record Said(String verdict, List<String> findings, List<String> lines) {}

  /// What is said of this file, by this key.
  Said of(byte[] file, String key) {
    return of(file, Optional.empty(), key, "");
  }

  /// What is said of a file beside an earlier one, with witnesses.
  Said of(byte[] file, Optional<byte[]> earlier, String key, String witnesses) {
    var page = browser.page();
    page.setInputFiles("#overzicht", payload(file));
    page.setInputFiles(
        "#eerder",
        earlier.map(bytes -> new FilePayload[] {payload(bytes)}).orElse(new FilePayload[0]));
    page.fill("#sleutel", key);
    page.fill("#getuigen", witnesses);
    page.click("button");
    page.locator("#uitslag:not(:empty)").waitFor();
    return new Said(page.textContent("#uitslag"), texts("#bevindingen li"), texts("#regels li"));
  }

  private List<String> texts(String selector) {
    return new ArrayList<>(browser.page().locator(selector).allTextContents());
  }

  private static FilePayload payload(byte[] bytes) {
    return new FilePayload("overzicht.json", "application/json", bytes);
  }
}
