package org.narrowgate.transparency.archive;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.narrowgate.policy.AgencyGroup;

/**
 * What was published of the requests of one agency group in 2016, January to November. A count that was not published
 * is 0 here, and its requests are among the unexplained.
 */
public record PublishedTotals(AgencyGroup group, int received, int traced, int notTraced, int rejected) {
    /** The only year there is. */
    public static final int YEAR = 2016;

    public static final String TITLE = "Requests received in 2016, January to November";

    /** Said wherever one of these totals shows. */
    public static final String NOTE = "Published for January to November 2016: of the Home Office's 8,127 requests"
            + " 5,854 were approved and traced and 1,583 approved and not traced; of the police's 339, 73 were approved"
            + " and traced; of the National Crime Agency's 2,703, 574 were. Of the Home Office's rejections it is"
            + " published only that they were fewer than 120: 119, the most that allows, are shown. What is left over"
            + " stands as unexplained. Nothing was published of other agencies.";

    private static final int LAST_MONTH = 11;
    // The publication says "fewer than 120": the largest number it allows leaves the least unexplained.
    private static final int FEWER_THAN_120 = 119;

    public PublishedTotals {
        requireNonNull(group);
        if (traced < 0 || notTraced < 0 || rejected < 0 || traced + notTraced + rejected > received) {
            throw new IllegalArgumentException("more became of them than were received");
        }
    }

    public static List<PublishedTotals> of2016() {
        return List.of(
                new PublishedTotals(AgencyGroup.HOME_OFFICE, 8_127, 5_854, 1_583, FEWER_THAN_120),
                new PublishedTotals(AgencyGroup.POLICE, 339, 73, 0, 0),
                new PublishedTotals(AgencyGroup.NATIONAL_CRIME_AGENCY, 2_703, 574, 0, 0));
    }

    /** The months the figures cover: the publication ends with November. */
    public static List<YearMonth> months() {
        return IntStream.rangeClosed(1, LAST_MONTH)
                .mapToObj(month -> YearMonth.of(YEAR, month))
                .toList();
    }

    /** Received, and in none of the published rows. */
    public int unexplained() {
        return received - traced - notTraced - rejected;
    }
}
