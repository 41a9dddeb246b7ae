package org.narrowgate.ledger.publication;

import java.util.List;
import org.narrowgate.ledger.note.KeyUse;
import org.narrowgate.ledger.note.VerifyingKey;

/**
 * Whose cosignatures are taken.
 *
 * @param needed of so many different ones a witnessed checkpoint has cosignatures
 */
public record Witnesses(List<VerifyingKey> keys, int needed) {
    private static final String WITNESSES = "narrowgate.log.witnesses";
    private static final String NEEDED = "narrowgate.log.witnesses-needed";

    public Witnesses {
        keys = keys.stream().distinct().toList();
        if (needed < 0 || needed > keys.size()) {
            throw new UnusableLogSettingException(
                    NEEDED + ": from 0 to the number of " + WITNESSES + ", which is " + keys.size());
        }
    }

    /**
     * Reads what the settings hold.
     *
     * @throws UnusableLogSettingException where one cannot be used
     */
    public static Witnesses read(List<String> keys, int needed) {
        return new Witnesses(
                keys.stream()
                        .map(text -> LogKeys.verifyingKey(WITNESSES, text, KeyUse.COSIGNATURES))
                        .toList(),
                needed);
    }
}
