package org.narrowgate.casework;

import java.util.function.Function;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Position;

/**
 * A step that is decided and not yet written down. INVARIANT: its answer is made of the receipt, so none exists before
 * the entry does.
 *
 * @param <A> what it answers
 */
record Draft<A>(Entry entry, CaseMove move, Function<Position, A> answer) {

    static Receipt receipt(Position position, Moment moment) {
        return new Receipt(
                position.index(),
                position.leafHash(),
                position.at(),
                moment.policy().number(),
                moment.policy().policy().hash());
    }
}
