package org.narrowgate.governance.draft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the revisions of a draft come one from another, so that any can be undone and nothing is lost. */
public record Descent(List<Place> places) {
    /**
     * Where a revision stands.
     *
     * @param shows the revision whose contents it has: itself, or for an undo or redo an earlier one
     * @param follows the contents that these were made from; 0 for the first
     */
    public record Place(int number, int shows, int follows) {}

    /** @param places of all revisions, in order */
    public Descent {
        places = List.copyOf(places);
    }

    /** The place of a change made now. */
    Place ofChange() {
        int number = places.size() + 1;
        return new Place(number, number, newest().shows());
    }

    /** The place of an undo made now; empty where there is nothing to undo. */
    Optional<Place> ofUndo() {
        return showing(newest().follows());
    }

    /** The place of a redo made now; empty where nothing was undone since the last change. */
    Optional<Place> ofRedo() {
        return Stream.iterate(lastChange(), change -> change.follows() > 0, change -> place(change.follows()))
                .filter(change -> change.follows() == newest().shows())
                .findFirst()
                .flatMap(change -> showing(change.number()));
    }

    /** The revision whose change an undo made now takes back. */
    int undone() {
        return newest().shows();
    }

    private Optional<Place> showing(int number) {
        return number == 0
                ? Optional.empty()
                : Optional.of(new Place(places.size() + 1, number, place(number).follows()));
    }

    private Place newest() {
        return places.getLast();
    }

    private Place lastChange() {
        return places.reversed().stream()
                .filter(place -> place.shows() == place.number())
                .findFirst()
                .orElseThrow();
    }

    private Place place(int number) {
        return places.get(number - 1);
    }
}
