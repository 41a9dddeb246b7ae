package org.narrowgate.api;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.narrowgate.api.answer.EntitlementAnswer;
import org.narrowgate.api.answer.PageAnswer;
import org.narrowgate.api.answer.PreviewAnswer;
import org.narrowgate.api.answer.TracingRequestAnswer;
import org.narrowgate.api.ask.DayReading;
import org.narrowgate.api.ask.EmbargoAsk;
import org.narrowgate.api.ask.MoveReading;
import org.narrowgate.api.ask.MoveReading.Destruction;
import org.narrowgate.api.ask.PageReading;
import org.narrowgate.api.ask.TraceInput;
import org.narrowgate.api.ask.TraceReading;
import org.narrowgate.casework.Answer;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.TracingRequest;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.rights.embargo.EmbargoService;

/** The operations of the contract. Each reads what was sent, asks the casework, and shapes the answer. */
@GraphQLApi
@ApplicationScoped
public class AgencyOperations {
    private static final ZoneId REGISTRY_ZONE = ZoneId.of("Europe/London");
    private final TracingRequests requests;
    private final EmbargoService embargoes;
    private final EmbargoReading reading;
    private final Clock clock;

    AgencyOperations(TracingRequests requests, EmbargoService embargoes, EmbargoReading reading, Clock clock) {
        this.requests = requests;
        this.embargoes = embargoes;
        this.reading = reading;
        this.clock = clock;
    }

    @Query
    @NonNull
    @Description("What the calling agency may ask for, purpose by purpose, under the policy now in force.")
    public List<@NonNull EntitlementAnswer> entitlements(
            @Nullable
                    @Description(
                            "As things will stand at the end of this day in London, as far as is announced; today or later.")
                    String asOf,
            Context context) {
        var asker = call(context).asker();
        var entitlements = DayReading.read(asOf, today())
                .map(day -> requests.entitlementsAtEndOf(day, asker))
                .orElseGet(() -> requests.entitlements(asker));
        return entitlements.stream().map(EntitlementAnswer::of).toList();
    }

    @Query
    @Description("One of the calling agency's own requests; null when it is not the agency's, or does not exist.")
    public @Nullable TracingRequestAnswer tracingRequest(
            @Id @NonNull @Description("Id of the request.") String id, Context context) {
        return MoveReading.id(id)
                .flatMap(known -> requests.read(
                        call(context).asker(),
                        known,
                        Selected.of(environment(context)).details()))
                .map(answer -> shown(answer, context))
                .orElse(null);
    }

    @Query
    @NonNull
    @Description("What would be decided, without asking the registry, creating a request or counting against a limit.")
    public PreviewAnswer preview(
            @NonNull @Description("The request as it would be sent.") TraceInput input, Context context) {
        return PreviewAnswer.of(requests.preview(call(context).asker(), read(input)));
    }

    @Query
    @NonNull
    @Description(
            "The calling agency's own requests, newest first. Never a list of people: `... on Traced` in it is the input"
                    + " error ONE_DISCLOSURE_PER_OPERATION.")
    public PageAnswer tracingRequests(
            @Nullable @Description("Only requests for this purpose.") String purpose,
            @Nullable @Description("Only requests in this state.") TracingRequestState state,
            @Nullable @Description("Only requests whose state changed at or after this time.") String changedSince,
            @Nullable @DefaultValue("20") @Description("How many, 1 to 100.") Integer first,
            @Nullable @Description("The `endCursor` of an earlier page.") String after,
            Context context) {
        var filter = PageReading.read(purpose, state, changedSince, first, after);
        var page = requests.page(call(context).asker(), filter);
        var nodes = new LinkedHashMap<TracingRequestId, TracingRequestAnswer>();
        page.answers().forEach(answer -> nodes.put(answer.request().id(), TracingRequestAnswer.of(answer, today())));
        return PageAnswer.of(page, reading.withAll(nodes, environment(context).getSelectionSet()));
    }

    @Mutation
    @NonNull
    @Description("Ask to trace one person, for one case, for one purpose. At most one per operation.")
    public TracingRequestAnswer requestTrace(
            @NonNull @Description("What is asked.") TraceInput input, Context context) {
        return trace(input, environment(context));
    }

