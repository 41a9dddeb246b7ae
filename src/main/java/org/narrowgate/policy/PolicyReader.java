package org.narrowgate.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a policy document strictly: every property is there once, is known and is of its form. */
final class PolicyReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    static final String AN_ID = "lower-case words with hyphens";
    private static final int MANY = 1_000_000;

    private PolicyReader() {}

    /** @throws PolicyFaultsException where it is not JSON at all */
    static Reading read(String json) {
        try {
            var faults = new ArrayList<>(repeatedProperties(json));
            var given = JSON.readTree(json);
            var document = document(DocumentPart.of(PolicyFormat.migrated(given, faults), "", faults));
            return new Reading(given, document, faults);
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the document at length.
            var at = e.getLocation();
            var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new PolicyFaultsException(List.of(new PolicyFault("", "not JSON" + where)));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    /** A property named twice: readers would differ in which of the two they take. */
    private static List<PolicyFault> repeatedProperties(String json) throws IOException {
        var faults = new ArrayList<PolicyFault>();
        var seen = new HashSet<String>();
        try (var parser = JSON.createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var pointer = parser.getParsingContext().pathAsPointer().toString();
                if (token == JsonToken.FIELD_NAME && !seen.add(pointer)) {
                    faults.add(new PolicyFault(pointer, "named twice"));
                }
            }
        }
        return faults;
    }

    private static PolicyDocument document(DocumentPart part) {
        part.only("format", PolicyFormat.NEWEST, PolicyFormat.READ);
        var document = new PolicyDocument(
                part.text("title"),
                part.parts("agencies").stream().map(PolicyReader::agency).toList(),
                part.parts("purposes").stream().map(PurposeReader::purpose).toList(),
                part.parts("agreements").stream().map(PolicyReader::agreement).toList());
        part.end();
        return document;
    }

    private static Agency agency(DocumentPart part) {
        var agency = new Agency(
                agencyId(part, "id"),
                part.text("name"),
                part.word("group", "a column of the register", AgencyGroup::ofTitle, AgencyGroup.OTHERS),
                part.words("clients", "a client id", PolicyReader::clientId),
                part.words("ranks", "lower-case words", PolicyReader::rank));
        part.end();
        return agency;
    }

    private static Agreement agreement(DocumentPart part) {
        var agreement = new Agreement(
                part.word("id", AN_ID, id(AgreementId::new), new AgreementId("unreadable")),
                agencyId(part, "agency"),
                part.text("title"),
                part.text("statute"),
                part.oneOf(AgreementState.class, "state", AgreementState.DRAFT),
                part.date("validFrom"),
                part.optionalDate("validUntil"),
                part.parts("purposes").stream().map(PolicyReader::grant).toList(),
                clauses(part.part("clauses")));
        part.end();
        return agreement;
    }

    private static Agreement.Grant grant(DocumentPart part) {
        var grant = new Agreement.Grant(
                PurposeReader.purposeId(part, "purpose"),
                part.optionalNumber("dailyLimit", 1, MANY),
                part.optionalNumber("monthlyLimit", 1, MANY));
        part.end();
        return grant;
    }

    private static Agreement.Clauses clauses(DocumentPart part) {
        var clauses = new Agreement.Clauses(
                part.text("purposes"),
                part.text("term"),
                part.text("grounds"),
                part.text("sources"),
                part.text("countersignature"),
                part.text("search"),
                part.text("destruction"),
                part.text("limits"),
                part.text("publicInterest"));
        part.end();
        return clauses;
    }

    static AgencyId agencyId(DocumentPart part, String name) {
        return part.word(name, AN_ID, id(AgencyId::new), new AgencyId("unreadable"));
    }

    static <T> Function<String, Optional<T>> id(Function<String, T> make) {
        return text -> {
            try {
                return Optional.of(make.apply(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        };
    }

    private static Optional<String> clientId(String text) {
        return Optional.of(text).filter(id -> id.matches("[!-~]{1,255}"));
    }

    private static Optional<String> rank(String text) {
        return Optional.of(text).filter(rank -> rank.matches("[a-z0-9]+([ -][a-z0-9]+)*"));
    }

    /**
     * A document as far as it could be read, with what is wrong with it.
     *
     * @param given as it was written, in whatever format
     */
    record Reading(JsonNode given, PolicyDocument document, List<PolicyFault> faults) {
        Reading {
            faults = List.copyOf(faults);
        }

        /**
         * All faults: first what could not be read, then what rules found in the rest; each in the order of the document.
         */
        List<PolicyFault> faultsWith(Stream<PolicyFault> found) {
            var order = new DocumentOrder(given);
            var broken = found.filter(fault -> isRead(fault.pointer())).sorted(order);
            return Stream.concat(faults.stream().sorted(order), broken).toList();
        }

        private boolean isRead(String pointer) {
            return faults.stream()
                    .map(PolicyFault::pointer)
                    .noneMatch(unread -> unread.equals(pointer)
                            || unread.startsWith(pointer + "/")
                            || pointer.startsWith(unread + "/"));
        }
    }
}
