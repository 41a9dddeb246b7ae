package org.narrowgate.registry.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Every statement Hibernate sent since the last {@link #forget}. */
public final class SentStatements implements StatementInspector {
    private static final List<String> SENT = Collections.synchronizedList(new ArrayList<>());

    @Override
    public String inspect(String sql) {
        SENT.add(sql);
        return sql;
    }

    public static void forget() {
        SENT.clear();
    }

    public static List<String> all() {
        return List.copyOf(SENT);
    }
}
