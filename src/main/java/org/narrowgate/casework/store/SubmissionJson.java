package org.narrowgate.casework.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.Submission;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.OffenceCatalogue;
import org.narrowgate.policy.OffenceStage;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.subject.Gender;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.Subject;

/** What an agency said, as JSON in the case file: the subject apart, because it is erased first. */
final class SubmissionJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SubmissionJson() {}

    /** The whole of what was said, the same text for the same words. */
    static String whole(NewTracingRequest asked) {
        var node = asked(asked.facts(), asked.justification(), asked.priority(), asked.priorityReason());
        node.put("purpose", asked.facts().purpose().value());
        node.put("caseReference", asked.caseReference());
        node.set("subject", subject(asked.subject()));
        return node.toString();
    }

    static ObjectNode asked(Submission submission) {
        return asked(
                submission.facts(), submission.justification(), submission.priority(), submission.priorityReason());
    }

    private static ObjectNode asked(
            RequestFacts facts, String justification, Priority priority, Optional<String> priorityReason) {
        var node = JSON.createObjectNode();
        node.put("sources", facts.sources().name());
        facts.ground().ifPresent(ground -> node.set("ground", ground(ground)));
        facts.countersignature()
                .ifPresent(signature -> node.putObject("countersignature")
                        .put("officer", signature.officer())
                        .put("rank", signature.rank())
                        .put("signedOn", signature.signedOn().toString()));
        node.put("justification", justification);
        node.put("priority", priority.name());
        priorityReason.ifPresent(reason -> node.put("priorityReason", reason));
        return node;
    }

    private static ObjectNode ground(Ground ground) {
        var node = JSON.createObjectNode().put("type", ground.type().name());
        switch (ground) {
            case Ground.SeriousCriminality(var offence, var stage, var months) -> {
                node.put("offence", offence.code()).put("stage", stage.name());
                months.ifPresent(stated -> node.put("sentenceMonths", stated));
            }
            case Ground.PublicSecurityRisk(var statement) -> node.put("statement", statement);
            case Ground.MissingVulnerablePerson(var statement) -> node.put("statement", statement);
            case Ground.CourtOrder(var reference, var directs) -> {
                node.put("orderReference", reference);
                directs.ifPresent(fields -> {
                    var paths = node.putArray("orderDirects");
                    fields.stream().sorted().map(Field::path).forEach(paths::add);
                });
            }
        }
        return node;
    }

    static ObjectNode subject(Subject subject) {
        var node = JSON.createObjectNode();
        switch (subject) {
            case Subject.ByNhsNumber(var nhsNumber, var birthDate) -> {
                node.put("nhsNumber", nhsNumber.digits());
                birthDate.ifPresent(date -> node.put("birthDate", date.toString()));
            }
            case Subject.ByDetails(var familyName, var birthDate, var givenName, var gender, var postcode) -> {
                node.put("familyName", familyName).put("birthDate", birthDate.toString());
                givenName.ifPresent(given -> node.put("givenName", given));
                gender.ifPresent(given -> node.put("gender", given.name()));
                postcode.ifPresent(given -> node.put("postcode", given));
            }
        }
        return node;
    }

    static Subject readSubject(String json) {
        var node = read(json);
        var birthDate = text(node, "birthDate").map(LocalDate::parse);
        return text(node, "nhsNumber")
                .<Subject>map(digits -> new Subject.ByNhsNumber(new NhsNumber(digits), birthDate))
                .orElseGet(() -> new Subject.ByDetails(
                        node.get("familyName").asText(),
                        birthDate.orElseThrow(),
                        text(node, "givenName"),
                        text(node, "gender").map(Gender::valueOf),
                        text(node, "postcode")));
    }

    static Submission readSubmission(
            TracingRequestEntity entity, Optional<Subject> subject, Set<SearchArgument> searchedBy) {
        var node = read(entity.asked);
        var facts = readFacts(entity.purpose, node, searchedBy);
        return new Submission(
                facts,
                subject,
                node.get("justification").asText(),
                Priority.valueOf(node.get("priority").asText()),
                text(node, "priorityReason"),
                Optional.ofNullable(entity.idempotencyKey),
                entity.fingerprint);
    }

    static RequestFacts readFacts(String purpose, JsonNode asked, Set<SearchArgument> searchedBy) {
        return new RequestFacts(
                new PurposeId(purpose),
                Optional.ofNullable(asked.get("ground")).map(SubmissionJson::readGround),
                Sources.valueOf(asked.get("sources").asText()),
                Optional.ofNullable(asked.get("countersignature"))
                        .map(signature -> new Countersignature(
                                signature.get("officer").asText(),
                                signature.get("rank").asText(),
                                LocalDate.parse(signature.get("signedOn").asText()))),
                searchedBy);
    }

    private static Ground readGround(JsonNode node) {
        return switch (GroundType.valueOf(node.get("type").asText())) {
            case SERIOUS_CRIMINALITY ->
                new Ground.SeriousCriminality(
                        OffenceCatalogue.ofCode(node.get("offence").asText()).orElseThrow(),
                        OffenceStage.valueOf(node.get("stage").asText()),
                        node.has("sentenceMonths")
                                ? OptionalInt.of(node.get("sentenceMonths").asInt())
                                : OptionalInt.empty());
            case PUBLIC_SECURITY_RISK ->
                new Ground.PublicSecurityRisk(node.get("statement").asText());
            case MISSING_VULNERABLE_PERSON ->
                new Ground.MissingVulnerablePerson(node.get("statement").asText());
            case COURT_ORDER ->
                new Ground.CourtOrder(
                        node.get("orderReference").asText(),
                        Optional.ofNullable(node.get("orderDirects")).map(SubmissionJson::fields));
        };
    }

    private static Set<Field> fields(JsonNode paths) {
        var fields = EnumSet.noneOf(Field.class);
        paths.forEach(path -> fields.add(Field.ofPath(path.asText()).orElseThrow()));
        return fields;
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // Without its cause, which could quote what the agency said.
            throw new IllegalStateException("a case file does not hold JSON");
        }
    }
}
