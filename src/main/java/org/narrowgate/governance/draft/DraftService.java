package org.narrowgate.governance.draft;

import static org.narrowgate.governance.GovernanceException.Fault.NOT_OFFERED;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.Wording;
import org.narrowgate.governance.draft.store.Drafts;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersions;

/**
 * What policy authors write. Each change is a revision; it names the revision its author has seen, so that nobody
 * overwrites what they do not know of. Throws {@link GovernanceException}, and {@link PolicyFaultsException} for a
 * document that would be no policy: such a one is never kept.
 */
@ApplicationScoped
@Transactional
public class DraftService {
    private final Drafts drafts;
    private final DraftGuard guard;
    private final PolicyVersions versions;
    private final PolicyInForce inForce;
    private final Clock clock;

    DraftService(Drafts drafts, DraftGuard guard, PolicyVersions versions, PolicyInForce inForce, Clock clock) {
        this.drafts = drafts;
        this.guard = guard;
        this.versions = versions;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** The latest changed first. */
    public List<DraftHead> all() {
        return drafts.heads();
    }

    public DraftHead head(DraftId id) {
        return drafts.head(id).orElseThrow(DraftGuard::unknown);
    }

    public Draft draft(DraftId id) {
        var head = head(id);
        return new Draft(head, rewritten(drafts.contents(id, head.revision()).document()));
    }

    /** What a draft said at one of its revisions. */
    public Policy at(DraftId id, int revision) {
        var head = drafts.head(id).orElseThrow(DraftGuard::unknown);
        if (revision < 1 || revision > head.revision()) {
            throw DraftGuard.unknown();
        }
        return Policy.read(drafts.contents(id, revision).document());
    }

    /** From the first on. */
    public List<Revision> revisions(DraftId id) {
        return drafts.revisions(id);
    }

    /** From the first on. */
    public List<Step> steps(DraftId id) {
        return drafts.steps(id);
    }

    /** Whether there is a change that {@link #undo} would take back. */
    public boolean canUndo(DraftId id) {
        return drafts.descent(id).ofUndo().isPresent();
    }

    /** Whether there is an undone change that {@link #redo} would bring back. */
    public boolean canRedo(DraftId id) {
        return drafts.descent(id).ofRedo().isPresent();
    }

    /** A draft of the version in force, to be changed. */
    public Draft begin(Staff staff, String title) {
        var base = inForce.refresh();
        return begin(staff, title, base.number(), Policy.of(base.policy().document()), "began it");
    }

    /** A draft of a whole document. */
    public Draft upload(Staff staff, String title, String json) {
        guard.requireRole(staff, "write a draft", StaffRole.POLICY_AUTHOR);
        var uploaded = rewritten(json);
        var base = inForce.refresh();
        return begin(staff, title, base.number(), uploaded, "uploaded it: " + Words.between(base.policy(), uploaded));
    }

    public Draft replaceWhole(Staff staff, DraftId id, int seen, String json) {
        return change(staff, id, seen, _ -> json);
    }

    public Draft replace(Staff staff, DraftId id, int seen, String pointer, JsonNode part) {
        return edit(staff, id, seen, List.of(new Edit.Replace(pointer, part)));
    }

    public Draft add(Staff staff, DraftId id, int seen, String listPointer, JsonNode part) {
        return edit(staff, id, seen, List.of(new Edit.Add(listPointer, part)));
    }

    public Draft remove(Staff staff, DraftId id, int seen, String pointer) {
        return edit(staff, id, seen, List.of(new Edit.Remove(pointer)));
    }

    /** Several edits, one after the other, as one revision. */
    public Draft edit(Staff staff, DraftId id, int seen, List<Edit> edits) {
        return change(staff, id, seen, document -> {
            var tree = DocumentTree.of(document);
            tree.edit(edits);
            return tree.json();
        });
    }

    public Draft undo(Staff staff, DraftId id, int seen) {
        var head = held(staff, id, seen);
        var descent = drafts.descent(id);
        var place =
                descent.ofUndo().orElseThrow(() -> new GovernanceException(NOT_OFFERED, "There is nothing to undo."));
        return show(staff, head, place, "undid revision " + descent.undone());
    }

    public Draft redo(Staff staff, DraftId id, int seen) {
        var head = held(staff, id, seen);
        var place = drafts.descent(id)
                .ofRedo()
                .orElseThrow(() -> new GovernanceException(NOT_OFFERED, "There is nothing to redo."));
        return show(staff, head, place, "brought revision " + place.shows() + " back");
    }

    /** Gives it another title, the draft's own: the document has one of its own. */
    public Draft rename(Staff staff, DraftId id, int seen, String title) {
        var head = held(staff, id, seen);
        var named = Wording.title(title);
        var before = drafts.contents(id, head.revision());
        return append(staff, head, before.titled(named), "renamed it to `" + named + "`");
    }

    /** Makes it a draft of the version in force, with what it changed and what that version changed joined. */
    public BroughtUpToDate bringUpToDate(Staff staff, DraftId id, int seen) {
        var head = held(staff, id, seen);
        var target = inForce.refresh();
        if (target.number() == head.base()) {
            throw new GovernanceException(NOT_OFFERED, "The draft begins from the version in force already.");
        }
        var before = drafts.contents(id, head.revision());
        var ways = new ThreeWays();
        var joined = ways.join(
                root(versions.version(head.base()).orElseThrow().policy().document()),
                root(Policy.read(before.document()).document()),
                root(target.policy().document()));
        var contents =
                before.basedOn(target.number(), rewritten(joined.toString()).canonicalJson());
        var words = "brought it up to date with version " + target.number()
                + (ways.conflicts().isEmpty() ? "" : "; " + String.join("; ", ways.conflicts()));
        return new BroughtUpToDate(append(staff, head, contents, words), ways.conflicts());
    }

    private Draft begin(Staff staff, String title, int base, Policy policy, String words) {
        guard.requireRole(staff, "write a draft", StaffRole.POLICY_AUTHOR);
        var id = new DraftId(UUID.randomUUID());
        var contents = new Contents(Wording.title(title), base, policy.canonicalJson());
        drafts.begin(id, new Revision(1, Author.of(staff), now(), words), contents);
        return draft(id);
    }

    private Draft change(Staff staff, DraftId id, int seen, UnaryOperator<String> change) {
        var head = held(staff, id, seen);
        var before = drafts.contents(id, head.revision());
        var now = rewritten(before.document());
        var after = rewritten(change.apply(now.canonicalJson()));
        // What changes nothing is no revision: saving a page twice would bury what was changed.
        if (after.canonicalJson().equals(now.canonicalJson())) {
            return new Draft(head, after);
        }
        return append(staff, head, before.of(after.canonicalJson()), Words.between(now, after));
    }

    private DraftHead held(Staff staff, DraftId id, int seen) {
        guard.requireRole(staff, "change a draft", StaffRole.POLICY_AUTHOR);
        var head = drafts.hold(id).orElseThrow(DraftGuard::unknown);
        guard.requireState(head, "changed", DraftState.DRAFT);
        guard.requireSeen(head, seen);
        return head;
    }

    private Draft show(Staff staff, DraftHead head, Descent.Place place, String words) {
        return append(staff, head, drafts.contents(head.id(), place.shows()), words, Optional.of(place));
    }

    private Draft append(Staff staff, DraftHead head, Contents contents, String words) {
        return append(staff, head, contents, words, Optional.empty());
    }

    private Draft append(Staff staff, DraftHead head, Contents contents, String words, Optional<Descent.Place> place) {
        var next = new Revision(head.revision() + 1, Author.of(staff), now(), words);
        drafts.append(
                head.id(),
                next,
                contents,
                place.orElseGet(() -> drafts.descent(head.id()).ofChange()));
        return draft(head.id());
    }

    // In the newest format, and as canonical as a published one.
    private static Policy rewritten(String json) {
        return Policy.of(Policy.read(json).document());
    }

    private static JsonNode root(PolicyDocument document) {
        return DocumentTree.of(Policy.of(document).canonicalJson()).root();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
