package org.narrowgate.casework.store;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.casework.Approval;
import org.narrowgate.casework.Exchange;
import org.narrowgate.casework.Incident;
import org.narrowgate.casework.PublicInterestFactor;
import org.narrowgate.casework.PublicInterestTest;
import org.narrowgate.casework.PublicInterestTest.Weight;

/** What caseworkers said about a request, as JSON in the case file. */
final class ReviewJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReviewJson() {}

    static ArrayNode exchanges(List<Exchange> exchanges) {
        var array = JSON.createArrayNode();
        for (var exchange : exchanges) {
            var node = array.addObject()
                    .put("question", exchange.question())
                    .put("askedAt", exchange.askedAt().toString());
            exchange.answer()
                    .ifPresent(answer -> node.put("answer", answer.text())
                            .put("answeredAt", answer.at().toString()));
        }
        return array;
    }

    static List<Exchange> readExchanges(String json) {
        var exchanges = new ArrayList<Exchange>();
        for (var node : SubmissionJson.read(json)) {
            var answer = Optional.ofNullable(node.get("answer"))
                    .map(text -> new Exchange.Information(text.asText(), instant(node, "answeredAt")));
            exchanges.add(new Exchange(node.get("question").asText(), instant(node, "askedAt"), answer));
        }
        return exchanges;
    }

    static ObjectNode approval(Approval approval) {
        var test = approval.test();
        var node = JSON.createObjectNode()
                .put("by", approval.by())
                .put("name", approval.name())
                .put("at", approval.at().toString())
                .put("proportionality", test.proportionality())
                .put("alternatives", test.alternatives())
                .put("reasons", test.reasons());
        var weights = node.putObject("weights");
        test.weights().forEach((factor, weight) -> weights.put(factor.name(), weight.name()));
        return node;
    }

    static Approval readApproval(String json) {
        var node = SubmissionJson.read(json);
        var weights = node.get("weights").properties().stream()
                .collect(toUnmodifiableMap(
                        weighed -> PublicInterestFactor.valueOf(weighed.getKey()),
                        weighed -> Weight.valueOf(weighed.getValue().asText())));
        return new Approval(
                node.get("by").asText(),
                node.get("name").asText(),
                instant(node, "at"),
                new PublicInterestTest(
                        weights,
                        node.get("proportionality").asText(),
                        node.get("alternatives").asText(),
                        node.get("reasons").asText()));
    }

    static ObjectNode incident(Incident incident) {
        var node = JSON.createObjectNode()
                .put("reason", incident.reason())
                .put("reportedAt", incident.reportedAt().toString())
                .put("dueBy", incident.dueBy().toString());
        incident.closing()
                .ifPresent(closing -> node.putObject("closing")
                        .put("by", closing.by())
                        .put("name", closing.name())
                        .put("at", closing.at().toString())
                        .put("notification", closing.notification().name())
                        .put("findings", closing.findings()));
        return node;
    }

    static Incident readIncident(String json) {
        var node = SubmissionJson.read(json);
        var closing = Optional.ofNullable(node.get("closing"))
                .map(how -> new Incident.Closing(
                        how.get("by").asText(),
                        how.get("name").asText(),
                        instant(how, "at"),
                        Incident.Notification.valueOf(how.get("notification").asText()),
                        how.get("findings").asText()));
        return new Incident(node.get("reason").asText(), instant(node, "reportedAt"), instant(node, "dueBy"), closing);
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(node.get(name).asText());
    }
}
