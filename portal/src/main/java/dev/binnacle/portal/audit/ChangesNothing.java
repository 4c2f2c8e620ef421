package dev.binnacle.portal.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a mapping that is no GET and yet leaves no entry in the audit trail. Every other such mapping has to reach {@link
 * AuditTrail#record}; a test follows the calls.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface ChangesNothing {

    /** Why there is nothing to record. */
    String value();
}
