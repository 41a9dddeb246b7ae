package org.narrowgate.governance.replay;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.Map;
import org.narrowgate.policy.Agency;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.HistoricPolicy;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.Standing;

/** What decides in a replay, and the names it knows agencies and purposes by. */
public final class Rulebook {
    private static final String TODAY =
            "Policies decide as of today, also on requests that were received before their" + " agreements began.";
    private static final String THEN = "The practice of 2016 decides each request in its own month.";

    private final String title;
    private final String day;
    private final Deciding deciding;
    private final Map<AgencyId, String> agencies;
    private final Map<PurposeId, String> purposes;

    private Rulebook(String title, String day, PolicyDocument document, Deciding deciding) {
        this.title = requireNonNull(title);
        this.day = day;
        this.deciding = deciding;
        this.agencies = document.agencies().stream().collect(toUnmodifiableMap(Agency::id, Agency::name));
        this.purposes = document.purposes().stream().collect(toUnmodifiableMap(Purpose::id, Purpose::title));
    }

    @FunctionalInterface
    private interface Deciding {
        Decision decide(ReplayedRequest request, Standing standing);
    }

    /**
     * A policy as it would decide now, also on requests received before its agreements began.
     *
     * @param title as a sentence goes on with it: {@code the draft}
     */
    public static Rulebook of(String title, Policy policy, LocalDate today) {
        return new Rulebook(
                title,
                TODAY,
                policy.document(),
                (request, standing) -> policy.decide(request.asker(), request.facts(), standing, today));
    }

    /** The practice of 2016, which decides each request on its own day: it was over with the year. */
    public static Rulebook practiceOf2016() {
        var practice = HistoricPolicy.of2016();
        return new Rulebook(
                "the practice of 2016",
                THEN,
                practice.document(),
                (request, standing) -> practice.decide(request.asker(), request.facts(), standing, request.day()));
    }

    String title() {
        return title;
    }

    Decision decide(ReplayedRequest request, Standing standing) {
        return deciding.decide(request, standing);
    }

    /** As of which day it decides, in a sentence. */
    String day() {
        return day;
    }

    Map<AgencyId, String> agencies() {
        return agencies;
    }

    Map<PurposeId, String> purposes() {
        return purposes;
    }
}
