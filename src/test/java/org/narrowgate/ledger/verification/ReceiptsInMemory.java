package org.narrowgate.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.narrowgate.ledger.Commitment;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.MerkleTree;

/** Entries that were opened for somebody, with salts that are the same each time, and their receipts. */
final class ReceiptsInMemory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReceiptsInMemory() {}

    static String circumstances(long entry) {
        return "{\"agency\":\"home-office\",\"outcome\":\"no-trace\",\"purpose\":\"immigration-tracing\",\"request\":\"request-"
                + entry + "\"}";
    }

    /** The public entry. */
    static byte[] entry(long entry) {
        return Commitment.ofEntry(
                Commitment.ofPart(salt(entry), circumstances(entry).getBytes(UTF_8)), particularsHash(entry));
    }

    /** As the gateway answers it, as of a checkpoint. */
    static ObjectNode receipt(long entry, MerkleTree tree, SignedNote checkpoint) {
        long size = Checkpoint.parse(checkpoint.text()).size();
        var receipt = receipt(entry);
        var inclusion = receipt.putObject("inclusion");
        inclusion.put("treeSize", String.valueOf(size));
        var path = inclusion.putArray("path");
        tree.inclusion(entry, size).path().forEach(hash -> path.add(hash.base64()));
        inclusion.put("checkpoint", checkpoint.format());
        return receipt;
    }

    /** As the gateway answers it before the entry is in a checkpoint. */
    static ObjectNode receipt(long entry) {
        var receipt = JSON.createObjectNode();
        receipt.put("entry", String.valueOf(entry));
        receipt.put("leafHash", Hash.leaf(entry(entry)).base64());
        receipt.put("circumstances", circumstances(entry));
        receipt.put("circumstancesSalt", base64(salt(entry)));
        receipt.put("particularsHash", base64(particularsHash(entry)));
        receipt.putNull("inclusion");
        return receipt;
    }

    private static byte[] salt(long entry) {
        return Hash.leaf(("salt " + entry).getBytes(UTF_8)).bytes();
    }

    private static byte[] particularsHash(long entry) {
        return Hash.leaf(("particulars " + entry).getBytes(UTF_8)).bytes();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
