package org.narrowgate.web.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.narrowgate.transparency.StatisticsService;

/** The published figures for programs. */
@Path("/transparency")
@PermitAll
class StatisticsFiles {
    private static final String HEADER = "month,agency,row,count,suppressed";
    private static final int SECONDS_FRESH = 300;

    private final StatisticsService statistics;
    private final ObjectMapper json;

    StatisticsFiles(StatisticsService statistics, ObjectMapper json) {
        this.statistics = statistics;
        this.json = json;
    }

    @GET
    @Path("/statistics.csv")
    public Response csv(@Context Request request) {
        var lines = StatisticsLine.of(statistics.published().months(), statistics.archivedYear());
        var csv = Stream.concat(Stream.of(HEADER), lines.stream().map(StatisticsLine::csv))
                .collect(joining("\n", "", "\n"));
        return answer(request, csv, "text/csv;charset=UTF-8;header=present");
    }

    @GET
    @Path("/statistics.json")
    public Response json(@Context Request request) throws JsonProcessingException {
        var document = StatisticsDocument.of(statistics.published(), statistics.archivedYear());
        return answer(request, json.writeValueAsString(document), "application/json");
    }

    private static Response answer(Request request, String content, String type) {
        var tag = new EntityTag(sha256(content));
        var fresh = new CacheControl();
        fresh.setMaxAge(SECONDS_FRESH);
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(content, type) : unchanged)
                .tag(tag)
                .cacheControl(fresh)
                .build();
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
