package org.narrowgate.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.narrowgate.casework.CaseMove.Change;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.disclosure.Step;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.ledger.Position;

/**
 * A step that is decided and not yet written down. INVARIANT: its answer is made of the receipt, so none exists before
 * the entry does.
 *
 * @param <A> what it answers
 */
public record Draft<A>(Entry entry, CaseMove move, Function<Position, A> answer) {

    /**
     * A request that moves on, answered as it then is.
     *
     * @param before as it was read
     * @param particulars beside the case reference, which every step keeps
     */
    public static Draft<CaseFile> moved(
            CaseFile before, CaseFile after, Step.Kind kind, Map<String, ?> particulars, Moment moment) {
        return moved(
                before,
                kind,
                new Step.Result.Moved(after.state().shown().word()),
                particulars,
                moment,
                receipt -> after);
    }

    /**
     * A request that moves on to what there is only with a receipt.
     *
     * @param before as it was read
     * @param particulars beside the case reference, which every step keeps
     */
    public static Draft<CaseFile> moved(
            CaseFile before,
            Step.Kind kind,
            Step.Result result,
            Map<String, ?> particulars,
            Moment moment,
            Function<Receipt, CaseFile> after) {
        var change = new Change.Moved(
                before.changedAt(),
                before.readings(),
                position -> after.apply(receipt(position, moment)).kept(position.at(), moment));
        return new Draft<>(
                before.step(kind, Set.of(), moment).entry(result, withReference(before, particulars)),
                new CaseMove(before.agency(), before.id(), moment.policy().mark(), result.footing(), change),
                change.file());
    }

    /**
     * A request of which all is erased that was said of its subject, in the log and beside it.
     *
     * @param before as it was read
     */
    public static Draft<Long> erased(CaseFile before, Erasure.Reason reason, Moment moment) {
        var after = before.erased(moment.now());
        var moved =
                new Change.Moved(before.changedAt(), before.readings(), position -> after.kept(position.at(), moment));
        return new Draft<>(
                before.step(Step.Kind.ERASURE, Set.of(), moment)
                        .entry(
                                new Step.Result.Erased(after.state().shown().word(), reason),
                                Map.of("caseReference", CaseFile.ERASED)),
                new CaseMove(
                        before.agency(),
                        before.id(),
                        moment.policy().mark(),
                        Optional.empty(),
                        new Change.Erased(moved, reason)),
                Position::index);
    }

    /** A step that is written down and changes nothing. */
    public static Draft<CaseFile> noted(CaseFile file, Step.Kind kind, Map<String, ?> particulars, Moment moment) {
        return new Draft<>(
                file.step(kind, Set.of(), moment)
                        .entry(new Step.Result.Moved(file.state().shown().word()), withReference(file, particulars)),
                new CaseMove(file.agency(), file.id(), moment.policy().mark(), Optional.empty(), new Change.Nothing()),
                position -> file);
    }

    /** The same step with another answer. */
    public <B> Draft<B> answering(Function<A, B> other) {
        return new Draft<>(entry, move, answer.andThen(other));
    }

    private static Map<String, Object> withReference(CaseFile file, Map<String, ?> particulars) {
        var kept = new HashMap<String, Object>(particulars);
        kept.putIfAbsent("caseReference", file.caseReference());
        return kept;
    }

    static Receipt receipt(Position position, Moment moment) {
        return new Receipt(
                position.index(),
                position.leafHash(),
                position.at(),
                moment.policy().number(),
                moment.policy().policy().hash());
    }
}
