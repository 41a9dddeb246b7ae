package org.narrowgate.api;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.narrowgate.api.answer.InclusionAnswer;
import org.narrowgate.api.answer.ReceiptAnswer;
import org.narrowgate.api.ask.EntryReading;
import org.narrowgate.disclosure.ReceiptService;
import org.narrowgate.ledger.Opening;

/** Receipts, and what an agency proves them with: read from the log where an operation selects it, and not before. */
@GraphQLApi
@ApplicationScoped
public class ReceiptOperations {
    private final ReceiptService receipts;

    ReceiptOperations(ReceiptService receipts) {
        this.receipts = receipts;
    }

    @Query
    @Description("The receipt of one of the calling agency's own steps, or of an answer to one; null when the entry is"
            + " neither, or does not exist.")
    public @Nullable ReceiptAnswer receipt(
            @Id @NonNull @Description("Index of the log entry, as a receipt names it.") String entry, Context context) {
        var agency = Call.of(environment(context)).asker().agency();
        return EntryReading.index(entry)
                .flatMap(index -> receipts.receipt(agency, index))
                .map(ReceiptAnswer::of)
                .orElse(null);
    }

    @NonNull
    @Description("What the log keeps of this step for ever: canonical JSON (RFC 8785), exactly the bytes committed to."
            + " Nothing personal is in it.")
    public String circumstances(@Source ReceiptAnswer receipt, Context context) {
        return new String(opening(receipt, context).circumstances(), StandardCharsets.UTF_8);
    }

    @NonNull
    @Description("The salt of the circumstances' commitment, SHA-256(salt, circumstances); 32 bytes, base64.")
    public String circumstancesSalt(@Source ReceiptAnswer receipt, Context context) {
        return base64(opening(receipt, context).circumstancesSalt());
    }

    @NonNull
    @Description(
            "The commitment to the part of the entry that can be erased; 32 bytes, base64. With the circumstances' it makes"
                    + " the entry: SHA-256(circumstances' commitment, this); the leaf is SHA-256(0x00, entry).")
    public String particularsHash(@Source ReceiptAnswer receipt, Context context) {
        return base64(opening(receipt, context).particularsHash());
    }

    @Description("Proof that the entry is in the public log; null until a checkpoint covers it, a second or so after.")
    public @Nullable InclusionAnswer inclusion(@Source ReceiptAnswer receipt) {
        return receipts.inclusion(receipt.index()).map(InclusionAnswer::of).orElse(null);
    }

    /** Read once in an operation, however many of its fields are selected. */
    private Opening opening(ReceiptAnswer receipt, Context context) {
        GraphQLContext operation = environment(context).getGraphQlContext();
        return operation.computeIfAbsent(new Read(receipt.index()), read -> receipts.opening(receipt.index()));
    }

    private record Read(long entry) {}

    private static DataFetchingEnvironment environment(Context context) {
        return context.unwrap(DataFetchingEnvironment.class);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
