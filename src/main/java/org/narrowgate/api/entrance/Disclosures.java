package org.narrowgate.api.entrance;

import static java.util.Objects.requireNonNull;

import graphql.execution.ExecutionContext;
import graphql.execution.conditional.ConditionalNodes;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which the operation to be executed could let a person leave: each {@code ... on Traced} once fragments
 * are spread, less what {@code @skip} and {@code @include} take out.
 */
final class Disclosures {
    private static final String TRACED = "Traced";
    private static final String LIST = "tracingRequests";
    private static final String REQUEST = "requestTrace";
    // Enough to refuse; counting on would let fragments within fragments count for ever.
    private static final int MANY = 2;

    private final ConditionalNodes conditions = new ConditionalNodes();
    private final Map<String, Integer> countedFragments = new HashMap<>();
    private final ExecutionContext operation;

    Disclosures(ExecutionContext operation) {
        this.operation = operation;
    }

    /** One person at most, and none in a list. */
    boolean atMostOne() {
        var root = operation.getOperationDefinition().getSelectionSet();
        var withinLists = rootFields(root)
                .filter(field -> field.getName().equals(LIST))
                .mapToInt(field -> count(field.getSelectionSet()))
                .sum();
        var requests = rootFields(root)
                .filter(field -> field.getName().equals(REQUEST))
                .count();
        return count(root) < MANY && withinLists == 0 && requests < MANY;
    }

    private Stream<Field> rootFields(SelectionSet selections) {
        return executed(selections).flatMap(selection -> switch (selection) {
            case Field field -> Stream.of(field);
            case InlineFragment fragment -> rootFields(fragment.getSelectionSet());
            case FragmentSpread spread -> rootFields(fragment(spread).getSelectionSet());
            default -> throw new IllegalStateException("a selection of an unknown kind");
        });
    }

    private int count(@Nullable SelectionSet selections) {
        return selections == null
                ? 0
                : Math.min(MANY, executed(selections).mapToInt(this::count).sum());
    }

    private int count(Selection<?> selection) {
        return switch (selection) {
            case Field field -> count(field.getSelectionSet());
            case InlineFragment fragment -> onTraced(fragment.getTypeCondition()) + count(fragment.getSelectionSet());
            case FragmentSpread spread -> count(spread);
            default -> throw new IllegalStateException("a selection of an unknown kind");
        };
    }

    private int count(FragmentSpread spread) {
        var counted = countedFragments.get(spread.getName());
        if (counted != null) {
            return counted;
        }
        var fragment = fragment(spread);
        int count = Math.min(MANY, onTraced(fragment.getTypeCondition()) + count(fragment.getSelectionSet()));
        countedFragments.put(spread.getName(), count);
        return count;
    }

    private Stream<Selection<?>> executed(SelectionSet selections) {
        return selections.getSelections().stream()
                .<Selection<?>>map(selection -> selection)
                .filter(selection -> conditions.shouldInclude(
                        (DirectivesContainer<?>) selection,
                        operation.getCoercedVariables().toMap(),
                        operation.getGraphQLSchema(),
                        operation.getGraphQLContext()));
    }

    private FragmentDefinition fragment(FragmentSpread spread) {
        // The document is valid by now, so what is spread is defined.
        return requireNonNull(operation.getFragmentsByName().get(spread.getName()));
    }

    private static int onTraced(@Nullable TypeName type) {
        return type != null && type.getName().equals(TRACED) ? 1 : 0;
    }
}
