package nl.sluis.docs;

import java.util.Collection;
import java.util.List;
import nl.sluis.gateway.normen.Register;
import nl.sluis.policies.convenant.Convenant;

/// Makes the page of processing activities to which lines of the logbook point.
final class ActivitiesPage {
  private static final String BASE = "…";

  private ActivitiesPage() {}

  static String markdown(Collection<Convenant> convenanten) {
    var page = new StringBuilder();
    page.append(
        """
        # Verwerkingsactiviteiten: waar een regel van het logboek naar wijst

        Deze bladzijde is gemaakt uit het convenant en de code; verander haar niet met de hand. Elke
        regel van Logboek Dataverwerkingen noemt in `dpl.core.processing_activity_id` één van deze
        adressen. Voor de puntjes staat de instelling `verwerkingen.register`
        ([beheer.md](../beheer.md)). De versie van de modeltekst hoort bij het adres, zodat wat
        verandert een nieuw adres krijgt; die van het convenant van een regio niet, want daaraan is te
        zien waar een kind woont. Wat een open en een vertrouwelijke vorm heeft, is twee activiteiten.
        Wat een doel inhoudt staat in [register.md](register.md).

        | adres | wat | vertrouwelijk |
        |---|---|---|
        """);
    var register = new Register(BASE, () -> List.copyOf(convenanten));
    register
        .all()
        .values()
        .forEach(
            activity ->
                page.append("| `")
                    .append(activity.uri())
                    .append("` | ")
                    .append(activity.sentence())
                    .append(" | ")
                    .append(activity.confidential() ? "ja" : "")
                    .append(" |\n"));
    return page.toString();
  }
}
