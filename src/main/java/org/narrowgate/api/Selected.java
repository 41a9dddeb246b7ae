package org.narrowgate.api;

import static java.util.stream.Collectors.toUnmodifiableSet;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.Optional;
import org.narrowgate.casework.Selection;
import org.narrowgate.policy.Field;

/**
 * What an operation selects of a {@code TracingRequest}, whatever aliases and fragments it is written with.
 *
 * @param details of the person
 * @param embargo what became of the request's embargo
 */
record Selected(Selection details, boolean embargo) {
    private static final String PERSON = "outcome/person/";
    private static final String EMBARGO = "embargo";

    /** Of a field that answers with a {@code TracingRequest}. */
    static Selected of(DataFetchingEnvironment field) {
        return Shape.in(field.getGraphQlContext())
                .map(shape -> shape.selected(field, () -> read(field.getSelectionSet())))
                .orElseGet(() -> read(field.getSelectionSet()));
    }

    private static Selected read(DataFetchingFieldSelectionSet selected) {
        return new Selected(details(selected), selected.contains(EMBARGO));
    }

    private static Selection details(DataFetchingFieldSelectionSet selected) {
        var fields = selected.getFields();
        if (fields.stream().noneMatch(Selected::isOfTraced)) {
            return new Selection.NoPerson();
        }
        return new Selection.OfPerson(
                fields.stream().map(Selected::leaf).flatMap(Optional::stream).collect(toUnmodifiableSet()));
    }

    // `outcome { __typename }` names every member of the union, and lets nothing of a person leave.
    private static boolean isOfTraced(SelectedField field) {
        return field.getObjectTypeNames().contains("Traced") && !field.getName().startsWith("__");
    }

    private static Optional<Field> leaf(SelectedField field) {
        var name = field.getQualifiedName();
        return name.startsWith(PERSON)
                ? Field.ofPath(name.substring(PERSON.length()).replace('/', '.'))
                : Optional.empty();
    }
}
