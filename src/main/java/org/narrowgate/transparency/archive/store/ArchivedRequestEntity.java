package org.narrowgate.transparency.archive.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An archived request as it is read. Written by {@link InsertedYear} only. */
@Entity
@Immutable
@Table(name = "archived_request")
public class ArchivedRequestEntity {
    @Id
    int number;

    LocalDate month;

    String agency;

    @Column(name = "agency_group")
    String agencyGroup;

    String purpose;

    @Nullable
    String ground;

    @Nullable
    String offence;

    @Nullable
    String stage;

    @Column(name = "sentence_months")
    @Nullable
    Integer sentenceMonths;

    String sources;

    @Column(name = "countersigned_by")
    @Nullable
    String countersignedBy;

    @Column(name = "search_arguments")
    String[] searchArguments;

    String fate;

    @Column(name = "rejection_reason")
    @Nullable
    String rejectionReason;
}
