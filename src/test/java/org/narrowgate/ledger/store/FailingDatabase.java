package org.narrowgate.ledger.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.common.BaseDataSource;

/** A real database whose connections break at the given step: getting one is step 0, each later use one more. */
final class FailingDatabase extends BaseDataSource implements DataSource {
    private static final Set<String> STEPS =
            Set.of("setAutoCommit", "createStatement", "prepareStatement", "commit", "rollback");

    private final DataSource database;
    private final AtomicInteger stepsLeft;

    FailingDatabase(DataSource database, int step) {
        this.database = database;
        this.stepsLeft = new AtomicInteger(step);
    }

    @Override
    public Connection getConnection() throws SQLException {
        step();
        var connection = database.getConnection();
        InvocationHandler breaking = (proxy, method, arguments) -> {
            if (STEPS.contains(method.getName())) {
                step();
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, breaking);
    }

    private void step() throws SQLException {
        if (stepsLeft.getAndDecrement() <= 0) {
            throw new SQLException("broken on purpose", "08006");
        }
    }

    @Override
    public String getDescription() {
        return "breaks on purpose";
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing is wrapped");
    }
}
