package org.narrowgate.web.console.policy.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.governance.draft.DocumentTree;
import org.narrowgate.governance.draft.Edit;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.policy.Purpose;

class PartFormTest {
    private static final PolicyDocument SHIPPED = Policy.shipped().document();
    private static final String TRACING = "/purposes/immigration-tracing";

    static Stream<PartForm> forms() {
        return Stream.of(
                        SHIPPED.purposes().stream().map(purpose -> PurposeForms.of(SHIPPED, purpose)),
                        SHIPPED.agreements().stream().map(agreement -> PartyForms.of(SHIPPED, agreement)),
                        SHIPPED.agencies().stream().map(PartyForms::of),
                        Stream.of(PurposeForms.matrix(SHIPPED), PartyForms.ofDocument()))
                .flatMap(forms -> forms);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsSentBackAsItWasShownChangesNothing(PartForm form) {
        // Given
        var shown = form.texts(document());
        // When and then
        assertThat(shown.fields()).isNotEmpty();
        assertThat(form.edits(shown, shown)).isEmpty();
    }

    @Test
    void onlyWhatWasChangedIsAnEdit() {
        // Given
        var form = tracing();
        var shown = form.texts(document());
        var typed = shown.with(Map.of(
                TRACING + "/title",
                List.of("Another title"),
                TRACING + "/terms/readings",
                List.of("5"),
                TRACING + "/review/reminderWorkingDays",
                List.of("10 15")));
        // When and then
        assertThat(form.edits(shown, typed))
                .containsExactlyInAnyOrder(
                        new Edit.Replace(TRACING + "/title", TextNode.valueOf("Another title")),
                        new Edit.Replace(TRACING + "/terms/readings", IntNode.valueOf(5)),
                        new Edit.Replace(
                                TRACING + "/review/reminderWorkingDays",
                                JsonNodeFactory.instance.arrayNode().add(10).add(15)));
    }

    @Test
    void whatIsNoNumberIsPassedOnToBeRefused() {
        // Given
        var form = tracing();
        var shown = form.texts(document());
        // When
        var edits = form.edits(shown, shown.with(Map.of(TRACING + "/terms/readings", List.of("many"))));
        // Then
        assertThat(edits).containsExactly(new Edit.Replace(TRACING + "/terms/readings", TextNode.valueOf("many")));
    }

    @Test
    void anElementIsAddedWithOnlyWhatItsKindHas() {
        // Given
        var form = tracing();
        var shown = form.texts(document());
        var typed = shown.with(Map.of(
                "remove:" + TRACING + "/grounds",
                List.of("PUBLIC_SECURITY_RISK"),
                "add:" + TRACING + "/grounds",
                List.of("COURT_ORDER"),
                TRACING + "/grounds/+/clause",
                List.of("clause 9"),
                TRACING + "/grounds/+/text",
                List.of("an order"),
                TRACING + "/grounds/+/thresholdMonths",
                List.of("12"),
                TRACING + "/grounds/+/directions",
                List.of("REQUIRED")));
        // When and then
        assertThat(form.edits(shown, typed))
                .containsExactly(
                        new Edit.Remove(TRACING + "/grounds/PUBLIC_SECURITY_RISK"),
                        new Edit.Add(
                                TRACING + "/grounds",
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("type", "COURT_ORDER")
                                        .put("clause", "clause 9")
                                        .put("text", "an order")
                                        .put("directions", "REQUIRED")));
    }

    @Test
    void aPartThatNeedNotBeThereComesAndGoesAsAWhole() {
        // Given
        var form = tracing();
        var without = form.texts(document());
        var embargo = Map.of(
                TRACING + "/embargo/days",
                List.of("30"),
                TRACING + "/embargo/reviewBy",
                List.of("2019-05-09"),
                TRACING + "/embargo/reason",
                List.of("a hunt is on"));
        var with = without.with(embargo);
        var longer = with.with(Map.of(TRACING + "/embargo/days", List.of("60")));
        // When and then
        assertThat(form.edits(without, with))
                .containsExactly(new Edit.Replace(
                        TRACING + "/embargo",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("days", 30)
                                .put("reviewBy", "2019-05-09")
                                .put("reason", "a hunt is on")));
        assertThat(form.edits(with, longer))
                .containsExactly(new Edit.Replace(TRACING + "/embargo/days", IntNode.valueOf(60)));
        assertThat(form.edits(with, without)).containsExactly(new Edit.Remove(TRACING + "/embargo"));
        assertThat(form.edits(without, without.with(Map.of(TRACING + "/embargo/reason", List.of("half of one")))))
                .containsExactly(new Edit.Replace(
                        TRACING + "/embargo",
                        JsonNodeFactory.instance.objectNode().put("reason", "half of one")));
    }

    @Test
    void aFaultBelongsToTheNearestField() {
        // Given
        var form = tracing();
        var shown = form.texts(document());
        var adding = shown.with(Map.of("add:" + TRACING + "/grounds", List.of("COURT_ORDER")));
        // When and then
        assertThat(form.fieldOf(shown, TRACING + "/searchArguments/2")).contains(TRACING + "/searchArguments");
        assertThat(form.fieldOf(shown, TRACING + "/grounds/SERIOUS_CRIMINALITY/thresholdMonths"))
                .contains(TRACING + "/grounds/SERIOUS_CRIMINALITY/thresholdMonths");
        assertThat(form.asShown(adding, TRACING + "/grounds/COURT_ORDER/text")).isEqualTo(TRACING + "/grounds/+/text");
        assertThat(form.fieldOf(shown, "/agreements/home-office-memorandum/state"))
                .isEmpty();
    }

    private static PartForm tracing() {
        var purpose = SHIPPED.purposes().stream()
                .filter((Purpose one) -> one.id().value().equals("immigration-tracing"))
                .findFirst()
                .orElseThrow();
        return PurposeForms.of(SHIPPED, purpose);
    }

    private static DocumentTree document() {
        return DocumentTree.of(Policy.shipped().canonicalJson());
    }
}
