package org.narrowgate.api.entrance;

import static java.util.Objects.requireNonNull;

import graphql.execution.ExecutionContext;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large an operation is once its fragments are spread: a few fragments that spread one another twice stand for more
 * fields than anybody can count.
 */
final class Spreading {
    private final Map<String, Integer> countedFragments = new HashMap<>();
    private final ExecutionContext operation;

    Spreading(ExecutionContext operation) {
        this.operation = operation;
    }

    /** Counts no further than one beyond the limit. */
    int fields() {
        return fields(operation.getOperationDefinition().getSelectionSet());
    }

    private int fields(@Nullable SelectionSet selections) {
        int fields = 0;
        if (selections != null) {
            for (var selection : selections.getSelections()) {
                fields = Math.min(OperationLimits.SPREAD_FIELDS + 1, fields + fields(selection));
            }
        }
        return fields;
    }

    // A fragment counts itself too: an empty shell of fragments is work all the same.
    private int fields(Selection<?> selection) {
        return 1
                + switch (selection) {
                    case Field field -> fields(field.getSelectionSet());
                    case InlineFragment fragment -> fields(fragment.getSelectionSet());
                    case FragmentSpread spread -> fields(spread);
                    default -> throw new IllegalStateException("a selection of an unknown kind");
                };
    }

    private int fields(FragmentSpread spread) {
        var counted = countedFragments.get(spread.getName());
        if (counted != null) {
            return counted;
        }
        var fragment = requireNonNull(operation.getFragmentsByName().get(spread.getName()));
        int fields = fields(fragment.getSelectionSet());
        countedFragments.put(spread.getName(), fields);
        return fields;
    }
}
