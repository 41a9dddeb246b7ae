package org.narrowgate.api;

import static java.util.stream.Collectors.toUnmodifiableSet;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.Optional;
import org.narrowgate.casework.Selection;
import org.narrowgate.policy.Field;

/** Reads which details of a person an operation selects, whatever aliases and fragments it is written with. */
final class SelectionReading {
    private static final String PERSON = "outcome/person/";

    private SelectionReading() {}

    /** @param selected what is selected of a {@code TracingRequest} */
    static Selection read(DataFetchingFieldSelectionSet selected) {
        var fields = selected.getFields();
        if (fields.stream().noneMatch(SelectionReading::isOfTraced)) {
            return new Selection.NoPerson();
        }
        return new Selection.OfPerson(fields.stream()
                .map(SelectionReading::leaf)
                .flatMap(Optional::stream)
                .collect(toUnmodifiableSet()));
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