    /** The same, asked by the engine itself: what is asked most is not asked by way of SmallRye's context. */
    public TracingRequestAnswer trace(DataFetchingEnvironment environment) {
        return trace(TraceInput.of(environment.getArgument("input")), environment);
    }

    private TracingRequestAnswer trace(TraceInput input, DataFetchingEnvironment environment) {
        var call = Call.of(environment);
        var selected = Selected.of(environment);
        var answer = requests.request(
                call.asker(), read(input), selected.details(), call.requestId().orElse(null));
        return reading.with(
                TracingRequestAnswer.of(answer, today()), answer.request().id(), selected);
    }

    @Mutation
    @NonNull
    @Description("Take back a request that is still under review. Never returns a person.")
    public TracingRequestAnswer withdrawTracingRequest(
            @Id @NonNull @Description("Id of the request.") String id,
            @NonNull @Description("Why: 10 to 2,000 characters.") String reason,
            Context context) {
        var why = MoveReading.reason(reason);
        return shown(requests.withdraw(call(context).asker(), MoveReading.knownId(id), why), context);
    }

    @Mutation
    @NonNull
    @Description("Answer a caseworker's question; the request goes back under review. Never returns a person.")
    public TracingRequestAnswer provideInformation(
            @Id @NonNull @Description("Id of the request.") String id,
            @NonNull @Description("The answer: 1 to 2,000 characters.") String information,
            Context context) {
        var answer = MoveReading.information(information);
        return shown(requests.provideInformation(call(context).asker(), MoveReading.knownId(id), answer), context);
    }

    @Mutation
    @NonNull
    @Description(
            "The person traced is not the person sought: closes the request at once and alerts the registry's staff."
                    + " Never returns a person.")
    public TracingRequestAnswer reportMismatch(
            @Id @NonNull @Description("Id of the request.") String id,
            @NonNull @Description("What does not fit: 10 to 2,000 characters.") String reason,
            Context context) {
        var why = MoveReading.reason(reason);
        return shown(requests.reportMismatch(call(context).asker(), MoveReading.knownId(id), why), context);
    }

    @Mutation
    @NonNull
    @Description("State that what was disclosed has been destroyed, as the agreement requires. Never returns a person.")
    public TracingRequestAnswer attestDestruction(
            @Id @NonNull @Description("Id of the request.") String id,
            @NonNull @Description("When it was destroyed; not in the future.") String destroyedOn,
            @NonNull @Description("How it was destroyed: 1 to 2,000 characters.") String method,
            Context context) {
        var destruction = Destruction.read(destroyedOn, method, today());
        return shown(
                requests.attestDestruction(
                        call(context).asker(),
                        MoveReading.knownId(id),
                        destruction.destroyedOn(),
                        destruction.method()),
                context);
    }

    @Mutation
    @NonNull
    @Description(
            "Ask that what is disclosed for this request does not show in the person's own record for a time. Nothing is"
                    + " delayed until two of the registry's caseworkers agree, and what shows by then goes on showing."
                    + " An embargo is reviewed within six months, and ends by itself. Never returns a person.")
    public TracingRequestAnswer requestEmbargo(
            @Id @NonNull @Description("Id of the request.") String id,
            @NonNull @Description("The last day of the embargo; today or later, at most twelve months ahead.")
                    String until,
            @NonNull @Description("Why the person may not know yet: 10 to 2,000 characters.") String reason,
            Context context) {
        var ask = EmbargoAsk.read(until, reason, today());
        return shown(embargoes.ask(call(context).asker(), MoveReading.knownId(id), ask.until(), ask.reason()), context);
    }

    private TracingRequestAnswer shown(Answer answer, Context context) {
        return reading.with(
                TracingRequestAnswer.of(answer, today()), answer.request().id(), Selected.of(environment(context)));
    }

    private TracingRequestAnswer shown(TracingRequest moved, Context context) {
        return reading.with(TracingRequestAnswer.of(moved, today()), moved.id(), Selected.of(environment(context)));
    }

    private NewTracingRequest read(TraceInput input) {
        return TraceReading.read(input, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), REGISTRY_ZONE);
    }

    private static Call call(Context context) {
        return Call.of(environment(context));
    }

    private static DataFetchingEnvironment environment(Context context) {
        return context.unwrap(DataFetchingEnvironment.class);
    }
}
