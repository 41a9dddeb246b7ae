package org.narrowgate.registry.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.narrowgate.registry.MatchingKey;
import org.narrowgate.registry.PopulationSink.Tally;
import org.narrowgate.registry.PracticeRecord;

/** The rows that keep general practices. */
final class PracticeRows {
    private final Connection connection;

    PracticeRows(Connection connection) {
        this.connection = connection;
    }

    /** Practices known by their code only, where they are not known at all. */
    void insertUnknown(List<String> odsCodes) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO general_practice (ods_code) SELECT unnest(?) ON CONFLICT DO NOTHING",
                connection.createArrayOf("text", odsCodes.toArray()));
    }

    Tally upsert(List<PracticeRecord> practices) throws SQLException {
        var known = known(practices);
        long added = practices.stream()
                .filter(practice -> !known.contains(practice.odsCode()))
                .count();
        try (var upsert = connection.prepareStatement("""
                INSERT INTO general_practice AS held (ods_code, name, area_code, postcode_key, premises_key, name_key)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (ods_code) DO UPDATE SET name = excluded.name, area_code = excluded.area_code,
                  postcode_key = excluded.postcode_key, premises_key = excluded.premises_key,
                  name_key = excluded.name_key
                WHERE (held.name, held.area_code, held.postcode_key, held.premises_key, held.name_key) IS DISTINCT FROM
                  (excluded.name, excluded.area_code, excluded.postcode_key, excluded.premises_key, excluded.name_key)
                """)) {
            for (var practice : practices) {
                upsert.setString(1, practice.odsCode());
                upsert.setString(2, practice.name().orElse(null));
                upsert.setString(3, practice.areaCode().orElse(null));
                upsert.setString(
                        4,
                        PersonRows.key(practice.postcode().flatMap(MatchingKey::ofPostcode))
                                .orElse(null));
                upsert.setString(
                        5,
                        PersonRows.key(MatchingKey.ofPremises(practice.addressLines()))
                                .orElse(null));
                upsert.setString(
                        6,
                        PersonRows.key(practice.name().flatMap(MatchingKey::ofBuilding))
                                .orElse(null));
                upsert.addBatch();
            }
            long written = 0;
            for (int count : upsert.executeBatch()) {
                written += count;
            }
            return new Tally(added, written - added, practices.size() - written);
        }
    }

    private Set<String> known(List<PracticeRecord> practices) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT ods_code FROM general_practice WHERE ods_code = ANY (?)")) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            practices.stream().map(PracticeRecord::odsCode).toArray()));
            var codes = new HashSet<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    codes.add(rows.getString(1));
                }
            }
            return codes;
        }
    }
}
