package org.narrowgate.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.HexFormat;
import org.narrowgate.policy.HistoricPolicy;

/** The practice of 2016 as a document for everybody to read: the bytes its hash is of, marked as never published. */
@Path("/transparency/2016/policy.json")
class HistoricPolicyPage {
    private static final int A_DAY = 86_400;

    private final HistoricPolicy historic = HistoricPolicy.of2016();

    @GET
    public Response show(@Context Request request) {
        var tag = new EntityTag(historic.hash());
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null
                ? Response.ok(historic.canonicalJson(), MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                : unchanged;
        var fresh = new CacheControl();
        fresh.setMaxAge(A_DAY);
        return response.tag(tag)
                .cacheControl(fresh)
                .header("Policy-Status", "historic; never published")
                .header("Policy-Hash", historic.hash())
                .header("Repr-Digest", "sha-256=:" + base64(historic.hash()) + ":")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
