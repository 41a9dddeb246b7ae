package org.narrowgate.policy.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PolicyVersions;

/** The policy versions in the database. Nothing is taken from there that does not bear its hash. */
@ApplicationScoped
@ActivateRequestContext
class PanachePolicyVersions implements PolicyVersions, PanacheRepositoryBase<PolicyVersionEntity, Integer> {
    private static final String NEWEST_WHOSE_TIME_HAS_COME = "inForceFrom <= ?1 order by number desc";

    @Produces
    @Singleton
    static PolicyInForce policyInForce(PolicyVersions versions, Clock clock) {
        return new PolicyInForce(versions, clock);
    }

    @Override
    public Optional<PolicyVersion> inForce(Instant now) {
        return find(NEWEST_WHOSE_TIME_HAS_COME, now).firstResultOptional().map(PanachePolicyVersions::verified);
    }

    @Override
    public OptionalInt numberInForce(Instant now) {
        var numbers = getEntityManager()
                .createQuery("select max(number) from PolicyVersionEntity where inForceFrom <= ?1", Integer.class)
                .setParameter(1, now)
                .getResultList();
        return numbers.stream()
                .flatMap(Stream::ofNullable)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    @Override
    public Optional<PolicyVersion> version(int number) {
        return findByIdOptional(number).map(PanachePolicyVersions::verified);
    }

    private static PolicyVersion verified(PolicyVersionEntity row) {
        return PolicyVersion.kept(row.number, row.document, row.hash, row.inForceFrom);
    }
}
