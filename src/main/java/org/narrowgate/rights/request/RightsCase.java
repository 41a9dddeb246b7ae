package org.narrowgate.rights.request;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.narrowgate.casework.Moment;

/**
 * A person's request, and what became of it.
 *
 * @param version counts its moves
 * @param subject the pseudonym its log entries name the person by; empty once it is erased
 * @param words the person's own; empty where they wrote nothing, or once they are erased
 */
public record RightsCase(
        RightsCaseId id,
        int version,
        String subject,
        Asked asked,
        String words,
        Instant receivedAt,
        Optional<Extension> extension,
        RightsState state) {
    /** How long somebody knows beforehand that a restriction ends: article 18(3). */
    public static final int NOTICE_DAYS = 14;
    /** How long a copy that was released can be had. */
    public static final int COPY_DAYS = 30;

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    public RightsCase {
        requireNonNull(id);
        requireNonNull(subject);
        requireNonNull(asked);
        requireNonNull(words);
        requireNonNull(receivedAt);
        requireNonNull(extension);
        requireNonNull(state);
    }

    /** One that was just received. */
    static RightsCase received(RightsCaseId id, String subject, Asked asked, String words, Instant at) {
        return new RightsCase(id, 1, subject, asked, words, at, Optional.empty(), new RightsState.Received());
    }

    /** The same in another state: its next version. */
    RightsCase moved(RightsState to) {
        return new RightsCase(id, version + 1, subject, asked, words, receivedAt, extension, to);
    }

    RightsCase extended(RightsState.Received from, Extension by) {
        return new RightsCase(id, version + 1, subject, asked, words, receivedAt, Optional.of(by), from.extend());
    }

    public AnswerTime time() {
        return new AnswerTime(
                Moment.dayOf(receivedAt), extension.map(Extension::months).orElse(0));
    }

    /** What it keeps back: from the moment it was asked, and to the end of a notice. */
    public Hold hold() {
        return switch (asked) {
            case Asked.Restriction() -> held();
            case Asked.Objection objection -> held();
            case Asked.Rectification() -> new Hold.None();
            case Asked.Copy() -> new Hold.None();
        };
    }

    private Hold held() {
        return switch (state) {
            case RightsState.Open open -> new Hold.Open();
            case RightsState.Standing standing -> new Hold.Open();
            // An objection that was upheld: for good.
            case RightsState.Granted granted -> new Hold.Open();
            case RightsState.Refused(var reply) -> new Hold.Until(startOf(endOfNotice(reply)));
            case RightsState.Lifted(var reply, var lifting) -> new Hold.Until(startOf(endOfNotice(lifting)));
            case RightsState.Withdrawn withdrawn -> new Hold.None();
        };
    }

    /** Whether the same cannot be asked again: it is open, or goes on without end. */
    public boolean isInTheWay() {
        return state instanceof RightsState.Open || hold() instanceof Hold.Open;
    }

    /** The last day on which a copy can be had; empty where none was released. */
    public Optional<LocalDate> copyUntil() {
        return asked instanceof Asked.Copy && state instanceof RightsState.Granted(var reply)
                ? Optional.of(Moment.dayOf(reply.at()).plusDays(COPY_DAYS))
                : Optional.empty();
    }

    public boolean isCopyReadyOn(LocalDate today) {
        return copyUntil().filter(last -> !today.isAfter(last)).isPresent();
    }

    /** The first day on which nothing comes of it any more; empty while something can. */
    public Optional<LocalDate> overOn() {
        return switch (hold()) {
            case Hold.Open() -> Optional.empty();
            case Hold.Until(var end) -> Optional.of(Moment.dayOf(end));
            case Hold.None() -> overWithoutHold();
        };
    }

    private Optional<LocalDate> overWithoutHold() {
        return switch (state) {
            case RightsState.Open open -> Optional.empty();
            case RightsState.Withdrawn(var at) -> Optional.of(Moment.dayOf(at));
            case RightsState.Decided decided ->
                Optional.of(copyUntil()
                        .map(last -> last.plusDays(1))
                        .orElseGet(() -> Moment.dayOf(decided.reply().at())));
        };
    }

    private static LocalDate endOfNotice(Reply notice) {
        return Moment.dayOf(notice.at()).plusDays(NOTICE_DAYS);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
