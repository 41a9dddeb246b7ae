package org.narrowgate.web.console.log;

import java.util.List;
import org.narrowgate.web.console.cases.Sign;

/**
 * One entry with what it says and what proves it. Texts are empty where there is nothing to say.
 *
 * @param said every member of its circumstances, in their order; none where they cannot be read
 * @param canonical the circumstances as they are hashed
 * @param content whether its hash is that of what is written
 * @param particulars what became of the erasable part
 * @param erasedBy the address of the entry that says so
 * @param older the address of the entry before
 * @param newer the address of the entry after
 */
public record EntryModel(
        RowModel row,
        List<Member> said,
        String canonical,
        String salt,
        String particularsHash,
        Sign content,
        Sign particulars,
        String erasedBy,
        ProofModel proof,
        String older,
        String newer) {
    public EntryModel {
        said = List.copyOf(said);
    }

    public record Member(String name, String value) {}
}
