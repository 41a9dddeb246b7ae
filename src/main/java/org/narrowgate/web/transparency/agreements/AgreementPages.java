package org.narrowgate.web.transparency.agreements;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.narrowgate.policy.AgreementId;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.transparency.agreements.AgreementsService;

/** The register of agreements for everybody to read: what each lets an agency see, and what became of it. */
@Path("/transparency/agreements")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class AgreementPages {
    // A stop has to show soon.
    private static final int SECONDS_FRESH = 60;

    private final Template list;
    private final Template page;
    private final AgreementsService agreements;

    AgreementPages(
            @Location("transparency/agreements.html") Template list,
            @Location("transparency/agreement.html") Template page,
            AgreementsService agreements) {
        this.list = list;
        this.page = page;
        this.agreements = agreements;
    }

    @GET
    @Cache(maxAge = SECONDS_FRESH)
    public TemplateInstance list() {
        var register = agreements.register();
        return list.data(
                        "agreements",
                        register.agreements().stream().map(AgreementView::of).toList())
                .data(
                        "versions",
                        register.versions().stream().map(VersionView::of).toList());
    }

    @GET
    @Path("{id}")
    @Cache(maxAge = SECONDS_FRESH)
    public TemplateInstance one(@PathParam("id") String id) {
        return named(id)
                .flatMap(agreements.register()::agreement)
                .map(agreement -> page.data("agreement", AgreementView.of(agreement)))
                .orElseThrow(NotFoundException::new);
    }

    /** Agreements and purposes are named in one form. */
    private static Optional<AgreementId> named(String id) {
        return PurposeId.parse(id).map(name -> new AgreementId(name.value()));
    }
}
