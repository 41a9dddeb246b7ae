package org.narrowgate.ledger.publication;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SignedNote.Signers;
import org.narrowgate.ledger.tree.MerkleTree;

/** On what conditions a checkpoint is signed: only one that continues every earlier one that is known. */
public final class Signing {
    private final LogKeys keys;
    private final String origin;

    /** @throws IllegalArgumentException where there is no key to sign with */
    public Signing(LogKeys keys) {
        this.keys = keys;
        this.origin = keys.origin().orElseThrow(() -> new IllegalArgumentException("nothing signs without a key"));
    }

    /**
     * The last checkpoints that are known, each empty where it is not.
     *
     * @param outside in the file outside the database
     * @param published in the database
     * @param seen in this process's memory
     */
    public record Earlier(
            Optional<SignedNote> outside, Optional<PublishedCheckpoint> published, Optional<Checkpoint> seen) {
        public Earlier {
            requireNonNull(outside);
            requireNonNull(published);
            requireNonNull(seen);
        }

        /** What the file holds and the database does not: it was written, and then its writer died. */
        public Optional<SignedNote> unpublished() {
            long size = published.map(PublishedCheckpoint::size).orElse(-1L);
            return outside.filter(note -> Checkpoint.parse(note.text()).size() > size);
        }

        List<Found> found() {
            var found = new ArrayList<Found>();
            outside.ifPresent(note -> found.add(new Found(Checkpoint.parse(note.text()), "outside the database")));
            published.ifPresent(note -> found.add(new Found(note.checkpoint(), "in the database")));
            seen.ifPresent(checkpoint -> found.add(new Found(checkpoint, "that this replica has seen")));
            return found;
        }
    }

    /** A checkpoint, and in words where it was found. */
    record Found(Checkpoint checkpoint, String whereabouts) {}

    /** Why nothing may be signed over what the log holds now; empty where it continues what was signed. */
    public Optional<String> objection(MerkleTree tree, long entries, Earlier earlier) {
        if (earlier.outside().isEmpty() && earlier.published().isPresent()) {
            return Optional.of("the file of the last checkpoint is missing: an operator decides, by putting there a"
                    + " checkpoint they trust");
        }
        var ofAnother = earlier.found().stream()
                .filter(found -> !found.checkpoint().origin().equals(origin))
                .findFirst();
        if (ofAnother.isPresent()) {
            return Optional.of("the last checkpoint " + ofAnother.get().whereabouts()
                    + " is of a log with another name than the signing keys'");
        }
        return earlier.outside()
                .flatMap(this::unknown)
                .or(() -> earlier.found().stream()
                        .flatMap(found ->
                                Continuity.broken(tree, entries, found.checkpoint(), found.whereabouts()).stream())
                        .findFirst());
    }

    /** The checkpoint of that size, as far as it is proved to continue the earlier ones, and signed. */
    public sealed interface Outcome {
        record Signed(SignedNote note) implements Outcome {}

        record Refused(String reason) implements Outcome {}
    }

    public Outcome sign(MerkleTree tree, long size, Earlier earlier) {
        var checkpoint = new Checkpoint(origin, size, tree.root(size));
        for (var found : earlier.found()) {
            var before = found.checkpoint();
            if (before.size() > size
                    || !tree.consistency(before.size(), size).proves(before.root(), checkpoint.root())) {
                return new Outcome.Refused(
                        "the tree does not continue the last checkpoint " + found.whereabouts() + ": it was altered");
            }
        }
        return new Outcome.Signed(keys.sign(checkpoint));
    }

    private Optional<String> unknown(SignedNote note) {
        return switch (note.signers(keys.all())) {
            case Signers.Known(var by) -> Optional.empty();
            case Signers.Unknown() ->
                Optional.of("the last checkpoint outside the database is signed by no key of"
                        + " narrowgate.log.signing-keys or narrowgate.log.retired-keys");
            case Signers.Forged(var key) ->
                Optional.of("the last checkpoint outside the database holds a signature that is not its key's");
        };
    }
}
