package org.narrowgate.web.console.log;

import java.util.List;
import org.narrowgate.web.console.cases.Sign;

/**
 * What does not show yet in people's own records: those whose review is overdue first.
 *
 * @param more how many there are besides, in words; empty where these are all
 */
public record EmbargoModel(List<Row> rows, String more) {
    public EmbargoModel {
        rows = List.copyOf(rows);
    }

    /**
     * The embargo of a purpose, by the policy, or of one request, by two caseworkers.
     *
     * @param of for whose disclosures it holds
     * @param detail more about it; empty where there is nothing to say
     */
    public record Row(String of, String detail, Sign state, String until, String review) {}
}
