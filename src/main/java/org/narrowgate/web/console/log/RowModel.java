package org.narrowgate.web.console.log;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.narrowgate.ledger.search.FoundEntry;
import org.narrowgate.ledger.search.FoundEntry.Particulars;
import org.narrowgate.web.LondonTime;

/**
 * An entry in words. Texts are empty where it does not say such a thing.
 *
 * @param at when it was appended, by the database's clock
 * @param when the same, as it is read in London
 * @param request names the request among all there ever were, and no person
 * @param policyVersion 0 where none is named
 * @param leafHash base64
 * @param particulars what became of the erasable part
 */
@JsonPropertyOrder({"index", "at", "when", "kind", "agency", "purpose", "outcome", "reason"})
public record RowModel(
        long index,
        Instant at,
        String when,
        String kind,
        String agency,
        String purpose,
        String outcome,
        String reason,
        List<String> released,
        List<String> generalised,
        List<String> withheld,
        String request,
        int policyVersion,
        String leafHash,
        String particulars) {
    static final String UNREADABLE = "Cannot be read: it is not what was written";

    public RowModel {
        released = List.copyOf(released);
        generalised = List.copyOf(generalised);
        withheld = List.copyOf(withheld);
    }

    static RowModel of(FoundEntry entry, PublishedNames names) {
        return Told.read(entry.circumstances())
                .map(told -> of(entry, told, names))
                .orElseGet(() -> unreadable(entry));
    }

    public boolean isErased() {
        return particulars.equals("erased");
    }

    private static RowModel of(FoundEntry entry, Told told, PublishedNames published) {
        var version = told.number("policyVersion").orElse(0);
        var names = version > 0 ? published.of(version) : PublishedNames.Names.NONE;
        return new RowModel(
                entry.index(),
                entry.appendedAt(),
                LondonTime.moment(entry.appendedAt()),
                EntryWords.kind(told.text("kind")),
                names.agency(told.text("agency")),
                names.purpose(told.text("purpose")),
                EntryWords.outcome(told.text("outcome")),
                EntryWords.reason(told.text("reason")),
                told.released().stream().map(EntryWords::field).toList(),
                told.generalised().entrySet().stream()
                        .map(each -> EntryWords.field(each.getKey()) + ": " + EntryWords.precision(each.getValue()))
                        .toList(),
                told.withheld().stream().map(EntryWords::field).toList(),
                told.text("request"),
                version,
                base64(entry.leafHash()),
                particulars(entry));
    }

    private static RowModel unreadable(FoundEntry entry) {
        return new RowModel(
                entry.index(),
                entry.appendedAt(),
                LondonTime.moment(entry.appendedAt()),
                UNREADABLE,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                0,
                base64(entry.leafHash()),
                particulars(entry));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String particulars(FoundEntry entry) {
        return entry.particulars() == Particulars.GONE ? "erased" : "kept";
    }
}
