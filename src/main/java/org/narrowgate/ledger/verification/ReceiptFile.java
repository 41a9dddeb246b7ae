package org.narrowgate.ledger.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.note.MalformedNoteException;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.InclusionProof;

/** Reads a receipt as the gateway's GraphQL gives it: bare, or somewhere in an answer. */
public final class ReceiptFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEEPEST = 32;

    private ReceiptFile() {}

    /**
     * The one receipt in a JSON text.
     *
     * @throws UnreadableReceiptException where there is none, or more than one, or a part of it is not what it should be
     */
    public static Receipt read(String json) {
        var found = new ArrayList<JsonNode>();
        try {
            collect(JSON.readTree(json), found, 0);
        } catch (JsonProcessingException e) {
            throw new UnreadableReceiptException("it is not JSON");
        }
        if (found.size() != 1) {
            throw new UnreadableReceiptException(
                    found.isEmpty() ? "no receipt is in it" : "more than one receipt is in it");
        }
        try {
            return read(found.getFirst());
        } catch (IllegalArgumentException | MalformedNoteException e) {
            throw new UnreadableReceiptException("a part of the receipt is not what it should be");
        }
    }

    private static void collect(JsonNode node, List<JsonNode> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.has("leafHash") && node.has("entry")) {
            found.add(node);
            return;
        }
        node.forEach(child -> collect(child, found, depth + 1));
    }

    private static Receipt read(JsonNode receipt) {
        long entry = number(receipt, "entry");
        return new Receipt(
                entry,
                hash(receipt, "leafHash"),
                text(receipt, "circumstances"),
                Base64.getDecoder().decode(text(receipt, "circumstancesSalt")),
                hash(receipt, "particularsHash"),
                inclusion(entry, receipt.path("inclusion")));
    }

    private static Optional<Receipt.Inclusion> inclusion(long entry, JsonNode inclusion) {
        if (inclusion.isNull() || inclusion.isMissingNode()) {
            return Optional.empty();
        }
        var path = new ArrayList<Hash>();
        for (var hash : inclusion.path("path")) {
            path.add(Hash.fromBase64(hash.asText()));
        }
        return Optional.of(new Receipt.Inclusion(
                new InclusionProof(entry, number(inclusion, "treeSize"), path),
                SignedNote.parse(text(inclusion, "checkpoint"))));
    }

    private static long number(JsonNode node, String field) {
        // An ID of GraphQL is written as a string.
        return Long.parseLong(node.path(field).asText());
    }

    private static Hash hash(JsonNode node, String field) {
        return Hash.fromBase64(text(node, field));
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isTextual()) {
            throw new UnreadableReceiptException("it does not have " + field + ": ask for it in the query");
        }
        return value.textValue();
    }
}
