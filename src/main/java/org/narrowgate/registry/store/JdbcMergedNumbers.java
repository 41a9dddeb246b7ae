package org.narrowgate.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.narrowgate.registry.MergedNumbers;
import org.narrowgate.registry.RegistryUnavailableException;
import org.narrowgate.subject.NhsNumber;

/** Merged numbers from PostgreSQL. */
@ApplicationScoped
class JdbcMergedNumbers implements MergedNumbers {
    // UNION and not UNION ALL: a circle of numbers ends.
    private static final String ALL = "WITH RECURSIVE merged (number) AS (SELECT ?::text UNION"
            + " SELECT CASE WHEN p.nhs_number = m.number THEN p.superseded_by ELSE p.nhs_number END"
            + " FROM merged m JOIN person p ON p.superseded_by IS NOT NULL"
            + " AND (p.nhs_number = m.number OR p.superseded_by = m.number)) SELECT number FROM merged";

    private final DataSource database;

    JdbcMergedNumbers(DataSource database) {
        this.database = database;
    }

    @Override
    public List<NhsNumber> of(NhsNumber number) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ALL)) {
            statement.setString(1, number.digits());
            var numbers = new ArrayList<NhsNumber>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(new NhsNumber(row.getString(1)));
                }
            }
            return List.copyOf(numbers);
        } catch (SQLException e) {
            throw RegistryUnavailableException.of(e);
        }
    }
}
