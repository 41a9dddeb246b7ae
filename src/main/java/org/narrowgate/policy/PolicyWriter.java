package org.narrowgate.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Writes a policy document so that the same document is always the same bytes. */
final class PolicyWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PolicyWriter() {}

    /** In the newest format. */
    static String canonicalJson(PolicyDocument document) {
        return PolicyFormat.canonical(write(document));
    }

    private static ObjectNode write(PolicyDocument document) {
        var json = JSON.objectNode();
        json.put("format", PolicyFormat.NEWEST);
        json.put("title", document.title());
        json.set("agencies", list(document.agencies(), PolicyWriter::write));
        json.set("purposes", list(document.purposes(), PolicyWriter::write));
        json.set("agreements", list(document.agreements(), PolicyWriter::write));
        return json;
    }

    private static ObjectNode write(Agency agency) {
        var json = JSON.objectNode();
        json.put("id", agency.id().value());
        json.put("name", agency.name());
        json.put("group", agency.group().title());
        json.set("clients", words(agency.clients()));
        json.set("ranks", words(agency.ranks()));
        return json;
    }

    private static ObjectNode write(Purpose purpose) {
        var json = JSON.objectNode();
        json.put("id", purpose.id().value());
        json.put("title", purpose.title());
        purpose.parent().ifPresent(parent -> json.put("parent", parent.value()));
        json.set("prohibitions", list(purpose.prohibitions(), PolicyWriter::write));
        json.put("consultation", purpose.consultation().name());
        json.put("lawfulBasis", purpose.lawfulBasis().name());
        json.put("statute", purpose.statute());
        json.put("decision", purpose.decision().name());
        json.put("countersignature", purpose.countersignature().name());
        json.put("deceased", purpose.deceased().name());
        var treatments = json.putObject("treatments");
        purpose.treatments().forEach((field, treatment) -> treatments.put(field.path(), Treatments.write(treatment)));
        json.set(
                "searchArguments",
                words(purpose.searchArguments().stream()
                        .map(SearchArgument::path)
                        .toList()));
        json.set("grounds", list(purpose.grounds(), PolicyWriter::write));
        json.set("terms", write(purpose.terms()));
        json.set("review", write(purpose.review()));
        json.put("restriction", purpose.restriction().name());
        purpose.embargo().ifPresent(embargo -> json.set("embargo", write(embargo)));
        return json;
    }

    private static ObjectNode write(Purpose.Prohibition prohibition) {
        return JSON.objectNode().put("agency", prohibition.agency().value()).put("clause", prohibition.clause());
    }

    private static ObjectNode write(GroundDemand ground) {
        var json = JSON.objectNode();
        json.put("type", ground.type().name());
        json.put("clause", ground.clause());
        json.put("text", ground.text());
        return switch (ground) {
            case GroundDemand.SeriousCriminality criminality ->
                json.put("thresholdMonths", criminality.thresholdMonths())
                        .put("measure", criminality.measure().name())
                        .put("earliestStage", criminality.earliestStage().name());
            case GroundDemand.CourtOrder order ->
                json.put("directions", order.directions().name());
            case GroundDemand.PublicSecurityRisk risk -> json;
            case GroundDemand.MissingVulnerablePerson missing -> json;
        };
    }

    private static ObjectNode write(Purpose.Terms terms) {
        return JSON.objectNode()
                .put("responseWorkingDays", terms.responseWorkingDays())
                .put("exceptionalWorkingDays", terms.exceptionalWorkingDays())
                .put("retentionDays", terms.retentionDays())
                .put("readableDays", terms.readableDays())
                .put("readings", terms.readings());
    }

    private static ObjectNode write(ReviewTerms review) {
        var json = JSON.objectNode();
        json.put("secondCaseworker", review.secondCaseworker().name());
        json.put("whileInformationIsAwaited", review.whileInformationIsAwaited().name());
        var reminders = json.putArray("reminderWorkingDays");
        review.reminderWorkingDays().forEach(reminders::add);
        json.put("erasureDays", review.erasureDays());
        return json;
    }

    private static ObjectNode write(Purpose.Embargo embargo) {
        return JSON.objectNode()
                .put("days", embargo.days())
                .put("reviewBy", embargo.reviewBy().toString())
                .put("reason", embargo.reason());
    }

    private static ObjectNode write(Agreement agreement) {
        var json = JSON.objectNode();
        json.put("id", agreement.id().value());
        json.put("agency", agreement.agency().value());
        json.put("title", agreement.title());
        json.put("statute", agreement.statute());
        json.put("state", agreement.state().name());
        json.put("validFrom", agreement.validFrom().toString());
        agreement.validUntil().ifPresent(last -> json.put("validUntil", last.toString()));
        json.set("purposes", list(agreement.purposes(), PolicyWriter::write));
        json.set("clauses", write(agreement.clauses()));
        return json;
    }

    private static ObjectNode write(Agreement.Grant grant) {
        var json = JSON.objectNode();
        json.put("purpose", grant.purpose().value());
        grant.dailyLimit().ifPresent(limit -> json.put("dailyLimit", limit));
        grant.monthlyLimit().ifPresent(limit -> json.put("monthlyLimit", limit));
        return json;
    }

    private static ObjectNode write(Agreement.Clauses clauses) {
        return JSON.objectNode()
                .put("purposes", clauses.purposes())
                .put("term", clauses.term())
                .put("grounds", clauses.grounds())
                .put("sources", clauses.sources())
                .put("countersignature", clauses.countersignature())
                .put("search", clauses.search())
                .put("destruction", clauses.destruction())
                .put("limits", clauses.limits())
                .put("publicInterest", clauses.publicInterest());
    }

    private static <T> ArrayNode list(List<T> items, Function<T, ObjectNode> write) {
        var json = JSON.arrayNode();
        items.forEach(item -> json.add(write.apply(item)));
        return json;
    }

    private static ArrayNode words(Collection<String> words) {
        var json = JSON.arrayNode();
        words.forEach(json::add);
        return json;
    }
}
