package org.narrowgate.api.ask;

import static org.narrowgate.api.error.ErrorCode.INPUT_INVALID;
import static org.narrowgate.api.error.ErrorCode.NHS_NUMBER_INVALID;
import static org.narrowgate.api.error.ErrorCode.SUBJECT_INCOMPLETE;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.Subject;

/** Reads what names the person sought. */
final class SubjectReading {
    private static final String SUBJECT = "input.subject";
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1875, 1, 1);
    private static final Pattern POSTCODE =
            Pattern.compile("(GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2})", Pattern.CASE_INSENSITIVE);

    private final Faults faults;
    private final LocalDate today;

    SubjectReading(Faults faults, LocalDate today) {
        this.faults = faults;
        this.today = today;
    }

    /** Absent only where a fault was noted. */
    Optional<Subject> read(SubjectInput sent) {
        var birthDate = birthDate(sent);
        var familyName = faults.optionalText(sent.familyName(), SUBJECT + ".familyName", TextRule.NAME);
        var givenName = faults.optionalText(sent.givenName(), SUBJECT + ".givenName", TextRule.NAME);
        var postcode = postcode(sent);
        if (sent.nhsNumber() != null) {
            return byNhsNumber(sent, sent.nhsNumber(), birthDate);
        }
        var oneOf = Stream.of(sent.givenName(), sent.gender(), sent.postcode());
        if (sent.familyName() == null || sent.birthDate() == null || oneOf.allMatch(given -> given == null)) {
            return faults.missing(
                    SUBJECT_INCOMPLETE,
                    SUBJECT,
                    "nhsNumber, or familyName and birthDate with at least one of givenName, gender and postcode");
        }
        if ((sent.givenName() != null && givenName.isEmpty()) || (sent.postcode() != null && postcode.isEmpty())) {
            return Optional.empty();
        }
        return familyName.flatMap(family -> birthDate.map(birth ->
                new Subject.ByDetails(family, birth, givenName, Optional.ofNullable(sent.gender()), postcode)));
    }

    private Optional<Subject> byNhsNumber(SubjectInput sent, String number, Optional<LocalDate> birthDate) {
        var details = Stream.of(sent.familyName(), sent.givenName(), sent.gender(), sent.postcode());
        if (details.anyMatch(given -> given != null)) {
            return faults.missing(
                    SUBJECT_INCOMPLETE, SUBJECT, "beside nhsNumber only birthDate may be given, as a cross-check");
        }
        return NhsNumber.parse(number)
                .or(() -> faults.missing(
                        NHS_NUMBER_INVALID, SUBJECT + ".nhsNumber", "ten digits, the last a modulus 11 check"))
                .map(valid -> new Subject.ByNhsNumber(valid, birthDate));
    }

    private Optional<LocalDate> birthDate(SubjectInput sent) {
        if (sent.birthDate() == null) {
            return Optional.empty();
        }
        return Dates.date(sent.birthDate())
                .filter(birth -> !birth.isBefore(EARLIEST_BIRTH) && !birth.isAfter(today))
                .or(() -> faults.missing(
                        INPUT_INVALID,
                        SUBJECT + ".birthDate",
                        "a date as `1984-03-07`, not before 1875 and not in the future"));
    }

    private Optional<String> postcode(SubjectInput sent) {
        if (sent.postcode() == null) {
            return Optional.empty();
        }
        return Optional.of(sent.postcode().strip())
                .filter(postcode -> POSTCODE.matcher(postcode).matches())
                .or(() -> faults.missing(
                        INPUT_INVALID, SUBJECT + ".postcode", "a full postcode of the United Kingdom, as `LS1 4AP`"));
    }
}
