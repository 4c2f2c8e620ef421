package dev.binnacle.portal.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link AuditCheck} run every hour. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
