package org.narrowgate.casework.review.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.CaseDraft;
import org.narrowgate.casework.review.CaseDrafts;

/** Drafts in PostgreSQL. */
@ApplicationScoped
class PanacheCaseDrafts implements CaseDrafts {
    private static final String OPEN = "('UNDER_REVIEW', 'AWAITING_SECOND', 'INFORMATION_REQUESTED')";
    // One that arrives after the decision, from a page that is still open, must not stay behind.
    private static final String KEEP = "INSERT INTO case_draft (request, staff, form, saved_at)"
            + " SELECT r.id, :staff, cast(:form AS jsonb), :at FROM tracing_request r"
            + " WHERE r.id = :request AND r.state IN " + OPEN
            + " ON CONFLICT (request, staff) DO UPDATE SET form = excluded.form, saved_at = excluded.saved_at";
    // Requests also end without a caseworker: by their agency, or by the clock.
    private static final String CLEAR_AWAY =
            "DELETE FROM case_draft d USING tracing_request r" + " WHERE r.id = d.request AND r.state NOT IN " + OPEN;
    private static final String OF = "SELECT d.form::text, d.saved_at FROM case_draft d"
            + " JOIN tracing_request r ON r.id = d.request"
            + " WHERE d.request = :request AND d.staff = :staff AND r.state IN " + OPEN;
    private static final TypeReference<Map<String, String>> FORM = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager database;

    PanacheCaseDrafts(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Optional<CaseDraft> of(TracingRequestId id, String staffId) {
        return database.unwrap(Session.class)
                .createNativeQuery(OF, Object[].class)
                .setParameter("request", id.value())
                .setParameter("staff", staffId)
                .uniqueResultOptional()
                .map(row -> new CaseDraft(read((String) row[0]), (Instant) row[1]));
    }

    @Override
    @Transactional
    public void keep(TracingRequestId id, String staffId, CaseDraft draft) {
        database.createNativeQuery(CLEAR_AWAY).executeUpdate();
        database.createNativeQuery(KEEP)
                .setParameter("request", id.value())
                .setParameter("staff", staffId)
                .setParameter("form", write(draft.form()))
                .setParameter("at", draft.savedAt())
                .executeUpdate();
    }

    @Override
    @Transactional
    public void drop(TracingRequestId id, String staffId) {
        database.createNativeQuery("DELETE FROM case_draft WHERE request = :request AND staff = :staff")
                .setParameter("request", id.value())
                .setParameter("staff", staffId)
                .executeUpdate();
    }

    @Override
    @Transactional
    public void drop(TracingRequestId id) {
        database.createNativeQuery("DELETE FROM case_draft WHERE request = :request")
                .setParameter("request", id.value())
                .executeUpdate();
    }

    private static String write(Map<String, String> form) {
        try {
            return JSON.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft cannot be written", e);
        }
    }

    private static Map<String, String> read(String form) {
        try {
            return JSON.readValue(form, FORM);
        } catch (JsonProcessingException e) {
            // Its message would quote what was typed.
            throw new IllegalStateException("a draft cannot be read");
        }
    }
}
