package dev.binnacle.portal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Ends a thread's work at a statement, before a commit or after one, as a kill of the process would: what was not
 * committed is rolled back, and nothing that the thread does afterwards reaches the database.
 */
public final class MortalDatabase extends DelegatingDataSource {

    private static final ThreadLocal<Integer> LEFT = ThreadLocal.withInitial(() -> Integer.MAX_VALUE);
    private static final Set<String> MOMENTS = Set.of("prepareStatement", "prepareCall", "createStatement", "commit");

    MortalDatabase(DataSource real) {
        super(real);
    }

    /** Kills the present thread's work after so many moments. */
    public static void dieAfter(int moments) {
        LEFT.set(moments);
    }

    public static void live() {
        LEFT.remove();
    }

    @Override
    public Connection getConnection() throws SQLException {
        moment();
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (MOMENTS.contains(method.getName())) {
                        moment();
                    }
                    Object answer = call(real, method, arguments);
                    if (method.getName().equals("commit")) {
                        moment();
                    }
                    return answer;
                });
    }

    private static @Nullable Object call(Connection real, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    private static void moment() {
        int left = LEFT.get();
        if (left <= 0) {
            throw new Killed();
        }
        if (left < Integer.MAX_VALUE) {
            LEFT.set(left - 1);
        }
    }

    /** The process is gone; nobody may catch it. */
    public static final class Killed extends Error {
        Killed() {
            super("killed", null, false, false);
        }
    }

    /** Makes the portal's database mortal. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Everywhere {
        @Bean
        static BeanPostProcessor mortalDatabase() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource real && name.equals("dataSource")
                            ? new MortalDatabase(real)
                            : bean;
                }
            };
        }
    }
}
