package org.narrowgate.governance.draft;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.narrowgate.governance.Author;
import org.narrowgate.policy.Policy;

/** A policy in the making: its newest revision, in which there is no fault. */
public record Draft(DraftHead head, Policy policy) {
    public Draft {
        requireNonNull(head);
        requireNonNull(policy);
    }

    public DraftId id() {
        return head.id();
    }

    public String title() {
        return head.title();
    }

    public DraftState state() {
        return head.state();
    }

    public int base() {
        return head.base();
    }

    public int revision() {
        return head.revision();
    }

    public Author startedBy() {
        return head.startedBy();
    }

    public Author changedBy() {
        return head.changedBy();
    }

    public Instant changedAt() {
        return head.changedAt();
    }

    public Optional<Submission> submission() {
        return head.submission();
    }

    public OptionalInt version() {
        return head.version();
    }
}
