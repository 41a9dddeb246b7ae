package org.narrowgate.web.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.narrowgate.caller.PersonSignIn;
import org.narrowgate.caller.SignedInPerson;
import org.narrowgate.disclosure.Standpoint;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.rights.record.MyRecord;
import org.narrowgate.rights.record.OpenedRecord;
import org.narrowgate.rights.record.RecordService;

/** Lets people in to the pages that are theirs, or says why there is none: the same everywhere at their record. */
@ApplicationScoped
public class OwnPages {
    private final RecordService records;
    private final RecordMessages messages;
    private final Visitor visitor;

    OwnPages(RecordService records, RecordMessages messages, Visitor visitor) {
        this.records = records;
        this.messages = messages;
        this.visitor = visitor;
    }

    /** A page that shows nothing of the record. */
    public Response page(Function<SignedInPerson, Response> page) {
        return switch (visitor.signIn()) {
            case PersonSignIn.NotAssured() -> messages.notAssured();
            case PersonSignIn.NotRecent() -> messages.notRecent();
            case PersonSignIn.WithoutNumber() -> messages.withoutNumber();
            case PersonSignIn.Sufficient(var person) ->
                switch (records.standpoint(person)) {
                    case Standpoint.Unavailable() -> messages.unavailable();
                    case Standpoint.TooYoung() -> messages.tooYoung();
                    case Standpoint.Open open -> page.apply(person);
                };
        };
    }

    /** A page that shows the record, whose opening is written down. */
    public Response pageOfRecord(BiFunction<SignedInPerson, MyRecord, Response> page) {
        return page(person -> opened(person, page));
    }

    private Response opened(SignedInPerson person, BiFunction<SignedInPerson, MyRecord, Response> page) {
        try {
            return switch (records.open(person, visitor.session().orElseThrow())) {
                case OpenedRecord.Unavailable() -> messages.unavailable();
                case OpenedRecord.TooYoung() -> messages.tooYoung();
                case OpenedRecord.Shown(var record) -> page.apply(person, record);
            };
        } catch (LedgerUnavailableException e) {
            return messages.notWritten();
        }
    }
}
