package org.narrowgate.casework.review.store;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.Claim;
import org.narrowgate.casework.review.Claims;

/** Claims in PostgreSQL: of two who want one at once, the database lets one have it. */
@ApplicationScoped
class PanacheClaims implements Claims, PanacheRepositoryBase<CaseClaimEntity, UUID> {
    private static final String TAKE = "INSERT INTO case_claim AS held (request, staff, name, until)"
            + " VALUES (:request, :staff, :name, :until) ON CONFLICT (request) DO UPDATE"
            + " SET staff = excluded.staff, name = excluded.name, until = excluded.until"
            + " WHERE held.staff = excluded.staff OR held.until < :now";

    @Override
    @Transactional
    public Optional<Claim> of(TracingRequestId id, Instant now) {
        return find("request = ?1 and until >= ?2", id.value(), now)
                .firstResultOptional()
                .map(PanacheClaims::claim);
    }

    @Override
    @Transactional
    public Map<TracingRequestId, Claim> of(Set<TracingRequestId> ids, Instant now) {
        var requests = ids.stream().map(TracingRequestId::value).toList();
        return find("request in ?1 and until >= ?2", requests, now).stream()
                .collect(toUnmodifiableMap(held -> new TracingRequestId(held.request), PanacheClaims::claim));
    }

    @Override
    @Transactional
    public Claim take(TracingRequestId id, Claim wanted, Instant now) {
        getSession()
                .createNativeMutationQuery(TAKE)
                .setParameter("request", id.value())
                .setParameter("staff", wanted.by())
                .setParameter("name", wanted.name())
                .setParameter("until", wanted.until())
                .setParameter("now", now)
                .executeUpdate();
        return claim(findById(id.value()));
    }

    @Override
    @Transactional
    public void giveBack(TracingRequestId id, String staffId) {
        delete("request = ?1 and staff = ?2", id.value(), staffId);
    }

    private static Claim claim(CaseClaimEntity held) {
        return new Claim(held.staff, held.name, held.until);
    }
}
