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
import java.util.stream.IntStream;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The formats a policy document can be written in, and how an older one reads in the newest. What was published keeps
 * the text it was published with; only what is read of it is migrated.
 */
final class PolicyFormat {
    static final int NEWEST = 2;

    static final String READ = "a format that this software reads, which are 1 and 2";

    private static final int FIRST = 1;
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
        if (!(document instanceof ObjectNode object) || !isFirst(document.path("format"))) {
            return document;
        }
        var migrated = object.deepCopy();
        migrated.put("format", NEWEST);
        var purposes = migrated.path("purposes");
        IntStream.range(0, purposes.size()).forEach(index -> migrate(purposes.get(index), index, faults));
        return migrated;
    }

    private static boolean isFirst(JsonNode format) {
        return format.isNumber() && format.doubleValue() == FIRST;
    }

    private static void migrate(JsonNode purpose, int index, List<PolicyFault> faults) {
        if (!(purpose instanceof ObjectNode object)) {
            return;
        }
        if (object.has("consultation")) {
            faults.add(new PolicyFault("/purposes/" + index + "/consultation", "unknown property of format 1"));
        }
        object.put("consultation", Purpose.Consultation.NOT_REQUIRED.name());
        if (!object.has("review")) {
            object.set("review", reviewWithin(object.path("terms").path("responseWorkingDays")));
        }
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
