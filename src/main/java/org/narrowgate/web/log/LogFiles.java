package org.narrowgate.web.log;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.narrowgate.ledger.LedgerUnavailableException;
import org.narrowgate.ledger.publication.LogKeys;
import org.narrowgate.ledger.publication.LostFromLogException;
import org.narrowgate.ledger.publication.NotPublishedException;
import org.narrowgate.ledger.publication.PublishedLog;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/** What anybody may fetch of the log (C2SP tlog-tiles), and the keys to check it with. */
@Path("/log")
@PermitAll
public class LogFiles {
    private final PublishedLog log;
    private final LogKeys keys;

    LogFiles(PublishedLog log, LogKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    @GET
    @Path("/checkpoint")
    public Response checkpoint() {
        return log.latest()
                .map(checkpoint -> LogAnswer.passing(checkpoint.note().format()))
                .orElseGet(() -> LogAnswer.none("No checkpoint has been published yet."));
    }

    @GET
    @Path("/witnessed")
    public Response witnessed() {
        return log.witnessed()
                .map(note -> LogAnswer.passing(note.format()))
                .orElseGet(() -> LogAnswer.none("No checkpoint has been cosigned by as many witnesses as are needed."));
    }

    /** One key a line: first those that sign, then those that once did. */
    @GET
    @Path("/keys")
    public Response keys() {
        return LogAnswer.passing(
                keys.all().stream().map(key -> key.text() + "\n").collect(joining()));
    }

    /** @param path as it was sent: a tile has one spelling */
    @GET
    @Path("/tile/{path: .+}")
    public Response tile(@PathParam("path") @Encoded String path) {
        var entries = Tile.parseEntries(path);
        if (entries.isPresent()) {
            return LogAnswer.lasting(log.entries(entries.get()));
        }
        return Tile.parse(path)
                .map(tile -> LogAnswer.lasting(bytes(log.hashes(tile))))
                .orElseGet(() -> LogAnswer.none("This is not how a tile is written."));
    }

    @ServerExceptionMapper
    public Response notPublished(NotPublishedException thrown) {
        return LogAnswer.none("No checkpoint covers this yet.");
    }

    // Not 503: asking again later would not help, and whoever verifies must be able to tell.
    @ServerExceptionMapper
    public Response lost(LostFromLogException thrown) {
        return LogAnswer.refused(410, "A checkpoint covers this, and it is not there any more.");
    }

    @ServerExceptionMapper
    public Response unavailable(LedgerUnavailableException thrown) {
        return LogAnswer.refused(503, "The log cannot be read now.");
    }

    private static byte[] bytes(List<Hash> hashes) {
        var bytes = new ByteArrayOutputStream(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }
}
