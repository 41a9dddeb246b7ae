package org.narrowgate.governance.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.narrowgate.governance.draft.ConsultedText.Consulted;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyMark;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Stops;

/** The Home Office's immigration-tracing is the one purpose that the shipped policy marks. */
class ConsultationRuleTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final DraftId DRAFT = new DraftId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    private static final String IMMIGRATION = "/purposes/immigration-tracing";
    private static final String COUNTER_FRAUD = "/purposes/counter-fraud";
    private static final String HOME_OFFICE = "/agreements/home-office-memorandum/purposes";

    private final Published published = new Published(Policy.shipped());
    private @Nullable Consulted asked;
    private final ConsultationRule rule = new ConsultationRule(_ -> Optional.ofNullable(asked), published);

    @Test
    void anAgencysOwnClientWidensNothing() {
        // Given
        var next = shipped().replace("/agencies/home-office/clients", "[\"home-office-tracing\"]");
        // Then
        assertThat(needed(next)).isEmpty();
    }

    @Test
    void theClientOfAnotherAgencyWidensWhatTheAgencyHolds() {
        // Given
        var next = shipped()
                .replace("/agencies/home-office/clients", "[\"home-office\", \"coroner\"]")
                .replace("/agencies/coroner/clients", "[\"coroner-2\"]");
        // Then
        assertThat(needed(next)).containsExactly("immigration-tracing");
    }

    @Test
    void aRankThatSignsWidensWhatTheAgencyHolds() {
        // Given
        var next = shipped().replace("/agencies/home-office/ranks", "[\"officer\", \"inspector\"]");
        // Then
        assertThat(needed(next)).containsExactly("immigration-tracing");
    }

    @Test
    void whatIsNotMarkedIsWidenedWithoutAsking() {
        // Given
        var next = shipped().replace(COUNTER_FRAUD + "/treatments/gender", "\"released\"");
        // Then
        assertThat(needed(next)).isEmpty();
    }

    @Test
    void aPurposeThereIsAlreadyIsHeldToTheMarkOfWhomItIsGivenTo() {
        // Given
        var next = shipped().add(HOME_OFFICE, "{\"purpose\": \"serious-crime-investigation\"}");
        // Then
        assertThat(needed(next)).containsExactly("serious-crime-investigation");
    }

    @Test
    void aNewAgencyOfTheGroupIsHeldToItsMark() {
        // Given
        var next = shipped()
                .add(
                        "/agencies",
                        "{\"id\": \"border-force\", \"name\": \"Border Force\", \"group\": \"Home Office\","
                                + " \"clients\": [\"border-force\"], \"ranks\": [\"inspector\"]}")
                .copy(
                        "/agreements/home-office-memorandum",
                        agreement -> agreement
                                .put("id", "border-force-agreement")
                                .put("agency", "border-force")
                                .set("purposes", json("[{\"purpose\": \"serious-crime-investigation\"}]")));
        // Then
        assertThat(needed(next)).containsExactly("serious-crime-investigation");
    }

    @Test
    void aMarkGoneWithItsPurposeComesBackWithIt() {
        // Given
        var before = shipped().remove(HOME_OFFICE + "/immigration-tracing").remove(IMMIGRATION);
        published.publish(before.policy(), NOON.plusSeconds(1));
        var next = shipped().replace(IMMIGRATION + "/consultation", "\"NOT_REQUIRED\"");
        // When
        var needed = rule.needed(before.policy(), next.policy());
        // Then
        assertThat(needed).containsExactly(new PurposeId("immigration-tracing"));
    }

    @Test
    void aMarkedPurposeThatWentDoesNotComeBackUnderAnotherName() {
        // Given
        var before = shipped().remove(HOME_OFFICE + "/immigration-tracing").remove(IMMIGRATION);
        published.publish(before.policy(), NOON.plusSeconds(1));
        var next = Document.of(before.policy())
                .add("/purposes", shipped().renamed(IMMIGRATION, "removals"))
                .add(HOME_OFFICE, "{\"purpose\": \"removals\"}");
        // When
        var needed = rule.needed(before.policy(), next.policy());
        // Then
        assertThat(needed).containsExactly(new PurposeId("removals"));
    }

    @Test
    void aVersionThatFellAwayMarkedNothing() {
        // Given
        published.publish(
                shipped()
                        .replace(COUNTER_FRAUD + "/consultation", "\"REQUIRED\"")
                        .policy(),
                NOON.plusSeconds(9));
        var before = shipped().remove("/agreements/counter-fraud-agreement").remove(COUNTER_FRAUD);
        published.publish(before.policy(), NOON.plusSeconds(5));
        // Then
        assertThat(rule.needed(before.policy(), Policy.shipped())).isEmpty();
    }

    @Test
    void aPurposeMovedFromBelowAMarkedOneIsNotFreeWithThat() {
        // Given
        var before = shipped()
                .replace(COUNTER_FRAUD + "/consultation", "\"REQUIRED\"")
                .add("/purposes", shipped().renamed(COUNTER_FRAUD, "prescription-fraud"))
                .replace("/purposes/prescription-fraud/parent", "\"counter-fraud\"");
        var next = Document.of(before.policy()).remove("/purposes/prescription-fraud/parent");
        published.publish(before.policy(), NOON.plusSeconds(1));
        // Then
        assertThat(rule.needed(before.policy(), next.policy())).containsExactly(new PurposeId("prescription-fraud"));
    }

    @Test
    void whatThePublicWasAskedAboutGoesAhead() {
        // Given
        var next = shipped()
                .replace(IMMIGRATION + "/treatments/nhsNumber", "\"released\"")
                .policy();
        asked = new Consulted(Policy.shipped(), next);
        // Then
        assertThat(rule.needed(Policy.shipped(), next)).containsExactly(new PurposeId("immigration-tracing"));
        assertThat(rule.unasked(Policy.shipped(), DRAFT, next)).isEmpty();
    }

    @Test
    void whatWasNarrowedSinceThePublicWasAskedIsNotWidenedBackWithIt() {
        // Given
        var text = shipped()
                .replace(COUNTER_FRAUD + "/treatments/gender", "\"released\"")
                .policy();
        asked = new Consulted(Policy.shipped(), text);
        var narrowed = shipped()
                .replace(IMMIGRATION + "/treatments/gender", "\"withheld\"")
                .policy();
        published.publish(narrowed, NOON.plusSeconds(1));
        // Then
        assertThat(rule.unasked(narrowed, DRAFT, text)).containsExactly(new PurposeId("immigration-tracing"));
    }

    private List<String> needed(Document next) {
        return rule.needed(Policy.shipped(), next.policy()).stream()
                .map(PurposeId::value)
                .toList();
    }

    private static Document shipped() {
        return Document.of(Policy.shipped());
    }

    private static JsonNode json(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** A document, edited as drafts are. */
    private record Document(DocumentTree tree) {
        static Document of(Policy policy) {
            return new Document(DocumentTree.of(Policy.of(policy.document()).canonicalJson()));
        }

        Document replace(String pointer, String part) {
            tree.edit(List.of(new Edit.Replace(pointer, json(part))));
            return this;
        }

        Document add(String list, String part) {
            tree.edit(List.of(new Edit.Add(list, json(part))));
            return this;
        }

        Document remove(String pointer) {
            tree.edit(List.of(new Edit.Remove(pointer)));
            return this;
        }

        Document copy(String pointer, Consumer<ObjectNode> change) {
            ObjectNode part = tree.find(pointer).orElseThrow().deepCopy();
            change.accept(part);
            return add(pointer.substring(0, pointer.lastIndexOf('/')), part.toString());
        }

        /** The purpose there, under another name and without a mark, as JSON. */
        String renamed(String pointer, String id) {
            ObjectNode part = tree.find(pointer).orElseThrow().deepCopy();
            return part.put("id", id).put("consultation", "NOT_REQUIRED").toString();
        }

        Policy policy() {
            return Policy.read(tree.json());
        }
    }

    private static final class Published implements PolicyVersions {
        private final List<PolicyVersion> versions = new ArrayList<>();

        Published(Policy first) {
            publish(first, NOON);
        }

        void publish(Policy policy, Instant inForceFrom) {
            versions.add(new PolicyVersion(versions.size() + 1, policy, inForceFrom));
        }

        @Override
        public Optional<PolicyVersion> inForce(Instant now) {
            return Optional.of(versions.getLast());
        }

        @Override
        public Optional<PolicyVersions.Published> published() {
            int newest = versions.getLast().number();
            return Optional.of(new PolicyVersions.Published(new PolicyMark(newest, 0), newest));
        }

        @Override
        public List<PolicyVersion> toCome() {
            return List.of();
        }

        @Override
        public Stops stops() {
            return Stops.NONE;
        }

        @Override
        public Optional<PolicyVersion> version(int number) {
            return Optional.of(versions.get(number - 1));
        }
    }
}
