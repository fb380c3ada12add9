package org.errorpages.scenario;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Stack traces whose frames need explaining. */
final class FrameScenario {

    private static final List<String> PRICES = List.of("8.99", "12.50", "nine");

    private FrameScenario() {}

    static void recurse() {
        Objects.requireNonNull(new Series("Treasure Island").describe());
    }

    static void failInLambda() {
        var total =
                PRICES.stream().map(price -> new BigDecimal(price.strip())).reduce(BigDecimal.ZERO, BigDecimal::add);
        Objects.requireNonNull(total);
    }

    static void callThroughProxy() {
        Clerk clerk = customer -> "Good morning, " + customer.charAt(0) + ".";
        var proxy = (Clerk) Proxy.newProxyInstance(
                Clerk.class.getClassLoader(),
                new Class<?>[] {Clerk.class},
                (self, method, arguments) -> method.invoke(clerk, arguments));
        proxy.greet("");
    }

    static void openUnknownDatabase() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:harbour:warehouse");
        new HikariDataSource(config).close();
    }

    private interface Clerk {

        String greet(String customer);
    }

    /** Two methods that call each other without end. */
    private record Series(String title) {

        String describe() {
            return title + ", followed by " + sequel();
        }

        private String sequel() {
            return "the sequel of " + describe();
        }
    }
}
