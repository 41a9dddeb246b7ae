package org.narrowgate.governance.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.narrowgate.governance.draft.Descent.Place;

class DescentTest {
    private final List<Place> places = new ArrayList<>(List.of(new Place(1, 1, 0)));

    @Test
    void undoesEveryChangeDownToTheFirstContents() {
        // Given
        change();
        change();
        // When
        undo();
        undo();
        // Then
        assertThat(shown()).containsExactly(1, 2, 3, 2, 1);
        assertThat(descent().ofUndo()).isEmpty();
    }

    @Test
    void bringsBackWhatWasUndoneInItsOrder() {
        // Given
        change();
        change();
        undo();
        undo();
        // When
        redo();
        redo();
        // Then
        assertThat(shown()).containsExactly(1, 2, 3, 2, 1, 2, 3);
        assertThat(descent().ofRedo()).isEmpty();
    }

    @Test
    void undoesAChangeMadeAfterAnUndoToWhatItWasMadeFrom() {
        // Given
        change();
        undo();
        change();
        // When
        undo();
        // Then
        assertThat(shown()).containsExactly(1, 2, 1, 4, 1);
    }

    @Test
    void bringsBackNothingThatAnotherChangeHasReplaced() {
        // Given
        change();
        undo();
        change();
        // When
        var redo = descent().ofRedo();
        // Then
        assertThat(redo).isEmpty();
    }

    private void change() {
        places.add(descent().ofChange());
    }

    private void undo() {
        add(Descent::ofUndo);
    }

    private void redo() {
        add(Descent::ofRedo);
    }

    private void add(Function<Descent, Optional<Place>> move) {
        places.add(move.apply(descent()).orElseThrow());
    }

    private List<Integer> shown() {
        return places.stream().map(Place::shows).toList();
    }

    private Descent descent() {
        return new Descent(places);
    }
}
