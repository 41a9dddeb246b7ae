package org.narrowgate.faults;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.narrowgate.faults.Answer.Receipt;

/**
 * What clients were told, held against what the database holds.
 *
 * @param outcomes answers with a receipt
 * @param lost of these, whose tracing request is not held
 * @param unlogged of these, whose receipt's leaf is not in the log where the receipt says
 * @param twice keys under which more than one request came to be
 * @param unheard entries in the log whose answer reached nobody: written, and their answer lost on the way
 */
record Reckoning(int outcomes, int lost, int unlogged, int twice, int unheard) {
    static Reckoning of(List<Answer> answers, Postgres database) throws SQLException {
        var leaves = leaves(database);
        var requests = requests(database);
        var told = answers.stream().filter(Answer::isOutcome).toList();
        var heard = new HashSet<Long>();
        int unlogged = 0;
        int lost = 0;
        for (var answer : told) {
            var receipt = answer.receipt().orElseThrow();
            // One entry is one disclosure: a receipt given to two is a release without an entry of its own.
            if (!heard.add(receipt.entry()) || !receipt.equals(leaves.get(receipt.entry()))) {
                unlogged++;
            }
            if (!requests.contains(answer.request())) {
                lost++;
            }
        }
        return new Reckoning(told.size(), lost, unlogged, twice(told), leaves.size() - heard.size());
    }

    /** Nothing lost, nothing released unlogged, nothing done twice. */
    boolean isClean() {
        return outcomes > 0 && lost == 0 && unlogged == 0 && twice == 0;
    }

    private static int twice(List<Answer> told) {
        var byKey = new HashMap<UUID, Set<String>>();
        told.forEach(answer ->
                byKey.computeIfAbsent(answer.key(), _ -> new HashSet<>()).add(answer.request()));
        return (int)
                byKey.values().stream().filter(requests -> requests.size() > 1).count();
    }

    private static Map<Long, Receipt> leaves(Postgres database) throws SQLException {
        var leaves = new HashMap<Long, Receipt>();
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT index, encode(leaf_hash, 'base64') FROM ledger_entry"
                        + " WHERE convert_from(circumstances, 'UTF8')::jsonb ? 'request'")) {
            while (row.next()) {
                leaves.put(row.getLong(1), new Receipt(row.getLong(1), row.getString(2)));
            }
        }
        return leaves;
    }

    private static Set<String> requests(Postgres database) throws SQLException {
        var requests = new HashSet<String>();
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT id::text FROM tracing_request")) {
            while (row.next()) {
                requests.add(row.getString(1));
            }
        }
        return requests;
    }
}
