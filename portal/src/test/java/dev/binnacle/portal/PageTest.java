package dev.binnacle.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of pages: the whole portal on a fresh database, without a web server. Take {@link Visitors} into the
 * constructor to send requests as an account with a role.
 *
 * <p>Every class with this annotation shares one context and one database, which is what keeps the suite fast. So name
 * environments, accounts and objects after the test, and count only those. A class that needs a fake of another room
 * adds its own nested {@code @TestConfiguration}, at the price of a context of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = "management.server.port=-1")
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(Visitors.class)
public @interface PageTest {}
