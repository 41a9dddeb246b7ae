package org.narrowgate.casework.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.policy.AgencyId;

/** Case files as staff look for them. */
public interface OpenCases {
    int PAGE = 25;

    /**
     * A page of the open requests a filter lets through, nearest deadline first.
     *
     * @param found how many there are on all pages
     */
    record Found(List<CaseFile> files, long found) {}

    Found open(QueueFilter filter, String staffId, LocalDate today, Instant now);

    Counts counts(LocalDate today);

    /**
     * @param overdue of the open ones, those past their day with their clock running
     * @param incidents wrong persons reported and not dealt with
     */
    record Counts(long open, long overdue, long incidents) {}

    /** Other requests of an agency for the same case, newest first. */
    List<CaseFile> ofSameCase(CaseFile file, int most);

    /** Other requests of an agency, newest first. */
    List<CaseFile> ofAgency(AgencyId agency, CaseFile but, int most);

    /** Requests with an incident: open ones first, the nearest deadline first. */
    List<CaseFile> withIncident(int most);
}
