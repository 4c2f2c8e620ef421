package dev.binnacle.portal.delivery;

import dev.binnacle.portal.PageTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of operations on the sandbox's cluster, with little patience. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PageTest
@Import(OneCluster.class)
@TestPropertySource(
        properties = {
            "binnacle.delivery.undo=300ms",
            "binnacle.delivery.verify=1s",
            "binnacle.delivery.failing=1s",
            "binnacle.delivery.no-room=1s"
        })
public @interface ClusterTest {}
