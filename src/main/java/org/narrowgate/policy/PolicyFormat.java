package org.narrowgate.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The formats a policy document can be written in, and how an older one reads in the newest. What was published keeps
 * the text it was published with; only what is read of it is migrated.
 */
final class PolicyFormat {
    static final int NEWEST = 3;

    static final String READ = "a format that this software reads, which are 1, 2 and 3";

    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int LONGEST_ANSWER = 60;

    private PolicyFormat() {}

    /** RFC 8785; what is a set in the document is in the order of its words. Only for a document without faults. */
    static String canonical(JsonNode document) {
        var ordered = document.deepCopy();
        ordered.path("purposes").forEach(PolicyFormat::orderSets);
        try {
            return new JsonCanonicalizer(ordered.toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("a policy document cannot be made canonical", e);
        }
    }

    /**
     * The document in the newest format; itself where it is in that format, or in none that is known.
     *
     * @param faults gets what has no place in the format the document says it is in
     */
    static JsonNode migrated(JsonNode document, List<PolicyFault> faults) {
        if (!(document instanceof ObjectNode object)) {
            return document;
        }
        if (is(FIRST, document)) {
            return migrated(migrated(object, SECOND, faults, PolicyFormat::toSecond), faults);
        }
        return is(SECOND, document) ? migrated(object, NEWEST, faults, PolicyFormat::toThird) : document;
    }

    private static boolean is(int format, JsonNode document) {
        var said = document.path("format");
        return said.isNumber() && said.doubleValue() == format;
    }

    private static ObjectNode migrated(ObjectNode document, int format, List<PolicyFault> faults, Migration migration) {
        var migrated = document.deepCopy();
        migrated.put("format", format);
        var purposes = migrated.path("purposes");
        for (int index = 0; index < purposes.size(); index++) {
            if (purposes.get(index) instanceof ObjectNode purpose) {
                migration.migrate(purpose, "/purposes/" + index, faults);
            }
        }
        return migrated;
    }

    private static void toSecond(ObjectNode purpose, String at, List<PolicyFault> faults) {
        noteUnknown(purpose, at, "consultation", FIRST, faults);
        noteUnknown(purpose, at, "restriction", FIRST, faults);
        noteUnknown(purpose, at, "embargo", FIRST, faults);
        purpose.put("consultation", Purpose.Consultation.NOT_REQUIRED.name());
        if (!purpose.has("review")) {
            purpose.set("review", reviewWithin(purpose.path("terms").path("responseWorkingDays")));
        }
    }

    private static void toThird(ObjectNode purpose, String at, List<PolicyFault> faults) {
        noteUnknown(purpose, at, "restriction", SECOND, faults);
        noteUnknown(purpose, at, "embargo", SECOND, faults);
        purpose.put("restriction", restrictionOf(purpose.path("lawfulBasis")).name());
    }

    // Taken out, so that it is not read as well, nor noted again on the way to the next format.
    private static void noteUnknown(
            ObjectNode purpose, String at, String property, int format, List<PolicyFault> faults) {
        if (purpose.remove(property) != null) {
            faults.add(new PolicyFault(at + "/" + property, "unknown property of format " + format));
        }
    }

    // What the law demands, or a life, does not wait for a dispute about the processing to be settled.
    private static Purpose.Restriction restrictionOf(JsonNode lawfulBasis) {
        var basis = lawfulBasis.asText();
        return basis.equals(LawfulBasis.LEGAL_OBLIGATION.name()) || basis.equals(LawfulBasis.VITAL_INTERESTS.name())
                ? Purpose.Restriction.STANDS
                : Purpose.Restriction.YIELDS;
    }

    // Reminders that would come when the answer is due already are left out; where it cannot be read when, all are.
    private static ObjectNode reviewWithin(JsonNode responseWorkingDays) {
        int read = responseWorkingDays.canConvertToInt() ? responseWorkingDays.intValue() : 0;
        int due = read <= LONGEST_ANSWER ? read : 0;
        var review = ReviewTerms.DEFAULT;
        var reminders = JsonNodeFactory.instance.arrayNode();
        review.reminderWorkingDays().stream().filter(day -> day <= due).forEach(reminders::add);
        return JsonNodeFactory.instance
                .objectNode()
                .put("secondCaseworker", review.secondCaseworker().name())
                .put(
                        "whileInformationIsAwaited",
                        review.whileInformationIsAwaited().name())
                .put("erasureDays", review.erasureDays())
                .set("reminderWorkingDays", reminders);
    }

    private interface Migration {
        void migrate(ObjectNode purpose, String at, List<PolicyFault> faults);
    }

    private static void orderSets(JsonNode purpose) {
        if (purpose.path("searchArguments") instanceof ArrayNode arguments) {
            var words = new ArrayList<JsonNode>();
            arguments.forEach(words::add);
            words.sort(Comparator.comparing(JsonNode::asText));
            arguments.removeAll();
            arguments.addAll(words);
        }
    }
}
