package org.narrowgate.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import javax.sql.DataSource;
import org.narrowgate.registry.Registry;

/** The registry as it is, with an ear on what it sends. */
@Alternative
@ApplicationScoped
public class HeardRegistry {
    @Produces
    @ApplicationScoped
    Registry registry(DataSource database, RegistryReplica replica, Clock clock) {
        return new JdbcRegistry(SentStatements.heard(database), replica, clock);
    }
}
