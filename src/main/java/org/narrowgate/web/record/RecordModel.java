package org.narrowgate.web.record;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.quarkus.qute.TemplateData;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.DataRight;
import org.narrowgate.policy.LawfulBasis;
import org.narrowgate.rights.record.MyRecord;
import org.narrowgate.rights.record.MyRecord.Outcome;
import org.narrowgate.rights.record.MyRecord.Request;
import org.narrowgate.rights.record.MyRecord.Session;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.Sentences;

/**
 * A record as its page shows it.
 *
 * @param months the latest first, those of this page of it
 * @param bars how often each agency received details, the most often first; empty where a picture would say no more
 * @param rights of each lawful basis that something here rests on, or of each there is where nothing does
 * @param logBegan null while the log is empty
 * @param earlierOpenings how many there are besides those shown
 */
@TemplateData
public record RecordModel(
        List<Month> months,
        Pages pages,
        List<Bar> bars,
        List<Rights> rights,
        @Nullable String logBegan,
        List<OpeningLine> openings,
        int earlierOpenings) {
    static final int REQUESTS_A_PAGE = 20;
    private static final int OPENINGS_SHOWN = 10;
    private static final int ENOUGH_FOR_A_PICTURE = 3;
    private static final int WIDTH = 100;

    public RecordModel {
        months = List.copyOf(months);
        bars = List.copyOf(bars);
        rights = List.copyOf(rights);
        openings = List.copyOf(openings);
    }

    @TemplateData
    public record Month(String name, List<RequestModel> requests) {
        public Month {
            requests = List.copyOf(requests);
        }
    }

    /** Which page of how many; the first is 1. */
    @TemplateData
    public record Pages(int number, int last) {
        public int later() {
            return number - 1;
        }

        public int earlier() {
            return number + 1;
        }
    }

    /** @param width of 100 */
    @TemplateData
    public record Bar(String agency, long times, long width) {}

    /** What people can do about what rests on a basis, and what not. */
    @TemplateData
    public record Rights(String basis, String meaning, List<String> held, List<String> notHeld) {
        public Rights {
            held = List.copyOf(held);
            notHeld = List.copyOf(notHeld);
        }
    }

    @TemplateData
    public record OpeningLine(String when, String whose) {}

    static RecordModel of(MyRecord record, String page) {
        var all = record.requests();
        var pages = pages(all.size(), page);
        var shown = all.stream()
                .skip((long) (pages.number() - 1) * REQUESTS_A_PAGE)
                .limit(REQUESTS_A_PAGE)
                .map(RequestModel::of)
                .toList();
        return new RecordModel(
                months(shown),
                pages,
                bars(all),
                bases(all).map(RecordModel::rights).toList(),
                record.logBegan().map(LondonTime::dayOf).map(LondonTime::day).orElse(null),
                record.openings().stream()
                        .limit(OPENINGS_SHOWN)
                        .map(opening -> new OpeningLine(LondonTime.moment(opening.at()), whose(opening.session())))
                        .toList(),
                Math.max(0, record.openings().size() - OPENINGS_SHOWN));
    }

    private static Pages pages(int requests, String asked) {
        var last = Math.max(1, (requests + REQUESTS_A_PAGE - 1) / REQUESTS_A_PAGE);
        var number = asked.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(asked) : 1;
        return new Pages(number <= last ? number : 1, last);
    }

    private static List<Month> months(List<RequestModel> requests) {
        var byMonth = requests.stream().collect(groupingBy(RequestModel::month, LinkedHashMap::new, toList()));
        return byMonth.entrySet().stream()
                .map(month -> new Month(name(month.getKey()), month.getValue()))
                .toList();
    }

    private static String name(YearMonth month) {
        return month.format(java.time.format.DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK));
    }

    private static List<Bar> bars(List<Request> requests) {
        var times = requests.stream()
                .flatMap(RecordModel::agencyForEachTime)
                .collect(groupingBy(agency -> agency, LinkedHashMap::new, counting()));
        var most = times.values().stream().mapToLong(Long::longValue).max().orElse(0);
        var inAll = times.values().stream().mapToLong(Long::longValue).sum();
        return inAll < ENOUGH_FOR_A_PICTURE
                ? List.of()
                : times.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(agency -> new Bar(agency.getKey(), agency.getValue(), agency.getValue() * WIDTH / most))
                        .toList();
    }

    private static Stream<String> agencyForEachTime(Request request) {
        return switch (request.outcome()) {
            case Outcome.Received(var times) ->
                times.stream().map(_ -> request.terms().agency());
            case Outcome.Allowed _, Outcome.NotTraced _, Outcome.Refused _, Outcome.Withdrawn _ -> Stream.empty();
        };
    }

    /** Those of the record; where it is empty, those that something could rest on. */
    private static Stream<LawfulBasis> bases(List<Request> requests) {
        var found = requests.stream()
                .flatMap(request -> request.terms().purpose().stream())
                .map(MyRecord.PurposeTerms::lawfulBasis)
                .distinct()
                .sorted()
                .toList();
        return found.isEmpty()
                ? Stream.of(LawfulBasis.LEGAL_OBLIGATION, LawfulBasis.VITAL_INTERESTS, LawfulBasis.PUBLIC_TASK)
                : found.stream();
    }

    private static Rights rights(LawfulBasis basis) {
        return new Rights(
                Sentences.begun(basis.words()),
                Sentences.whole(RecordWords.meaning(basis)),
                Arrays.stream(DataRight.values())
                        .filter(right -> right.holdsUnder(basis))
                        .map(RecordWords::held)
                        .toList(),
                Arrays.stream(DataRight.values())
                        .filter(right -> !right.holdsUnder(basis))
                        .map(RecordWords::notHeld)
                        .toList());
    }

    private static String whose(Session session) {
        return switch (session) {
            case THIS -> "in this session";
            case ANOTHER -> "in another session";
        };
    }
}
