package org.narrowgate.web.transparency;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateData;
import java.time.YearMonth;

/** A month a reader can choose. */
@TemplateData
public record MonthChoice(String value, String title) {
    public MonthChoice {
        requireNonNull(value);
        requireNonNull(title);
    }

    public static MonthChoice of(YearMonth month) {
        return new MonthChoice(month.toString(), MonthView.name(month));
    }
}
