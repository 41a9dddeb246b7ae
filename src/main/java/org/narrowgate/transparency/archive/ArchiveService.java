package org.narrowgate.transparency.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.narrowgate.transparency.archive.store.InsertedYear;

/** Fills the archive of 2016, once and in one transaction. */
@ApplicationScoped
public class ArchiveService {
    private final DataSource database;

    public ArchiveService(DataSource database) {
        this.database = database;
    }

    /**
     * Leaves an archive alone that holds anything.
     *
     * @throws ArchiveUnavailableException where the database refuses
     */
    public Filling fillWhereEmpty(SyntheticYear year) {
        var requests = year.requests();
        try {
            return InsertedYear.insertWhereEmpty(database, requests)
                    ? Filling.Filled.with(requests)
                    : new Filling.FilledBefore();
        } catch (SQLException e) {
            throw ArchiveUnavailableException.of(e);
        }
    }
}
