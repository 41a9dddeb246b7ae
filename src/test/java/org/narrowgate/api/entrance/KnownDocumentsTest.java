package org.narrowgate.api.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownDocumentsTest {
    private final KnownDocuments documents = new KnownDocuments();
    private final AtomicInteger read = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation($input: TraceInput!) { requestTrace(input: $input) { state } }",
                "query($id: ID!) { one: tracingRequest(id: $id) { ...state } } fragment state on TracingRequest { state }",
                "query($id: ID!, $all: Boolean! = false) { tracingRequest(id: $id) { id state @include(if: $all) } }",
                "{ entitlements { purpose @skip(if: true) title } }"
            })
    void readsADocumentWithoutValuesOnce(String document) {
        // When
        var first = read(document);
        var second = read(document);
        // Then
        assertThat(second).isSameAs(first);
        assertThat(read).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ tracingRequest(id: \"9000000009\") { state } }",
                "{ tracingRequest(id: \"\"\"Hartfield\"\"\") { state } }",
                "{ tracingRequest(id: 9000000009) { state } }",
                "{ tracingRequests(first: 3) { hasNextPage } }",
                "mutation { requestTrace(input: {subject: {gender: FEMALE}}) { state } }",
                "mutation { requestTrace(input: {ground: {orderDirects: [\"name\"]}}) { state } }",
                "query($id: ID = \"Hartfield\") { tracingRequest(id: $id) { state } }",
                "query($id: ID!) { tracingRequest(id: $id) { ...s } } fragment s on TracingRequest"
                        + " { state @custom(name: \"Hartfield\") }",
                "query($id: ID!) { tracingRequest(id: $id) { state } } # Eleanor Hartfield"
            })
    void keepsNoDocumentThatHoldsAValue(String document) {
        // When
        read(document);
        read(document);
        // Then
        assertThat(documents.knows(document)).isFalse();
        assertThat(read).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation($input: TraceInput!) { requestTrace(input: $input) { state } }",
                "query($id: ID!) { tracingRequest(id: $id) { ...state } } fragment state on TracingRequest { state }"
            })
    void keepsTheShapeOfADocumentThatIsTheSameWhateverIsSentWithIt(String document) {
        // Given
        assertThat(documents.shapeOf(document)).isEmpty();
        // When
        read(document);
        // Then
        var shape = documents.shapeOf(document);
        assertThat(shape).isPresent();
        assertThat(documents.shapeOf(document).orElseThrow()).isSameAs(shape.orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query($id: ID!, $all: Boolean!) { tracingRequest(id: $id) { id state @include(if: $all) } }",
                "{ entitlements { purpose @skip(if: true) title } }",
                "query a($id: ID!) { tracingRequest(id: $id) { id } } query b($id: ID!) { tracingRequest(id: $id) { state } }"
            })
    void keepsNoShapeThatWhatIsSentWithItMayChange(String document) {
        // When
        read(document);
        // Then
        assertThat(documents.knows(document)).isTrue();
        assertThat(documents.shapeOf(document)).isEmpty();
    }

    @Test
    void keepsNoDocumentThatDoesNotFitTheSchema() {
        // Given
        var document = "{ nothing }";
        var misfit = new PreparsedDocumentEntry(
                GraphqlErrorBuilder.newError().message("does not fit").build());
        // When
        var answered = documents
                .getDocumentAsync(ExecutionInput.newExecutionInput(document).build(), _ -> misfit)
                .join();
        // Then
        assertThat(answered).isSameAs(misfit);
        assertThat(documents.knows(document)).isFalse();
    }

    @Test
    void keepsNoMoreThanSoMany() {
        // When
        for (int i = 0; i < 3 * KnownDocuments.AT_MOST; i++) {
            read(document("id" + i));
        }
        // Then
        int kept = 0;
        for (int i = 0; i < 3 * KnownDocuments.AT_MOST; i++) {
            kept += documents.knows(document("id" + i)) ? 1 : 0;
        }
        assertThat(kept).isBetween(1, KnownDocuments.AT_MOST);
    }

    @Test
    void keepsNoLongDocument() {
        // Given
        var longest = " ".repeat(KnownDocuments.LONGEST - document("id").length()) + document("id");
        // When
        read(longest);
        read(" " + longest);
        // Then
        assertThat(documents.knows(longest)).isTrue();
        assertThat(documents.knows(" " + longest)).isFalse();
    }

    private static String document(String field) {
        return "query($id: ID!) { tracingRequest(id: $id) { " + field + " } }";
    }

    private PreparsedDocumentEntry read(String document) {
        return documents
                .getDocumentAsync(ExecutionInput.newExecutionInput(document).build(), input -> {
                    read.incrementAndGet();
                    return new PreparsedDocumentEntry(Parser.parse(input.getQuery()));
                })
                .join();
    }
}
