package dev.binnacle.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says so where PostgreSQL fails before any page is reached: even the session is there. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseFilter extends OncePerRequestFilter {

    private final Problems problems;

    DatabaseFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (DataAccessException | TransactionException e) {
            if (response.isCommitted()) {
                throw e;
            }
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
            try {
                problems.show(Problems.noDatabase(e), request, response);
            } finally {
                RequestContextHolder.resetRequestAttributes();
            }
        }
    }
}
