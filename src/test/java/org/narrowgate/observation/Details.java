package org.narrowgate.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.narrowgate.observation.Detail.Kind;

/** The details of people that stand in requests, answers and files of people, told by the names of their fields. */
final class Details {
    private static final Map<String, Kind> FIELDS = Map.ofEntries(
            Map.entry("nhsNumber", Kind.NHS_NUMBER),
            Map.entry("nhs_number", Kind.NHS_NUMBER),
            // Of an identifier in FHIR.
            Map.entry("value", Kind.NHS_NUMBER),
            Map.entry("familyName", Kind.NAME),
            Map.entry("givenName", Kind.NAME),
            Map.entry("family", Kind.NAME),
            Map.entry("given", Kind.NAME),
            Map.entry("previousFamilyNames", Kind.NAME),
            Map.entry("postcode", Kind.POSTCODE),
            Map.entry("postalCode", Kind.POSTCODE),
            Map.entry("birthDate", Kind.BIRTH_DATE));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INLINE = Pattern.compile("(\\w+)\\s*:\\s*\"([^\"\\\\]{2,80})\"");
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    private final Set<Detail> found = new LinkedHashSet<>();
    // A log is full of the days on which it was written; nobody in the registry was born in them.
    private final String lastBirth = LocalDate.now(ZoneOffset.UTC).minusYears(1).toString();

    /** JSON, or a document of GraphQL; of anything else nothing is taken. */
    Details with(String text) {
        try {
            walk("", JSON.readTree(text));
        } catch (JsonProcessingException e) {
            inline(text);
        }
        return this;
    }

    Details with(String field, String value) {
        var kind = FIELDS.get(field);
        if (kind != null && isOfSomebody(kind, value)) {
            found.add(new Detail(kind, value.strip()));
        }
        return this;
    }

    Set<Detail> all() {
        return Set.copyOf(found);
    }

    private void walk(String field, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(member -> walk(member.getKey(), member.getValue()));
        } else if (node.isArray()) {
            node.forEach(element -> walk(field, element));
        } else if (node.isTextual()) {
            with(field, node.asText());
            if (field.equals("query")) {
                inline(node.asText());
            }
        }
    }

    private void inline(String text) {
        INLINE.matcher(text).results().forEach(argument -> with(argument.group(1), argument.group(2)));
    }

    /** Whether it is whole: an initial, a year or half a postcode is anybody's, and too short a number nobody's. */
    private boolean isOfSomebody(Kind kind, String value) {
        return switch (kind) {
            case NHS_NUMBER -> value.replaceAll("[ -]", "").matches("\\d{10}");
            case NAME -> value.length() <= 80 && LETTERS.matcher(value).find();
            case POSTCODE ->
                POSTCODE.matcher(value.strip().toUpperCase(Locale.ROOT)).matches();
            case BIRTH_DATE -> DATE.matcher(value).matches() && value.compareTo(lastBirth) < 0;
        };
    }
}
