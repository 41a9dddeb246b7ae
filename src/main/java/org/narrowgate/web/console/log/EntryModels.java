package org.narrowgate.web.console.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.narrowgate.ledger.search.FoundEntry;
import org.narrowgate.ledger.search.LogSearch;
import org.narrowgate.ledger.search.OpenCircumstances;
import org.narrowgate.web.console.cases.Sign;
import org.narrowgate.web.console.log.EntryModel.Member;

/** Puts one entry into words, with what proves it. */
@ApplicationScoped
class EntryModels {
    private final LogSearch log;
    private final PublishedNames names;
    private final Proofs proofs;

    EntryModels(LogSearch log, PublishedNames names, Proofs proofs) {
        this.log = log;
        this.names = names;
        this.proofs = proofs;
    }

    /** @param site where this application is reached, without a slash at its end */
    Optional<EntryModel> entry(long index, String site) {
        return log.entry(index).map(opened -> model(opened, site));
    }

    /** One entry to be verified elsewhere. */
    Optional<ReceiptModel> receipt(long index) {
        return log.entry(index).map(proofs::receipt);
    }

    private EntryModel model(OpenCircumstances opened, String site) {
        var entry = opened.entry();
        var told = Told.read(entry.circumstances());
        return new EntryModel(
                RowModel.of(entry, names),
                told.map(Told::all).map(EntryModels::members).orElse(List.of()),
                told.map(readable -> new String(entry.circumstances(), UTF_8)).orElse(""),
                RowModel.base64(opened.salt()),
                RowModel.base64(opened.particularsHash()),
                opened.matchesItsHash()
                        ? Sign.good("The leaf hash is that of what is written here")
                        : Sign.bad("The leaf hash is not that of what is written here: somebody changed the database"),
                particulars(opened),
                opened.erasedBy().isPresent() ? address(opened.erasedBy().getAsLong()) : "",
                proofs.of(opened, site),
                entry.index() > 0 ? address(entry.index() - 1) : "",
                log.entry(entry.index() + 1).isPresent() ? address(entry.index() + 1) : "");
    }

    private Sign particulars(OpenCircumstances opened) {
        return switch (opened.entry().particulars()) {
            case KEPT -> Sign.plain("Kept");
            case GONE ->
                opened.erasedBy().isPresent()
                        ? Sign.plain("Erased: " + reason(opened.erasedBy().getAsLong()))
                        : Sign.bad("Gone, and no entry of the log says why");
        };
    }

    private String reason(long erasure) {
        return log.entry(erasure)
                .map(OpenCircumstances::entry)
                .map(FoundEntry::circumstances)
                .flatMap(Told::read)
                .map(told -> EntryWords.erasure(told.text("reason")))
                .orElse(EntryWords.erasure(""));
    }

    private static List<Member> members(Map<String, String> said) {
        return said.entrySet().stream()
                .map(each -> new Member(each.getKey(), each.getValue()))
                .toList();
    }

    private static String address(long index) {
        return "/console/log/entries/" + index;
    }
}
