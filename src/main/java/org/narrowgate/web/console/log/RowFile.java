package org.narrowgate.web.console.log;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Found entries as lines of comma-separated values, RFC 4180. */
final class RowFile {
    private static final String HEAD = "index,at,kind,agency,purpose,outcome,reason,released,generalised,withheld,"
            + "request,policy_version,leaf_hash,particulars\r\n";

    private RowFile() {}

    static String csv(List<RowModel> rows) {
        return HEAD + rows.stream().map(RowFile::line).collect(joining());
    }

    private static String line(RowModel row) {
        return Stream.of(
                        String.valueOf(row.index()),
                        row.at().toString(),
                        row.kind(),
                        row.agency(),
                        row.purpose(),
                        row.outcome(),
                        row.reason(),
                        String.join("; ", row.released()),
                        String.join("; ", row.generalised()),
                        String.join("; ", row.withheld()),
                        row.request(),
                        row.policyVersion() == 0 ? "" : String.valueOf(row.policyVersion()),
                        row.leafHash(),
                        row.particulars())
                .map(RowFile::cell)
                .collect(joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        // A policy document may begin a name with what a spreadsheet takes for a formula.
        var safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
