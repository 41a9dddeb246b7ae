package org.narrowgate.web.record.requests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.policy.Field;
import org.narrowgate.rights.record.MyRecord;
import org.narrowgate.rights.record.MyRecord.Outcome;
import org.narrowgate.rights.request.Hold;
import org.narrowgate.rights.request.Reply;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RightsState;
import org.narrowgate.rights.request.StateWord;

/**
 * A copy as a file for programs: JSON with keys that stay, described in the README. No officer, no other person, no case
 * reference is in it.
 */
final class CopyDocument {
    /** Changes when a key changes its meaning or goes; that one is added changes nothing. */
    static final String FORMAT = "narrowgate-my-record-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WorkingDays calendar;

    CopyDocument(WorkingDays calendar) {
        this.calendar = calendar;
    }

    String of(MyRecord record, List<RightsCase> cases, Instant madeAt) {
        var copy = JSON.createObjectNode();
        copy.put("format", FORMAT);
        copy.put("madeAt", madeAt.toString());
        put(copy, "logBegan", record.logBegan());
        var requests = copy.putArray("requests");
        record.requests().forEach(request -> requests.add(request(request)));
        var openings = copy.putArray("openings");
        record.openings().forEach(opening -> openings.add(opening.at().toString()));
        var rights = copy.putArray("rightsCases");
        cases.forEach(file -> rights.add(rightsCase(file)));
        return copy.toPrettyString();
    }

    private static ObjectNode request(MyRecord.Request request) {
        var node = JSON.createObjectNode();
        node.put("at", request.at().toString());
        node.put("agency", request.terms().agency());
        request.terms()
                .purpose()
                .ifPresent(purpose -> node.putObject("purpose")
                        .put("id", purpose.id().value())
                        .put("title", purpose.title())
                        .put("lawfulBasis", purpose.lawfulBasis().name())
                        .put("statute", purpose.statute()));
        request.terms().agreement().ifPresent(agreement -> node.put("agreement", agreement));
        switch (request.outcome()) {
            case Outcome.Received(var times) -> {
                node.put("outcome", "received");
                var disclosures = node.putArray("disclosures");
                times.forEach(time -> disclosures.add(disclosure(time)));
            }
            case Outcome.Allowed(var delayedUntil) -> put(node.put("outcome", "allowed"), "delayedUntil", delayedUntil);
            case Outcome.NotTraced(var delayedUntil) ->
                put(node.put("outcome", "not-traced"), "delayedUntil", delayedUntil);
            case Outcome.Refused(var reason, var delayedUntil) -> {
                node.put("outcome", "refused").put("reason", reason.name());
                put(node, "delayedUntil", delayedUntil);
            }
            case Outcome.Withdrawn(var delayedUntil) ->
                put(node.put("outcome", "withdrawn"), "delayedUntil", delayedUntil);
        }
        return node;
    }

    private static ObjectNode disclosure(MyRecord.Disclosure time) {
        var node = JSON.createObjectNode();
        node.put("at", time.at().toString());
        var released = node.putArray("released");
        time.released().stream().map(Field::path).forEach(released::add);
        var generalised = node.putObject("generalised");
        time.generalised().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one ->
                        generalised.put(one.getKey().path(), one.getValue().word()));
        put(node, "delayedUntil", time.delayedUntil());
        return node;
    }

    private ObjectNode rightsCase(RightsCase file) {
        var node = JSON.createObjectNode();
        node.put("id", file.id().toString());
        node.put("asked", file.asked().kind().word());
        file.asked().purpose().ifPresent(purpose -> node.put("purpose", purpose.value()));
        node.put("words", file.words());
        node.put("receivedAt", file.receivedAt().toString());
        node.put("dueBy", file.time().dueBy(calendar).toString());
        node.put("state", StateWord.of(file.state()).word());
        switch (file.hold()) {
            case Hold.None() -> node.put("inEffect", false);
            case Hold.Open() -> node.put("inEffect", true);
            case Hold.Until(var end) -> node.put("inEffectUntil", end.toString());
        }
        var replies = node.putArray("replies");
        file.extension().ifPresent(extension -> add(replies, "extended", extension.reply()));
        if (file.state() instanceof RightsState.Decided decided) {
            add(replies, decided instanceof RightsState.Refused ? "refused" : "upheld", decided.reply());
        }
        if (file.state() instanceof RightsState.Lifted(var reply, var lifting)) {
            add(replies, "lifted", lifting);
        }
        return node;
    }

    private static void add(ArrayNode replies, String what, Reply reply) {
        replies.addObject().put("what", what).put("at", reply.at().toString()).put("text", reply.text());
    }

    private static void put(ObjectNode node, String name, Optional<Instant> at) {
        at.ifPresent(moment -> node.put(name, moment.toString()));
    }
}
