package org.narrowgate.transparency;

import java.util.Arrays;

/** How many working days went by between a request and its decision; those an agency took to answer a question too. */
public enum DecisionTime {
    SAME_DAY("same-day", "The same day", 0),
    UP_TO_5("1-5", "1 to 5 working days", 5),
    UP_TO_10("6-10", "6 to 10 working days", 10),
    UP_TO_20("11-20", "11 to 20 working days", 20),
    LONGER("more-than-20", "More than 20 working days", Integer.MAX_VALUE);

    private final String word;
    private final String title;
    private final int most;

    DecisionTime(String word, String title, int most) {
        this.word = word;
        this.title = title;
        this.most = most;
    }

    /** As files write it. */
    public String word() {
        return word;
    }

    /** As pages write it. */
    public String title() {
        return title;
    }

    static DecisionTime of(int workingDays) {
        return Arrays.stream(values())
                .filter(time -> workingDays <= time.most)
                .findFirst()
                .orElse(LONGER);
    }
}
