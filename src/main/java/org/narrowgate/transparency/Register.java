package org.narrowgate.transparency;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The back office register as the log has it, up to one entry. Immutable. */
public final class Register {
    private final long entries;
    private final Map<Lot, Long> lots;
    private final Map<YearMonth, Draw> draws;
    private final Map<WrongPersonReports, Long> wrongPersonReports;
    private final long discrepanciesFound;
    private final List<Discrepancy> discrepancies;

    Register(
            long entries,
            Map<Lot, Long> lots,
            Map<YearMonth, Draw> draws,
            Map<WrongPersonReports, Long> wrongPersonReports,
            long discrepanciesFound,
            List<Discrepancy> discrepancies) {
        this.entries = entries;
        this.lots = Map.copyOf(lots);
        this.draws = Map.copyOf(draws);
        this.wrongPersonReports = Map.copyOf(wrongPersonReports);
        this.discrepanciesFound = discrepanciesFound;
        this.discrepancies = List.copyOf(discrepancies);
    }

    /** How many entries of the log it was folded from. */
    public long entries() {
        return entries;
    }

    /** How many entries could not be counted; with none, everything adds up. */
    public long discrepanciesFound() {
        return discrepanciesFound;
    }

    /** The first of them. */
    public List<Discrepancy> discrepancies() {
        return discrepancies;
    }

    /** Of the requests received in a month, what has become of them by now. */
    public Figures figures(YearMonth month) {
        return new FiguresOf(month).add(lots, Lot::fate).figures();
    }

    /** Of the requests received in a month, what had become of them when another month ended. */
    Figures figuresAtEndOf(YearMonth month, YearMonth closing) {
        return new FiguresOf(month)
                .add(lots, lot -> lot.fate().atEndOf(closing))
                .figures();
    }

    /** Of the requests received in a month. */
    Draw draw(YearMonth month) {
        return draws.getOrDefault(month, Draw.ofNone());
    }

    /** Reports made in a month that the person disclosed was not the one meant. */
    public long wrongPersonReports(YearMonth month, Column column) {
        return wrongPersonReports.entrySet().stream()
                .filter(reports -> reports.getKey().month().equals(month))
                .filter(reports -> column.holds(reports.getKey().group()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The month of the first request; empty before it. */
    public Optional<YearMonth> firstMonth() {
        return lots.keySet().stream().map(Lot::received).min(Comparator.naturalOrder());
    }
}
