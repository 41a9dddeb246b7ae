package org.narrowgate.transparency;

import java.util.List;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.ledger.WrittenEntry;

/** Registers folded from histories whose agencies bear the names of their groups. */
final class TestFold {
    private TestFold() {}

    static RegisterFold empty() {
        return new RegisterFold(History.GROUPS, WorkingDays.shipped());
    }

    static Register of(WrittenEntry... entries) {
        return of(List.of(entries));
    }

    static Register of(History history) {
        return of(history.entries());
    }

    private static Register of(List<WrittenEntry> entries) {
        var fold = empty();
        entries.forEach(fold::add);
        return fold.register();
    }
}
