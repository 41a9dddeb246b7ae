package org.narrowgate.web.console.policy.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.replay.ReplayId;
import org.narrowgate.governance.replay.ReplayResult;
import org.narrowgate.governance.replay.ReplayService;
import org.narrowgate.web.automation.ReplayAnswer;
import org.narrowgate.web.console.ConsoleMessages;
import org.narrowgate.web.console.SignedIn;

/** One replay: how far it is, what came of it, and the same for a spreadsheet or a program. */
@Path(ReplayModels.REPLAYS + "/{id}")
@RolesAllowed({StaffRole.AUTHOR, StaffRole.APPROVER})
class ReplayPages {
    private final Template page;
    private final ReplayModels models;
    private final ReplayService replays;
    private final SignedIn signedIn;
    private final ConsoleMessages messages;
    private final ObjectMapper json;

    ReplayPages(
            @Location("console/policy/replay.html") Template page,
            ReplayModels models,
            ReplayService replays,
            SignedIn signedIn,
            ConsoleMessages messages,
            ObjectMapper json) {
        this.page = page;
        this.models = models;
        this.replays = replays;
        this.signedIn = signedIn;
        this.messages = messages;
        this.json = json;
    }

    /** @param over whether it can come no further */
    record Progress(String words, long done, long total, boolean over) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response show(@PathParam("id") String id) {
        try {
            var shown =
                    page.data("replay", models.run(signedIn.staff(), named(id))).render();
            return Response.ok(shown, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .build();
        } catch (GovernanceException refused) {
            return messages.refused(refused);
        }
    }

    /** For our own script. */
    @GET
    @Path("progress")
    @Produces(MediaType.APPLICATION_JSON)
    public Progress progress(@PathParam("id") String id) {
        var run = replays.run(signedIn.staff(), named(id));
        return new Progress(
                ReplayModels.standing(run),
                run.done(),
                Math.max(1, run.total()),
                !run.state().isUnderWay());
    }

    @POST
    @Path("cancel")
    @Produces(MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("id") String id) {
        try {
            replays.cancel(signedIn.staff(), named(id));
            return Response.seeOther(URI.create(ReplayModels.REPLAYS + "/" + named(id)))
                    .build();
        } catch (GovernanceException refused) {
            return messages.refused(refused);
        }
    }

    @GET
    @Path("result.csv")
    @Produces("text/csv")
    public Response csv(@PathParam("id") String id) {
        return file(id, "csv", "text/csv;charset=UTF-8;header=present", ReplayCsv.of(result(id)));
    }

    @GET
    @Path("result.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(@PathParam("id") String id) throws JsonProcessingException {
        var staff = signedIn.staff();
        var result = result(id);
        var answer = ReplayAnswer.of(replays.run(staff, named(id)), result, replays.told(staff, result));
        return file(id, "json", MediaType.APPLICATION_JSON, json.writeValueAsString(answer));
    }

    private static Response file(String id, String ending, String type, String content) {
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"replay-" + named(id) + "." + ending + "\"")
                .build();
    }

    private ReplayResult result(String id) {
        return replays.result(signedIn.staff(), named(id)).orElseThrow(NotFoundException::new);
    }

    private static ReplayId named(String id) {
        return ReplayId.parse(id).orElseThrow(NotFoundException::new);
    }
}
