package org.narrowgate.web.transparency;

import java.util.List;

/** What a reader has to know to read the figures rightly; said in the file and on the page alike. */
final class Notes {
    static final List<String> ALL = List.of(
            "Every request received in a month is in exactly one row. Months begin and end in London.",
            "A month is published when it has closed, as it stood at its end, and once more two months later, as it"
                    + " stood then, where enough had been decided meanwhile. In between nothing is restated, and no figure is added up over months.",
            "Counts of 1 to 4 are suppressed, and so are others where a suppressed one could be worked out from them,"
                    + " from a total, or from the earlier edition. A suppressed count is not a count of nothing.",
            "Time to decision is in working days in England, those in which an agency was asked for more included.",
            "Wrong-person reports are counted in the month they were made, and shown from 5 on.");

    private Notes() {}
}
