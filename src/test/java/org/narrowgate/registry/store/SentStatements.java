package org.narrowgate.registry.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Every statement the registry sent since the last {@link #forget}. */
public final class SentStatements {
    private static final List<String> SENT = Collections.synchronizedList(new ArrayList<>());

    private SentStatements() {}

    /** The same database, with an ear on what is prepared on its connections. */
    static DataSource heard(DataSource database) {
        return proxy(DataSource.class, (_, method, arguments) -> {
            var result = invoke(method, database, arguments);
            return result instanceof Connection connection ? heard(connection) : result;
        });
    }

    private static Connection heard(Connection connection) {
        return proxy(Connection.class, (_, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                SENT.add((String) arguments[0]);
            }
            return invoke(method, connection, arguments);
        });
    }

    private static Object invoke(Method method, Object on, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    public static void forget() {
        SENT.clear();
    }

    public static List<String> all() {
        return List.copyOf(SENT);
    }
}
