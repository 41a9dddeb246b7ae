package org.narrowgate.transparency.archive.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.OffenceCatalogue;
import org.narrowgate.policy.OffenceStage;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.transparency.archive.ArchivedRequest;
import org.narrowgate.transparency.archive.Fate;

/** Makes archived requests of rows. A row that says anything unknown makes none. */
final class ArchivedRow {
    private ArchivedRow() {}

    static ArchivedRequest request(ArchivedRequestEntity row) {
        return new ArchivedRequest(
                row.number,
                YearMonth.from(row.month),
                new AgencyId(row.agency),
                AgencyGroup.ofTitle(row.agencyGroup).orElseThrow(),
                facts(row),
                fate(row));
    }

    private static RequestFacts facts(ArchivedRequestEntity row) {
        return new RequestFacts(
                new PurposeId(row.purpose),
                Optional.ofNullable(row.ground).map(GroundType::valueOf).map(type -> ground(type, row)),
                Sources.valueOf(row.sources),
                Optional.ofNullable(row.countersignedBy)
                        .map(rank -> new Countersignature(ArchivedRequest.NOT_RECORDED, rank, row.month)),
                Arrays.stream(row.searchArguments)
                        .map(path -> SearchArgument.ofPath(path).orElseThrow())
                        .collect(toUnmodifiableSet()));
    }

    private static Ground ground(GroundType type, ArchivedRequestEntity row) {
        return switch (type) {
            case SERIOUS_CRIMINALITY -> seriousCriminality(row);
            case PUBLIC_SECURITY_RISK -> new Ground.PublicSecurityRisk(ArchivedRequest.NOT_RECORDED);
            case MISSING_VULNERABLE_PERSON -> new Ground.MissingVulnerablePerson(ArchivedRequest.NOT_RECORDED);
            case COURT_ORDER -> new Ground.CourtOrder(ArchivedRequest.NOT_RECORDED, Optional.empty());
        };
    }

    private static Ground seriousCriminality(ArchivedRequestEntity row) {
        return new Ground.SeriousCriminality(
                OffenceCatalogue.ofCode(requireNonNull(row.offence)).orElseThrow(),
                OffenceStage.valueOf(requireNonNull(row.stage)),
                Stream.ofNullable(row.sentenceMonths)
                        .mapToInt(Integer::intValue)
                        .findFirst());
    }

    private static Fate fate(ArchivedRequestEntity row) {
        return switch (row.fate) {
            case Fate.REJECTED -> new Fate.Rejected(RefusalReason.valueOf(requireNonNull(row.rejectionReason)));
            case Fate.APPROVED_TRACE -> new Fate.ApprovedTrace();
            case Fate.APPROVED_NO_TRACE -> new Fate.ApprovedNoTrace();
            case Fate.UNEXPLAINED -> new Fate.Unexplained();
            default -> throw new IllegalStateException("`" + row.fate + "` is no fate");
        };
    }
}
