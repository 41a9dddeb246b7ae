package org.narrowgate.rights.record;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.narrowgate.policy.Field;
import org.narrowgate.rights.record.MyRecord.Disclosure;
import org.narrowgate.rights.record.MyRecord.Opening;
import org.narrowgate.rights.record.MyRecord.Outcome;
import org.narrowgate.rights.record.MyRecord.Request;

/**
 * A record as a copy of it is given: maps, lists and texts under keys that stay. It says nothing that the page does not,
 * neither ids of requests nor places in the log.
 */
public final class RecordJson {
    private RecordJson() {}

    public static Map<String, Object> of(MyRecord record) {
        var json = new LinkedHashMap<String, Object>();
        json.put("form", 1);
        record.logBegan().ifPresent(at -> json.put("logBegan", at.toString()));
        json.put("requests", record.requests().stream().map(RecordJson::request).toList());
        json.put(
                "openings",
                record.openings().stream()
                        .map(Opening::at)
                        .map(Instant::toString)
                        .toList());
        return json;
    }

    private static Map<String, Object> request(Request request) {
        var terms = request.terms();
        var json = new LinkedHashMap<String, Object>();
        json.put("at", request.at().toString());
        json.put("agency", Map.of("id", terms.agencyId().value(), "name", terms.agency()));
        terms.purpose().ifPresent(purpose -> {
            json.put("purpose", Map.of("id", purpose.id().value(), "title", purpose.title()));
            json.put("lawfulBasis", purpose.lawfulBasis().words());
            json.put("statute", purpose.statute());
        });
        terms.agreement().ifPresent(title -> json.put("agreement", title));
        switch (request.outcome()) {
            case Outcome.Received(var times) -> {
                json.put("outcome", "received");
                json.put(
                        "disclosures",
                        times.stream().map(RecordJson::disclosure).toList());
            }
            case Outcome.Allowed(var delayed) -> outcome(json, "allowed", delayed);
            case Outcome.NotTraced(var delayed) -> outcome(json, "not-traced", delayed);
            case Outcome.Refused(var reason, var delayed) -> {
                outcome(json, "refused", delayed);
                json.put("reason", reason.name());
            }
            case Outcome.Withdrawn(var delayed) -> outcome(json, "withdrawn", delayed);
        }
        return json;
    }

    private static void outcome(Map<String, Object> json, String outcome, Optional<Instant> delayed) {
        json.put("outcome", outcome);
        delayed.ifPresent(until -> json.put("delayedUntil", until.toString()));
    }

    private static Map<String, Object> disclosure(Disclosure disclosure) {
        var generalised = new TreeMap<String, String>();
        disclosure.generalised().forEach((field, precision) -> generalised.put(field.path(), precision.word()));
        var json = new LinkedHashMap<String, Object>();
        json.put("at", disclosure.at().toString());
        json.put("released", paths(disclosure.released()));
        json.put("generalised", generalised);
        disclosure.delayedUntil().ifPresent(until -> json.put("delayedUntil", until.toString()));
        return json;
    }

    private static List<String> paths(List<Field> fields) {
        return fields.stream().map(Field::path).toList();
    }
}
