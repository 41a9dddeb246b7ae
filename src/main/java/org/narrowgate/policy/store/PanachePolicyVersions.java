package org.narrowgate.policy.store;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyMark;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.policy.Stoppable;
import org.narrowgate.policy.Stops;

/** The policy versions in the database. Nothing is taken from there that does not bear its hash. */
@ApplicationScoped
@ActivateRequestContext
class PanachePolicyVersions implements PolicyVersions, PanacheRepositoryBase<PolicyVersionEntity, Integer> {
    private static final String NEWEST_WHOSE_TIME_HAS_COME = "inForceFrom <= ?1 order by number desc";

    private static final String PUBLISHED = "SELECT max(number) FILTER (WHERE in_force_from <= clock_timestamp()) AS"
            + " in_force, max(number) AS newest, (SELECT coalesce(max(number), 0) FROM stop_event) AS stops"
            + " FROM policy_version";
    private static final String TO_COME = "SELECT * FROM policy_version WHERE in_force_from > clock_timestamp()";
    private static final String LATEST_OF_EACH =
            "SELECT DISTINCT ON (what, id) number, kind, what, id FROM stop_event ORDER BY what, id, number DESC";

    @Produces
    @Singleton
    static PolicyInForce policyInForce(PolicyVersions versions) {
        return new PolicyInForce(versions, System::nanoTime);
    }

    @Override
    public Optional<PolicyVersion> inForce(Instant now) {
        return find(NEWEST_WHOSE_TIME_HAS_COME, now).firstResultOptional().map(PanachePolicyVersions::verified);
    }

    @Override
    public Optional<Published> published() {
        var row = getSession()
                .createNativeQuery(PUBLISHED, Object[].class)
                .addScalar("in_force", Integer.class)
                .addScalar("newest", Integer.class)
                .addScalar("stops", Long.class)
                .getSingleResult();
        return Optional.ofNullable((Integer) row[0])
                .map(number -> new Published(new PolicyMark(number, (long) row[2]), (int) row[1]));
    }

    @Override
    public List<PolicyVersion> toCome() {
        return getSession()
                .createNativeQuery(TO_COME, PolicyVersionEntity.class)
                .getResultStream()
                .map(PanachePolicyVersions::verified)
                .toList();
    }

    @Override
    public Stops stops() {
        var latest = getSession()
                .createNativeQuery(LATEST_OF_EACH, Object[].class)
                .addScalar("number", Long.class)
                .addScalar("kind", String.class)
                .addScalar("what", String.class)
                .addScalar("id", String.class)
                .getResultList();
        var mark = latest.stream().mapToLong(row -> (long) row[0]).max().orElse(0);
        return new Stops(
                mark,
                latest.stream()
                        .filter(row -> row[1].equals("stop"))
                        .collect(toUnmodifiableMap(PanachePolicyVersions::stoppable, row -> (Long) row[0])));
    }

    @Override
    public Optional<PolicyVersion> version(int number) {
        return findByIdOptional(number).map(PanachePolicyVersions::verified);
    }

    // What is stopped and cannot be read stops everything: nothing may be decided without it.
    private static Stoppable stoppable(Object[] row) {
        return Stoppable.Kind.valueOf(((String) row[2]).toUpperCase(Locale.ROOT))
                .named((String) row[3])
                .orElseThrow();
    }

    private static PolicyVersion verified(PolicyVersionEntity row) {
        return PolicyVersion.kept(row.number, row.document, row.hash, row.inForceFrom);
    }
}
