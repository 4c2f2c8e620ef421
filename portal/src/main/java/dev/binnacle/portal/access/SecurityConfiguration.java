package dev.binnacle.portal.access;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The security filter chain: everything is refused that {@link Routes} does not know. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain everything(
            HttpSecurity http,
            AccountRecords accounts,
            AccessSettings settings,
            Tokens tokens,
            CsrfTokenRepository csrfTokens,
            Clock clock,
            ProblemPages problems)
            throws Exception {
        var refusals = new Refusals(problems);
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(new RouteAuthorization()))
                .addFilterBefore(new ForeignOriginFilter(), CsrfFilter.class)
                .addFilterBefore(new TokenFilter(tokens), CsrfFilter.class)
                .addFilterBefore(new AccountFilter(accounts, settings, clock), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new NewPasswordFilter(settings), AuthorizationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens).ignoringRequestMatchers(TokenFilter::letIn))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in")
                        .permitAll(false))
                .requestCache(cache -> cache.disable())
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES)))
                .build();
    }

    /** Nobody but {@link SignIn} lets anybody in; without this, Spring Boot would make an account of its own. */
    @Bean
    AuthenticationManager noOtherWay() {
        return authentication -> {
            throw new ProviderNotFoundException("Only the sign-in page lets somebody in.");
        };
    }
}
