package org.narrowgate.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.narrowgate.policy.PurposeTerms.Deceased;

/**
 * What decides whether a record is traced: nothing that a disclosure could hold but the death.
 *
 * @param hasPredecessors whether other records were merged into this one
 * @param version the transaction that wrote the row: an import writes it whatever it changes of a record
 */
record HeldRecord(
        long person,
        String nhsNumber,
        String protection,
        boolean deceased,
        Optional<String> supersededBy,
        boolean invalidated,
        boolean hasPredecessors,
        long version) {

    /** @param row as {@link Statements#RECORD_BY_KEY} selects it */
    static HeldRecord of(ResultSet row) throws SQLException {
        return new HeldRecord(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                Optional.ofNullable(row.getString(5)),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getLong(8));
    }

    boolean isTraced(Deceased terms) {
        return isTraceable() && (!deceased || terms == Deceased.INCLUDED);
    }

    boolean isUnrestricted() {
        return protection.equals("U");
    }

    /** Anything but the two codes that allow it is taken for very restricted. */
    private boolean isTraceable() {
        return supersededBy.isEmpty() && !invalidated && (protection.equals("U") || protection.equals("R"));
    }
}
