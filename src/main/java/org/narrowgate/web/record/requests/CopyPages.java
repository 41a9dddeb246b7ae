package org.narrowgate.web.record.requests;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.narrowgate.caller.SignedInPerson;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.rights.record.MyRecord;
import org.narrowgate.rights.request.RequestService;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RightsCaseId;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.record.OwnPages;
import org.narrowgate.web.record.RecordMessages;
import org.narrowgate.web.record.RequestModel;

/** A copy that was released, made of the record as it is when it is taken: what is held back there is held back here. */
@Path("/my-record/copies/{id}")
@Authenticated
class CopyPages {
    private final Template page;
    private final OwnPages pages;
    private final RequestService requests;
    private final RecordMessages messages;
    private final CopyDocument document;
    private final Clock clock;

    CopyPages(
            @Location("my-record/copy.html") Template page,
            OwnPages pages,
            RequestService requests,
            RecordMessages messages,
            WorkingDays calendar,
            Clock clock) {
        this.page = page;
        this.pages = pages;
        this.requests = requests;
        this.messages = messages;
        this.document = new CopyDocument(calendar);
        this.clock = clock;
    }

    @GET
    public Response toPrint(@PathParam("id") String id) {
        return copy(
                id,
                (record, cases, until) -> Response.ok(
                                page.data("copy", model(record, until)).render())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .build());
    }

    @GET
    @Path("copy.json")
    public Response asFile(@PathParam("id") String id) {
        return copy(
                id,
                (record, cases, until) -> Response.ok(document.of(record, cases, now()))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .header("Content-Disposition", "attachment; filename=\"my-record.json\"")
                        .build());
    }

    private interface Made {
        Response of(MyRecord record, List<RightsCase> cases, LocalDate until);
    }

    private Response copy(String named, Made made) {
        var id = RightsCaseId.parse(named).orElseThrow(NotFoundException::new);
        return pages.page(person -> {
            var cases = requests.casesOf(person.nhsNumber());
            return cases.stream()
                    .filter(file -> file.id().equals(id) && file.isCopyReadyOn(Moment.dayOf(now())))
                    .findFirst()
                    .map(file -> made(cases, file, made))
                    .orElseGet(this::nothing);
        });
    }

    private Response made(List<RightsCase> cases, RightsCase file, Made made) {
        // Taking the copy opens the record, which is written down as every opening is.
        return pages.pageOfRecord((SignedInPerson person, MyRecord record) ->
                made.of(record, cases, file.copyUntil().orElseThrow()));
    }

    private Response nothing() {
        return messages.page(
                404,
                "There is no copy here",
                "It was not released, it is somebody else's, or the " + RightsCase.COPY_DAYS
                        + " days in which it could be had are over. You can ask for another.");
    }

    private CopyModel model(MyRecord record, LocalDate until) {
        return new CopyModel(
                LondonTime.moment(now()),
                LondonTime.day(until),
                record.requests().stream().map(RequestModel::of).toList(),
                record.openings().stream()
                        .map(opening -> LondonTime.moment(opening.at()))
                        .toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
