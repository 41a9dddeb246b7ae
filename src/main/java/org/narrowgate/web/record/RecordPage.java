package org.narrowgate.web.record;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.narrowgate.caller.PersonSignIn;
import org.narrowgate.caller.SignedInPerson;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.rights.record.MyRecord;
import org.narrowgate.rights.record.OpenedRecord;
import org.narrowgate.rights.record.RecordService;

/** Who asked about the person who is signed in, and what they were told. */
@Path("/my-record")
@Authenticated
@Produces(MediaType.TEXT_HTML)
class RecordPage {
    private final Template page;
    private final RecordService records;
    private final RecordMessages messages;
    private final Visitor visitor;

    RecordPage(
            @Location("my-record/record.html") Template page,
            RecordService records,
            RecordMessages messages,
            Visitor visitor) {
        this.page = page;
        this.records = records;
        this.messages = messages;
        this.visitor = visitor;
    }

    /** A page that is not there shows the first. */
    @GET
    public Response show(@QueryParam("page") @DefaultValue("1") String number) {
        return switch (visitor.signIn()) {
            case PersonSignIn.NotAssured() -> messages.notAssured();
            case PersonSignIn.NotRecent() -> messages.notRecent();
            case PersonSignIn.WithoutNumber() -> messages.withoutNumber();
            case PersonSignIn.Sufficient(var person) -> open(person, number);
        };
    }

    /** Where the identity provider sends people back to, should the page they wanted not be known any more. */
    @GET
    @Path("signed-in")
    public Response signedIn() {
        return Response.seeOther(java.net.URI.create(RecordPath.ROOT)).build();
    }

    private Response open(SignedInPerson person, String number) {
        try {
            return switch (records.open(person, visitor.session().orElseThrow())) {
                case OpenedRecord.Unavailable() -> messages.unavailable();
                case OpenedRecord.TooYoung() -> messages.tooYoung();
                case OpenedRecord.Shown(var record) -> shown(record, number);
            };
        } catch (LedgerUnavailableException e) {
            return messages.notWritten();
        }
    }

    private Response shown(MyRecord record, String number) {
        // Rendered here, so that a page that cannot be is a failure and not half an answer.
        return Response.ok(
                        page.data("record", RecordModel.of(record, number)).render(),
                        MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .build();
    }
}
