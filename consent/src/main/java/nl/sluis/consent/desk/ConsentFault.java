package nl.sluis.consent.desk;

/// One thing that is wrong with what was handed in, told so that the sender can put it right.
///
/// @param field the path of the field in the request, such as `verklaringen[0].tijdstip`
/// @param sentence what is wrong and what to do, in Dutch; it never repeats what was sent
public record ConsentFault(String field, String sentence) {}
